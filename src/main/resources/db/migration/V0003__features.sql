-- Why: the tables of the features that follow students: academics, enrollment, marks, attendance, communication,
-- discipline, sites and consents. They stand here already because the foreign keys between them are part of the design.
-- Locks: none, the tables are new. Way back: drop them.

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

create table athena.study_plans (
  id uuid constraint pk_study_plans primary key default athena.uuid_v7(),
  school_id uuid not null constraint fk_study_plans_school_id references athena.schools (id),
  school_year_id uuid not null,
  grade_level_id uuid not null,
  subject_id uuid not null,
  weekly_hours numeric(4, 1) not null
    constraint ck_study_plans_weekly_hours check (weekly_hours between 0 and 60),
  version int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint uq_study_plans_school_id_id unique (school_id, id),
  constraint fk_study_plans_school_year_id foreign key (school_id, school_year_id) references athena.school_years (school_id, id),
  constraint fk_study_plans_grade_level_id foreign key (school_id, grade_level_id) references athena.grade_levels (school_id, id),
  constraint fk_study_plans_subject_id foreign key (school_id, subject_id) references athena.subjects (school_id, id),
  constraint uq_study_plans_school_id_year_grade_subject
    unique (school_id, school_year_id, grade_level_id, subject_id)
);
create index ix_study_plans_school_year_id on athena.study_plans (school_id, school_year_id);
create index ix_study_plans_grade_level_id on athena.study_plans (school_id, grade_level_id);
create index ix_study_plans_subject_id on athena.study_plans (school_id, subject_id);

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
    references athena.school_memberships (school_id, user_id),
  constraint uq_class_sections_school_id_year_grade_name
    unique (school_id, school_year_id, grade_level_id, name)
);
create index ix_class_sections_school_year_id on athena.class_sections (school_id, school_year_id);
create index ix_class_sections_grade_level_id on athena.class_sections (school_id, grade_level_id);
create index ix_class_sections_campus_id on athena.class_sections (school_id, campus_id);
create index ix_class_sections_homeroom_teacher_id on athena.class_sections (school_id, homeroom_teacher_id);

create table athena.course_offerings (
  id uuid constraint pk_course_offerings primary key default athena.uuid_v7(),
  school_id uuid not null constraint fk_course_offerings_school_id references athena.schools (id),
  class_section_id uuid not null,
  subject_id uuid not null,
  version int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint uq_course_offerings_school_id_id unique (school_id, id),
  constraint fk_course_offerings_class_section_id foreign key (school_id, class_section_id) references athena.class_sections (school_id, id),
  constraint fk_course_offerings_subject_id foreign key (school_id, subject_id) references athena.subjects (school_id, id),
  constraint uq_course_offerings_school_id_section_subject unique (school_id, class_section_id, subject_id)
);
create index ix_course_offerings_class_section_id on athena.course_offerings (school_id, class_section_id);
create index ix_course_offerings_subject_id on athena.course_offerings (school_id, subject_id);

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
  constraint fk_teacher_assignments_course_offering_id foreign key (school_id, course_offering_id) references athena.course_offerings (school_id, id),
  constraint fk_teacher_assignments_teacher_id foreign key (school_id, teacher_id)
    references athena.school_memberships (school_id, user_id),
  constraint ck_teacher_assignments_ends_on check (ends_on >= starts_on),
  constraint uq_teacher_assignments_school_id_offering_teacher unique (school_id, course_offering_id, teacher_id)
);
create index ix_teacher_assignments_course_offering_id on athena.teacher_assignments (school_id, course_offering_id);
create index ix_teacher_assignments_teacher_id on athena.teacher_assignments (school_id, teacher_id);

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

create table athena.enrollment_documents (
  id uuid constraint pk_enrollment_documents primary key default athena.uuid_v7(),
  school_id uuid not null constraint fk_enrollment_documents_school_id references athena.schools (id),
  enrollment_id uuid not null,
  document_type text not null constraint ck_enrollment_documents_document_type check (length(document_type) between 1 and 60),
  object_key text not null constraint ck_enrollment_documents_object_key check (length(object_key) between 1 and 500),
  content_type text not null constraint ck_enrollment_documents_content_type check (length(content_type) between 1 and 100),
  size_bytes bigint not null constraint ck_enrollment_documents_size_bytes check (size_bytes between 1 and 10485760),
  status text not null default 'pending'
    constraint ck_enrollment_documents_status check (status in ('pending', 'validated', 'rejected')),
  validated_by uuid,
  version int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint uq_enrollment_documents_school_id_id unique (school_id, id),
  constraint fk_enrollment_documents_enrollment_id foreign key (school_id, enrollment_id) references athena.enrollments (school_id, id),
  constraint fk_enrollment_documents_validated_by foreign key (school_id, validated_by)
    references athena.school_memberships (school_id, user_id)
);
create index ix_enrollment_documents_enrollment_id on athena.enrollment_documents (school_id, enrollment_id);
create index ix_enrollment_documents_validated_by on athena.enrollment_documents (school_id, validated_by);

