-- Why: students, their guardians and the links between them. Names have a collation of their own, and searching folds letters by
-- Unicode. In a database with the locale C or POSIX, a search for "nunez" would otherwise miss "Ñúñez", and Álvarez would come
-- after Zuluaga. Needs a PostgreSQL with ICU, as Supabase, Debian and the official images are; after an upgrade of the ICU
-- library the indexes on names are made anew (REINDEX), as PostgreSQL's warning says.
-- Locks: none, everything is new. Way back: drop the three tables and the function.

-- After the decomposition (Unicode Standard Annex 15), accents are separate characters, and the remaining Latin letters are
-- ASCII. The function is immutable, so that an index may use it. It does not need an extension, which Supabase keeps in another
-- schema.
create function athena.fold(value text) returns text language sql immutable strict parallel safe
  return lower(regexp_replace(normalize(value, nfd), '[\u0300-\u036f]', '', 'g'));

-- The numbers that a type of document may have, in the form in which platform.names stores them.
create function athena.is_document_number(type text, number text) returns boolean language sql immutable strict parallel safe
  return case when type in ('TI', 'RC', 'CC', 'NUIP', 'NES') then number ~ '^[0-9]{1,20}$'
              else number ~ '^(?=.*[0-9])[A-Z0-9][A-Z0-9-]{2,19}$' end;

create table athena.students (
  id uuid constraint pk_students primary key default athena.uuid_v7(),
  school_id uuid not null constraint fk_students_school_id references athena.schools (id),
  user_id uuid,
  document_type text not null constraint ck_students_document_type
    check (document_type in ('TI', 'RC', 'CC', 'CE', 'NUIP', 'PASSPORT', 'PPT', 'PEP', 'NES', 'NIP', 'CABILDO', 'VISA', 'TMF')),
  document_number text not null constraint ck_students_document_number
    check (athena.is_document_number(document_type, document_number)),
  -- A child's card, identity card and birth certificate have the same number, so they count as one kind for uniqueness.
  document_kind text not null generated always as (
    case when document_type in ('TI', 'RC', 'CC', 'NUIP') then 'national' else document_type end) stored,
  document_history jsonb not null default '[]',
  first_name text collate "es-x-icu" not null constraint ck_students_first_name
    check (length(first_name) between 1 and 80 and athena.is_name(first_name)),
  middle_name text collate "es-x-icu" constraint ck_students_middle_name
    check (length(middle_name) between 1 and 80 and athena.is_name(middle_name)),
  last_name text collate "es-x-icu" not null constraint ck_students_last_name
    check (length(last_name) between 1 and 80 and athena.is_name(last_name)),
  second_last_name text collate "es-x-icu"
    constraint ck_students_second_last_name check (length(second_last_name) between 1 and 80 and athena.is_name(second_last_name)),
  full_name text collate "es-x-icu" not null generated always as (
    first_name || coalesce(' ' || middle_name, '') || ' ' || last_name || coalesce(' ' || second_last_name, '')) stored,
  search_text text not null generated always as (athena.fold(
    first_name || coalesce(' ' || middle_name, '') || ' ' || last_name || coalesce(' ' || second_last_name, '')
    || ' ' || document_number)) stored,
  birth_date date constraint ck_students_birth_date check (birth_date >= '1900-01-01'),
  gender text constraint ck_students_gender check (length(gender) between 1 and 20),
  extra_data jsonb,
  piar_data jsonb,
  is_active boolean not null default true,
  version int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint uq_students_school_id_id unique (school_id, id),
  constraint uq_students_school_id_document unique (school_id, document_kind, document_number),
  constraint uq_students_school_id_user_id unique (school_id, user_id),
  constraint fk_students_user_id foreign key (school_id, user_id) references athena.school_memberships (school_id, user_id)
);
create index ix_students_school_id_name on athena.students (school_id, last_name, second_last_name, first_name, id);
select athena.protect('athena.students', '{piar_data, extra_data}');

create table athena.guardians (
  id uuid constraint pk_guardians primary key default athena.uuid_v7(),
  school_id uuid not null constraint fk_guardians_school_id references athena.schools (id),
  user_id uuid,
  document_type text not null constraint ck_guardians_document_type
    check (document_type in ('TI', 'RC', 'CC', 'CE', 'NUIP', 'PASSPORT', 'PPT', 'PEP', 'NES', 'NIP', 'CABILDO', 'VISA', 'TMF')),
  document_number text not null constraint ck_guardians_document_number
    check (athena.is_document_number(document_type, document_number)),
  document_kind text not null generated always as (
    case when document_type in ('TI', 'RC', 'CC', 'NUIP') then 'national' else document_type end) stored,
  full_name text collate "es-x-icu" not null constraint ck_guardians_full_name
    check (length(full_name) between 1 and 200 and athena.is_name(full_name)),
  phone text constraint ck_guardians_phone check (length(phone) between 1 and 40),
  email text constraint ck_guardians_email check (length(email) between 3 and 320),
  version int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint uq_guardians_school_id_id unique (school_id, id),
  constraint uq_guardians_school_id_document unique (school_id, document_kind, document_number),
  constraint uq_guardians_school_id_user_id unique (school_id, user_id),
  constraint fk_guardians_user_id foreign key (school_id, user_id) references athena.school_memberships (school_id, user_id)
);
select athena.protect('athena.guardians');

-- A link is ended, never deleted, because a school must know who was allowed to fetch a child, and until when. An ended link
-- keeps whether it was switched on.
create table athena.student_guardians (
  id uuid constraint pk_student_guardians primary key default athena.uuid_v7(),
  school_id uuid not null,
  student_id uuid not null,
  guardian_id uuid not null,
  relationship text not null constraint ck_student_guardians_relationship check (length(relationship) between 1 and 40),
  is_primary boolean not null default false,
  priority int not null default 1 constraint ck_student_guardians_priority check (priority between 1 and 99),
  is_legal_representative boolean not null default false,
  has_custody boolean not null default false,
  portal_access boolean not null default false,
  can_pickup boolean not null default false,
  is_emergency_contact boolean not null default false,
  restriction text constraint ck_student_guardians_restriction check (length(restriction) between 1 and 1000),
  restriction_from date,
  restriction_to date,
  is_active boolean not null default true,
  ended_at timestamptz,
  -- Refers to users and not to memberships, because a superadmin has no membership.
  ended_by uuid constraint fk_student_guardians_ended_by references athena.users (id),
  version int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint ck_student_guardians_restriction_to check (restriction_to >= restriction_from),
  constraint fk_student_guardians_student_id foreign key (school_id, student_id) references athena.students (school_id, id),
  constraint fk_student_guardians_guardian_id foreign key (school_id, guardian_id) references athena.guardians (school_id, id)
);
create unique index uq_student_guardians_student_id_guardian_id
  on athena.student_guardians (school_id, student_id, guardian_id) where ended_at is null;
create index ix_student_guardians_student_id on athena.student_guardians (school_id, student_id);
create index ix_student_guardians_guardian_id on athena.student_guardians (school_id, guardian_id);
create index ix_student_guardians_ended_by on athena.student_guardians (ended_by);
select athena.protect('athena.student_guardians', '{restriction}');

revoke all on all functions in schema athena from public;
