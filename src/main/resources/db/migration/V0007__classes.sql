-- Why: the classes of students and teachers, as far as "own students" needs them: a teacher's students are those of the teacher's
-- sections and courses. Features that serve these tables add what else they need.
-- Locks: none, everything is new. Way back: drop the view and the tables.

create table athena.campuses (
  id uuid constraint pk_campuses primary key default athena.uuid_v7(),
  school_id uuid not null constraint fk_campuses_school_id references athena.schools (id),
  name text not null constraint ck_campuses_name check (length(name) between 1 and 200),
  dane_code text constraint ck_campuses_dane_code check (length(dane_code) between 1 and 20),
  address text constraint ck_campuses_address check (length(address) between 1 and 300),
  is_active boolean not null default true,
  version int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint uq_campuses_school_id_id unique (school_id, id),
  constraint uq_campuses_school_id_name unique (school_id, name)
);
select athena.protect('athena.campuses');

create table athena.grade_levels (
  id uuid constraint pk_grade_levels primary key default athena.uuid_v7(),
  school_id uuid not null constraint fk_grade_levels_school_id references athena.schools (id),
  code text not null constraint ck_grade_levels_code check (length(code) between 1 and 20),
  name text not null constraint ck_grade_levels_name check (length(name) between 1 and 80),
  position int not null default 0,
  simat_code int,
  version int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint uq_grade_levels_school_id_id unique (school_id, id),
  constraint uq_grade_levels_school_id_code unique (school_id, code)
);
select athena.protect('athena.grade_levels');

create table athena.academic_areas (
  id uuid constraint pk_academic_areas primary key default athena.uuid_v7(),
  school_id uuid not null constraint fk_academic_areas_school_id references athena.schools (id),
  name text not null constraint ck_academic_areas_name check (length(name) between 1 and 120),
  position int not null default 0,
  version int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint uq_academic_areas_school_id_id unique (school_id, id),
  constraint uq_academic_areas_school_id_name unique (school_id, name)
);
select athena.protect('athena.academic_areas');

create table athena.subjects (
  id uuid constraint pk_subjects primary key default athena.uuid_v7(),
  school_id uuid not null constraint fk_subjects_school_id references athena.schools (id),
  academic_area_id uuid not null,
  name text not null constraint ck_subjects_name check (length(name) between 1 and 120),
  code text constraint ck_subjects_code check (length(code) between 1 and 20),
  version int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint uq_subjects_school_id_id unique (school_id, id),
  constraint fk_subjects_academic_area_id foreign key (school_id, academic_area_id) references athena.academic_areas (school_id, id),
  constraint uq_subjects_school_id_name unique (school_id, name)
);
create index ix_subjects_academic_area_id on athena.subjects (school_id, academic_area_id);
select athena.protect('athena.subjects');

create table athena.class_sections (
  id uuid constraint pk_class_sections primary key default athena.uuid_v7(),
  school_id uuid not null constraint fk_class_sections_school_id references athena.schools (id),
  school_year_id uuid not null,
  grade_level_id uuid not null,
  campus_id uuid,
  name text not null constraint ck_class_sections_name check (length(name) between 1 and 40),
  shift text
    constraint ck_class_sections_shift check (shift in ('morning', 'afternoon', 'evening', 'full_day')),
  capacity int constraint ck_class_sections_capacity check (capacity between 1 and 200),
  homeroom_teacher_id uuid,
  version int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint uq_class_sections_school_id_id unique (school_id, id),
  constraint fk_class_sections_school_year_id foreign key (school_id, school_year_id) references athena.school_years (school_id, id),
  constraint fk_class_sections_grade_level_id foreign key (school_id, grade_level_id) references athena.grade_levels (school_id, id),
  constraint fk_class_sections_campus_id foreign key (school_id, campus_id) references athena.campuses (school_id, id),
  constraint fk_class_sections_homeroom_teacher_id foreign key (school_id, homeroom_teacher_id)
    references athena.school_memberships (school_id, user_id) on update cascade,
  constraint uq_class_sections_school_id_year_grade_name
    unique (school_id, school_year_id, grade_level_id, name)
);
create index ix_class_sections_school_year_id on athena.class_sections (school_id, school_year_id);
create index ix_class_sections_grade_level_id on athena.class_sections (school_id, grade_level_id);
create index ix_class_sections_campus_id on athena.class_sections (school_id, campus_id);
create index ix_class_sections_homeroom_teacher_id on athena.class_sections (school_id, homeroom_teacher_id);
select athena.protect('athena.class_sections');

create table athena.course_offerings (
  id uuid constraint pk_course_offerings primary key default athena.uuid_v7(),
  school_id uuid not null constraint fk_course_offerings_school_id references athena.schools (id),
  class_section_id uuid not null,
  subject_id uuid not null,
  version int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint uq_course_offerings_school_id_id unique (school_id, id),
  constraint fk_course_offerings_class_section_id foreign key (school_id, class_section_id)
    references athena.class_sections (school_id, id),
  constraint fk_course_offerings_subject_id foreign key (school_id, subject_id) references athena.subjects (school_id, id),
  constraint uq_course_offerings_school_id_class_section_id_subject_id unique (school_id, class_section_id, subject_id)
);
create index ix_course_offerings_class_section_id on athena.course_offerings (school_id, class_section_id);
create index ix_course_offerings_subject_id on athena.course_offerings (school_id, subject_id);
select athena.protect('athena.course_offerings');