create table athena.evaluation_activities (
  id uuid constraint pk_evaluation_activities primary key default athena.uuid_v7(),
  school_id uuid not null constraint fk_evaluation_activities_school_id references athena.schools (id),
  course_offering_id uuid not null,
  teacher_assignment_id uuid,
  academic_period_id uuid not null,
  title text not null constraint ck_evaluation_activities_title check (length(title) between 1 and 200),
  activity_type text not null default 'task'
    constraint ck_evaluation_activities_activity_type check (activity_type in ('task', 'quiz', 'exam', 'workshop', 'project', 'other')),
  weight numeric(5, 2) not null default 0
    constraint ck_evaluation_activities_weight check (weight between 0 and 100),
  is_gradable boolean not null default true,
  due_at timestamptz,
  attachments jsonb not null default '[]',
  version int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint uq_evaluation_activities_school_id_id unique (school_id, id),
  constraint fk_evaluation_activities_course_offering_id foreign key (school_id, course_offering_id) references athena.course_offerings (school_id, id),
  constraint fk_evaluation_activities_teacher_assignment_id foreign key (school_id, teacher_assignment_id) references athena.teacher_assignments (school_id, id),
  constraint fk_evaluation_activities_academic_period_id foreign key (school_id, academic_period_id) references athena.academic_periods (school_id, id)
);
create index ix_evaluation_activities_course_offering_id on athena.evaluation_activities (school_id, course_offering_id);
create index ix_evaluation_activities_teacher_assignment_id on athena.evaluation_activities (school_id, teacher_assignment_id);
create index ix_evaluation_activities_academic_period_id on athena.evaluation_activities (school_id, academic_period_id);

create table athena.grades (
  id uuid constraint pk_grades primary key default athena.uuid_v7(),
  school_id uuid not null constraint fk_grades_school_id references athena.schools (id),
  evaluation_activity_id uuid not null,
  student_id uuid not null,
  score numeric(4, 2) constraint ck_grades_score check (score between 0 and 10),
  comment text constraint ck_grades_comment check (length(comment) between 1 and 1000),
  is_frozen boolean not null default false,
  version int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint uq_grades_school_id_id unique (school_id, id),
  constraint fk_grades_evaluation_activity_id foreign key (school_id, evaluation_activity_id) references athena.evaluation_activities (school_id, id),
  constraint fk_grades_student_id foreign key (school_id, student_id) references athena.students (school_id, id),
  constraint uq_grades_school_id_activity_student unique (school_id, evaluation_activity_id, student_id)
);
create index ix_grades_evaluation_activity_id on athena.grades (school_id, evaluation_activity_id);
create index ix_grades_student_id on athena.grades (school_id, student_id);

create table athena.attendance_records (
  id uuid not null default athena.uuid_v7(),
  school_id uuid not null constraint fk_attendance_records_school_id references athena.schools (id),
  student_id uuid not null,
  class_section_id uuid not null,
  course_offering_id uuid,
  attended_on date not null,
  status text not null
    constraint ck_attendance_records_status check (status in ('present', 'absent', 'late', 'excused')),
  note text constraint ck_attendance_records_note check (length(note) between 1 and 500),
  version int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint pk_attendance_records primary key (id, attended_on),
  constraint fk_attendance_records_student_id foreign key (school_id, student_id) references athena.students (school_id, id),
  constraint fk_attendance_records_class_section_id foreign key (school_id, class_section_id) references athena.class_sections (school_id, id),
  constraint fk_attendance_records_course_offering_id foreign key (school_id, course_offering_id) references athena.course_offerings (school_id, id),
  constraint uq_attendance_records_student_date_offering
    unique nulls not distinct (school_id, student_id, attended_on, course_offering_id)
) partition by range (attended_on);
create table athena.attendance_records_2026 partition of athena.attendance_records for values from ('2026-01-01') to ('2027-01-01');
create table athena.attendance_records_2027 partition of athena.attendance_records for values from ('2027-01-01') to ('2028-01-01');
create table athena.attendance_records_default partition of athena.attendance_records default;
create index ix_attendance_records_student_id on athena.attendance_records (school_id, student_id);
create index ix_attendance_records_class_section_id on athena.attendance_records (school_id, class_section_id);
create index ix_attendance_records_course_offering_id on athena.attendance_records (school_id, course_offering_id);

