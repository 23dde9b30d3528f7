-- A school of 1,000 students in 30 sections, for measuring: a school year's tables, 20 school days of attendance, 20 marks for each
-- student, and what the audit log says of all that. For a scratch database that is migrated and empty, as its owner.
begin;
-- Attendance and marks are not served yet, and their tables come with them. These are of the kind that they will be.
create table athena.attendance_records (
  id uuid not null default athena.uuid_v7(),
  school_id uuid not null,
  student_id uuid not null,
  class_section_id uuid not null,
  attended_on date not null,
  status text not null,
  note text,
  version int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint pk_attendance_records primary key (id, attended_on),
  constraint fk_attendance_records_student_id foreign key (school_id, student_id) references athena.students (school_id, id),
  constraint fk_attendance_records_class_section_id foreign key (school_id, class_section_id)
    references athena.class_sections (school_id, id),
  constraint uq_attendance_records_student_date unique (school_id, student_id, attended_on)
) partition by range (attended_on);
create table athena.attendance_records_default partition of athena.attendance_records default;
create index ix_attendance_records_class_section_id on athena.attendance_records (school_id, class_section_id);
select athena.protect_bulk('athena.attendance_records');
create table athena.grades (
  id uuid constraint pk_grades primary key default athena.uuid_v7(),
  school_id uuid not null,
  activity_id uuid not null,
  student_id uuid not null,
  score numeric(5, 2),
  comment text,
  version int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint uq_grades_school_id_id unique (school_id, id),
  constraint fk_grades_student_id foreign key (school_id, student_id) references athena.students (school_id, id),
  constraint uq_grades_school_id_activity_student unique (school_id, activity_id, student_id)
);
create index ix_grades_student_id on athena.grades (school_id, student_id);
select athena.protect_bulk('athena.grades');

set local timezone = 'UTC';
create temporary table school on commit drop as select athena.uuid_v7() as id, athena.uuid_v7() as rector;
select set_config('athena.school_id', id::text, true), set_config('athena.user_id', rector::text, true),
       set_config('athena.request_id', gen_random_uuid()::text, true) from school;

insert into athena.schools (id, name) select id, 'Institución Educativa San José' from school;
insert into athena.users (id, email, full_name, status) select rector, 'rectora@colegio.edu.co', 'Ana María Peña', 'active' from school;
insert into athena.school_memberships (school_id, user_id, roles) select id, rector, array['rector'] from school;
insert into athena.school_years (school_id, name, starts_on, ends_on, status)
  select id, to_char(now(), 'YYYY'), date_trunc('year', now())::date, (date_trunc('year', now()) + interval '1 year - 1 day')::date,
         'active' from school;
insert into athena.grade_levels (school_id, code, name) select id, n::text, 'Grado ' || n from school, generate_series(1, 11) n;
insert into athena.class_sections (school_id, school_year_id, grade_level_id, name)
  select g.school_id, y.id, g.id, g.code || '-' || n
    from athena.grade_levels g, athena.school_years y, generate_series(1, 3) n limit 30;

insert into athena.students (school_id, document_type, document_number, first_name, middle_name, last_name, second_last_name, birth_date)
  select id, 'TI', (1000000000 + n)::text, 'Valentina', 'Sofía', 'Rodríguez', 'Castañeda', '2012-05-17'
    from school, generate_series(1, 1000) n;
insert into athena.guardians (school_id, document_type, document_number, full_name, phone, email)
  select id, 'CC', (50000000 + n)::text, 'Claudia Patricia Castañeda', '3001234567', 'claudia.' || n || '@correo.com.co'
    from school, generate_series(1, 1500) n;
insert into athena.student_guardians (school_id, student_id, guardian_id, relationship)
  select s.school_id, s.id, g.id, 'mother'
    from (select *, row_number() over (order by id) as n from athena.students) s
    join (select *, row_number() over (order by id) as n from athena.guardians) g on g.n in (s.n, s.n + 500);
create temporary table seat on commit drop as
  select s.school_id, s.id as student_id, c.id as section_id
    from (select *, row_number() over (order by id) as n from athena.students) s
    join (select *, row_number() over (order by id) as n from athena.class_sections) c on c.n = s.n % 30 + 1;
insert into athena.enrollments (school_id, student_id, school_year_id, class_section_id, status)
  select s.school_id, s.student_id, y.id, s.section_id, 'active' from seat s, athena.school_years y;

-- Day by day and section by section, as the service writes them.
do $$
declare
  v_day date;
  v_section record;
begin
  for v_day in select date_trunc('year', now())::date + 30 + n from generate_series(1, 20) n loop
    for v_section in select id from athena.class_sections loop
      insert into athena.attendance_records (school_id, student_id, class_section_id, attended_on, status)
      select school_id, student_id, section_id, v_day, case when random() < 0.95 then 'present' else 'absent' end
        from seat where section_id = v_section.id;
    end loop;
  end loop;
end
$$;
-- Twenty activities in each section, with a mark for everybody.
do $$
declare
  v_section record;
begin
  for v_section in select c.id, athena.uuid_v7() as activity from athena.class_sections c, generate_series(1, 20) loop
    insert into athena.grades (school_id, activity_id, student_id, score)
    select school_id, v_section.activity, student_id, 1 + 4 * random() from seat where section_id = v_section.id;
  end loop;
end
$$;
commit;
vacuum analyze;
