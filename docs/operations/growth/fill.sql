-- A school of 1,000 students in 30 sections, for measuring: a school year's tables, 20 school days of attendance, 20 marks for each
-- student, and what the audit log says of all that. For a scratch database that is migrated and empty, as its owner.
begin;
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
insert into athena.academic_periods (school_id, school_year_id, name, starts_on, ends_on)
  select school_id, id, 'Primer periodo', starts_on, ends_on from athena.school_years;
insert into athena.grade_levels (school_id, code, name) select id, n::text, 'Grado ' || n from school, generate_series(1, 11) n;
insert into athena.academic_areas (school_id, name) select id, 'Matemáticas' from school;
insert into athena.subjects (school_id, academic_area_id, name) select school_id, id, 'Álgebra' from athena.academic_areas;
insert into athena.class_sections (school_id, school_year_id, grade_level_id, name)
  select g.school_id, y.id, g.id, g.code || '-' || n
    from athena.grade_levels g, athena.school_years y, generate_series(1, 3) n limit 30;
insert into athena.course_offerings (school_id, class_section_id, subject_id)
  select c.school_id, c.id, s.id from athena.class_sections c, athena.subjects s;

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
insert into athena.evaluation_activities (school_id, course_offering_id, academic_period_id, title)
  select o.school_id, o.id, p.id, 'Taller de ecuaciones ' || n
    from athena.course_offerings o, athena.academic_periods p, generate_series(1, 20) n;
insert into athena.grades (school_id, evaluation_activity_id, student_id, score)
  select a.school_id, a.id, s.student_id, 1 + 4 * random()
    from athena.evaluation_activities a
    join athena.course_offerings o on o.id = a.course_offering_id
    join seat s on s.section_id = o.class_section_id;
commit;
vacuum analyze;