create table athena.announcements (
  id uuid constraint pk_announcements primary key default athena.uuid_v7(),
  school_id uuid not null constraint fk_announcements_school_id references athena.schools (id),
  title text not null constraint ck_announcements_title check (length(title) between 1 and 200),
  body text not null constraint ck_announcements_body check (length(body) between 1 and 20000),
  status text not null default 'draft'
    constraint ck_announcements_status check (status in ('draft', 'scheduled', 'sent')),
  audience jsonb not null,
  scheduled_at timestamptz,
  sent_at timestamptz,
  author_id uuid not null,
  version int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint uq_announcements_school_id_id unique (school_id, id),
  constraint fk_announcements_author_id foreign key (school_id, author_id)
    references athena.school_memberships (school_id, user_id)
);
create index ix_announcements_author_id on athena.announcements (school_id, author_id);

create table athena.announcement_recipients (
  id uuid not null default athena.uuid_v7(),
  school_id uuid not null constraint fk_announcement_recipients_school_id references athena.schools (id),
  announcement_id uuid not null,
  user_id uuid not null,
  sent_on date not null default current_date,
  read_at timestamptz,
  version int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint pk_announcement_recipients primary key (id, sent_on),
  constraint fk_announcement_recipients_announcement_id foreign key (school_id, announcement_id) references athena.announcements (school_id, id),
  constraint fk_announcement_recipients_user_id foreign key (school_id, user_id)
    references athena.school_memberships (school_id, user_id),
  constraint uq_announcement_recipients_announcement_user unique (school_id, announcement_id, user_id, sent_on)
) partition by range (sent_on);
create table athena.announcement_recipients_2026 partition of athena.announcement_recipients for values from ('2026-01-01') to ('2027-01-01');
create table athena.announcement_recipients_2027 partition of athena.announcement_recipients for values from ('2027-01-01') to ('2028-01-01');
create table athena.announcement_recipients_default partition of athena.announcement_recipients default;
create index ix_announcement_recipients_announcement_id on athena.announcement_recipients (school_id, announcement_id);
create index ix_announcement_recipients_user_id on athena.announcement_recipients (school_id, user_id);

create table athena.messages (
  id uuid constraint pk_messages primary key default athena.uuid_v7(),
  school_id uuid not null constraint fk_messages_school_id references athena.schools (id),
  thread_id uuid,
  sender_id uuid not null,
  subject text constraint ck_messages_subject check (length(subject) between 1 and 200),
  body text not null constraint ck_messages_body check (length(body) between 1 and 20000),
  version int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint uq_messages_school_id_id unique (school_id, id),
  constraint fk_messages_thread_id foreign key (school_id, thread_id) references athena.messages (school_id, id),
  constraint fk_messages_sender_id foreign key (school_id, sender_id)
    references athena.school_memberships (school_id, user_id)
);
create index ix_messages_thread_id on athena.messages (school_id, thread_id);
create index ix_messages_sender_id on athena.messages (school_id, sender_id);

create table athena.message_recipients (
  id uuid not null default athena.uuid_v7(),
  school_id uuid not null constraint fk_message_recipients_school_id references athena.schools (id),
  message_id uuid not null,
  user_id uuid not null,
  sent_on date not null default current_date,
  read_at timestamptz,
  version int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint pk_message_recipients primary key (id, sent_on),
  constraint fk_message_recipients_message_id foreign key (school_id, message_id) references athena.messages (school_id, id),
  constraint fk_message_recipients_user_id foreign key (school_id, user_id)
    references athena.school_memberships (school_id, user_id),
  constraint uq_message_recipients_message_user unique (school_id, message_id, user_id, sent_on)
) partition by range (sent_on);
create table athena.message_recipients_2026 partition of athena.message_recipients for values from ('2026-01-01') to ('2027-01-01');
create table athena.message_recipients_2027 partition of athena.message_recipients for values from ('2027-01-01') to ('2028-01-01');
create table athena.message_recipients_default partition of athena.message_recipients default;
create index ix_message_recipients_message_id on athena.message_recipients (school_id, message_id);
create index ix_message_recipients_user_id on athena.message_recipients (school_id, user_id);