create table athena.teacher_assignments (
  id uuid constraint pk_teacher_assignments primary key default athena.uuid_v7(),
  school_id uuid not null constraint fk_teacher_assignments_school_id references athena.schools (id),
  course_offering_id uuid not null,
  teacher_id uuid not null,
  starts_on date,
  ends_on date,
  is_active boolean not null default true,
  version int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint uq_teacher_assignments_school_id_id unique (school_id, id),
  constraint fk_teacher_assignments_course_offering_id foreign key (school_id, course_offering_id)
    references athena.course_offerings (school_id, id),
  constraint fk_teacher_assignments_teacher_id foreign key (school_id, teacher_id)
    references athena.school_memberships (school_id, user_id) on update cascade,
  constraint ck_teacher_assignments_ends_on check (ends_on >= starts_on),
  constraint uq_teacher_assignments_school_id_course_offering_id_teacher_id unique (school_id, course_offering_id, teacher_id)
);
create index ix_teacher_assignments_course_offering_id on athena.teacher_assignments (school_id, course_offering_id);
create index ix_teacher_assignments_teacher_id on athena.teacher_assignments (school_id, teacher_id);
select athena.protect('athena.teacher_assignments');

create table athena.enrollments (
  id uuid constraint pk_enrollments primary key default athena.uuid_v7(),
  school_id uuid not null constraint fk_enrollments_school_id references athena.schools (id),
  student_id uuid not null,
  school_year_id uuid not null,
  grade_level_id uuid,
  class_section_id uuid,
  group_code text constraint ck_enrollments_group_code check (length(group_code) between 1 and 20),
  shift text
    constraint ck_enrollments_shift check (shift in ('morning', 'afternoon', 'evening', 'full_day')),
  status text not null default 'pending_documents'
    constraint ck_enrollments_status check (status in ('pending_documents', 'in_review', 'active', 'completed', 'graduated', 'withdrawn')),
  status_history jsonb not null default '[]',
  simat_status jsonb,
  extra_data jsonb,
  version int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint uq_enrollments_school_id_id unique (school_id, id),
  constraint fk_enrollments_student_id foreign key (school_id, student_id) references athena.students (school_id, id),
  constraint fk_enrollments_school_year_id foreign key (school_id, school_year_id) references athena.school_years (school_id, id),
  constraint fk_enrollments_grade_level_id foreign key (school_id, grade_level_id) references athena.grade_levels (school_id, id),
  constraint fk_enrollments_class_section_id foreign key (school_id, class_section_id) references athena.class_sections (school_id, id),
  constraint uq_enrollments_school_id_student_id_school_year_id unique (school_id, student_id, school_year_id)
);
create index ix_enrollments_student_id on athena.enrollments (school_id, student_id);
create index ix_enrollments_school_year_id on athena.enrollments (school_id, school_year_id);
create index ix_enrollments_grade_level_id on athena.enrollments (school_id, grade_level_id);
create index ix_enrollments_class_section_id on athena.enrollments (school_id, class_section_id);
select athena.protect('athena.enrollments', '{extra_data}');

-- The "own" students, defined in one place: the students whom a teacher teaches, the student, and the students of a guardian.
-- Every feature that shows rows of a student filters by this view, so that the end of a link, assignment or membership removes
-- access everywhere. Deactivated students and their guardians do not see the student either. The view runs with the rights of its
-- reader, so row level security keeps it inside the school.
create view athena.own_students with (security_invoker = true) as
select s.school_id, s.id as student_id, 'student' as reach
  from athena.students s
 where s.user_id = (select athena.current_user_id()) and s.is_active
union
select l.school_id, l.student_id, 'guardian'
  from athena.student_guardians l
  join athena.students s on s.school_id = l.school_id and s.id = l.student_id and s.is_active
  join athena.guardians g on g.school_id = l.school_id and g.id = l.guardian_id
 where g.user_id = (select athena.current_user_id())
   and l.ended_at is null and l.is_active and l.portal_access
   and not (l.restriction is not null
            and (select athena.today()) between coalesce(l.restriction_from, '-infinity') and coalesce(l.restriction_to, 'infinity'))
union
select e.school_id, e.student_id, 'teacher'
  from athena.enrollments e
  join athena.school_years y on y.school_id = e.school_id and y.id = e.school_year_id and y.status = 'active'
 where e.status = 'active'
   -- Starts with the teacher's sections, so that the enrollments of the whole school are not searched.
   and e.class_section_id in (
     select c.id from athena.class_sections c where c.homeroom_teacher_id = (select athena.current_user_id())
     union all
     select o.class_section_id
       from athena.teacher_assignments a
       join athena.course_offerings o on o.school_id = a.school_id and o.id = a.course_offering_id
      where a.teacher_id = (select athena.current_user_id()) and a.is_active
        and (select athena.today()) between coalesce(a.starts_on, '-infinity') and coalesce(a.ends_on, 'infinity'));