create table athena.discipline_cases (
  id uuid constraint pk_discipline_cases primary key default athena.uuid_v7(),
  school_id uuid not null constraint fk_discipline_cases_school_id references athena.schools (id),
  title text not null constraint ck_discipline_cases_title check (length(title) between 1 and 200),
  description text constraint ck_discipline_cases_description check (length(description) between 1 and 20000),
  phase text not null default 'incident'
    constraint ck_discipline_cases_phase check (phase in ('incident', 'investigation', 'resolution', 'closed')),
  occurred_on date,
  opened_by uuid not null,
  version int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint uq_discipline_cases_school_id_id unique (school_id, id),
  constraint fk_discipline_cases_opened_by foreign key (school_id, opened_by)
    references athena.school_memberships (school_id, user_id)
);
create index ix_discipline_cases_opened_by on athena.discipline_cases (school_id, opened_by);

create table athena.discipline_participants (
  id uuid constraint pk_discipline_participants primary key default athena.uuid_v7(),
  school_id uuid not null constraint fk_discipline_participants_school_id references athena.schools (id),
  discipline_case_id uuid not null,
  student_id uuid not null,
  part text not null constraint ck_discipline_participants_part check (length(part) between 1 and 60),
  version int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint uq_discipline_participants_school_id_id unique (school_id, id),
  constraint fk_discipline_participants_discipline_case_id foreign key (school_id, discipline_case_id) references athena.discipline_cases (school_id, id),
  constraint fk_discipline_participants_student_id foreign key (school_id, student_id) references athena.students (school_id, id),
  constraint uq_discipline_participants_case_student unique (school_id, discipline_case_id, student_id)
);
create index ix_discipline_participants_discipline_case_id on athena.discipline_participants (school_id, discipline_case_id);
create index ix_discipline_participants_student_id on athena.discipline_participants (school_id, student_id);

create table athena.discipline_events (
  id uuid constraint pk_discipline_events primary key default athena.uuid_v7(),
  school_id uuid not null constraint fk_discipline_events_school_id references athena.schools (id),
  discipline_case_id uuid not null,
  event_type text not null
    constraint ck_discipline_events_event_type check (event_type in ('report', 'investigation', 'meeting', 'intervention', 'follow_up', 'resolution', 'note')),
  body text not null constraint ck_discipline_events_body check (length(body) between 1 and 20000),
  author_id uuid not null,
  created_at timestamptz not null default now(),
  constraint uq_discipline_events_school_id_id unique (school_id, id),
  constraint fk_discipline_events_discipline_case_id foreign key (school_id, discipline_case_id) references athena.discipline_cases (school_id, id),
  constraint fk_discipline_events_author_id foreign key (school_id, author_id)
    references athena.school_memberships (school_id, user_id)
);
create index ix_discipline_events_discipline_case_id on athena.discipline_events (school_id, discipline_case_id);
create index ix_discipline_events_author_id on athena.discipline_events (school_id, author_id);

create table athena.consents (
  id uuid constraint pk_consents primary key default athena.uuid_v7(),
  school_id uuid not null constraint fk_consents_school_id references athena.schools (id),
  student_id uuid not null,
  guardian_id uuid,
  text_version text not null constraint ck_consents_text_version check (length(text_version) between 1 and 60),
  purposes text[] not null constraint ck_consents_purposes check (cardinality(purposes) between 1 and 20),
  given_at timestamptz not null,
  withdrawn_at timestamptz,
  version int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint uq_consents_school_id_id unique (school_id, id),
  constraint fk_consents_student_id foreign key (school_id, student_id) references athena.students (school_id, id),
  constraint fk_consents_guardian_id foreign key (school_id, guardian_id) references athena.guardians (school_id, id),
  constraint ck_consents_withdrawn_at check (withdrawn_at >= given_at)
);
create index ix_consents_student_id on athena.consents (school_id, student_id);
create index ix_consents_guardian_id on athena.consents (school_id, guardian_id);
