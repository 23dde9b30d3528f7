-- Why: students, their guardians and the links between them. Names have a collation of their own, and searching folds letters by
-- Unicode. In a database with the locale C or POSIX, a search for "nunez" would otherwise miss "Ñúñez", and Álvarez would come
-- after Zuluaga. Needs a PostgreSQL with ICU, as Supabase, Debian and the official images are; after an upgrade of the ICU
-- library the indexes on names are made anew (REINDEX), as PostgreSQL's warning says.
-- Locks: none, everything is new. Way back: drop the three tables and the function.

-- A text as searches find it: folded, once with a space for each punctuation mark and once without them, so that both "o neill" and
-- "oneill" find O'Neill. It begins with a space, so that a search can ask for the beginning of a word.
create function athena.search_text(value text) returns text language sql immutable strict parallel safe
  return ' ' || regexp_replace(athena.fold(value) collate "und-x-icu", '[^[:alnum:]]+', ' ', 'g')
      || ' ' || regexp_replace(athena.fold(value) collate "und-x-icu", '[^[:alnum:][:space:]]+', '', 'g');

-- The numbers that a type of document may have, in the form in which platform.names stores them. A number of digits has no leading
-- zeros, so that the unique keys hold a number that is written with them and without them once.
create function athena.is_document_number(type text, number text) returns boolean language sql immutable strict parallel safe
  return case when type in ('TI', 'RC', 'CC', 'NUIP', 'NES') then number ~ '^[1-9][0-9]{0,19}$'
              else number ~ '^(?=.*[0-9])(?![0-]+$)[A-Z0-9][A-Z0-9-]{2,19}$' end;

-- A telephone number as platform.names stores it: at least seven digits, and an extension after a word.
create function athena.is_phone(value text) returns boolean language sql immutable strict parallel safe
  return value ~* '^[+(]?[0-9]([ ().-]*[0-9]){6,39}[ )]*([ ,;]*(ext|ext\.|extensi[oó]n|x)[ .:]*[0-9]{1,6})?$';

-- What a search for a document may name: the type and the number, and those from before, because old lists have the old number.
create function athena.document_search(type text, number text, history jsonb) returns text language sql immutable strict parallel safe
  return type || ' ' || number || ' ' || jsonb_path_query_array(history, '$[*].document_type')::text
      || ' ' || jsonb_path_query_array(history, '$[*].document_number')::text;

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
  search_text text not null generated always as (athena.search_text(
    first_name || coalesce(' ' || middle_name, '') || ' ' || last_name || coalesce(' ' || second_last_name, '')
    || ' ' || athena.document_search(document_type, document_number, document_history))) stored,
  -- One text for all names: accents and case then count only between names that are otherwise the same, and never before the second
  -- surname. A tab sorts before a space, so a name sorts before a longer one that begins with it.
  sort_name text collate "es-x-icu" not null generated always as (
    last_name || E'\t' || coalesce(second_last_name, '') || E'\t' || first_name || E'\t' || coalesce(middle_name, '')) stored,
  sort_first_name text collate "es-x-icu" not null generated always as (
    first_name || E'\t' || coalesce(middle_name, '') || E'\t' || last_name || E'\t' || coalesce(second_last_name, '')) stored,
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
    on update cascade
);
create index ix_students_school_id_sort_name on athena.students (school_id, sort_name, id);
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
  search_text text not null generated always as (athena.search_text(full_name || ' ' || document_type || ' ' || document_number
    || coalesce(' ' || phone || ' ' || regexp_replace(phone, '[^0-9]', '', 'g'), ''))) stored,
  phone text constraint ck_guardians_phone check (length(phone) <= 40 and athena.is_phone(phone)),
  email text constraint ck_guardians_email check (length(email) between 3 and 320),
  former_numbers text[] not null default '{}',
  former_names text[] not null default '{}',
  version int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint uq_guardians_school_id_id unique (school_id, id),
  constraint uq_guardians_school_id_document unique (school_id, document_kind, document_number),
  constraint uq_guardians_school_id_user_id unique (school_id, user_id),
  constraint fk_guardians_user_id foreign key (school_id, user_id) references athena.school_memberships (school_id, user_id)
    on update cascade
);
create index ix_guardians_school_id_full_name on athena.guardians (school_id, full_name, id);
select athena.protect('athena.guardians');

-- Keeps the document numbers and names that a guardian had, so that somebody under a restriction is recognised by them. Nothing
-- else changes the lists.
create function athena.keep_former() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as
$$
begin
  new.former_numbers := old.former_numbers;
  if new.document_number <> old.document_number and old.document_number <> all (old.former_numbers) then
    new.former_numbers := old.former_numbers || old.document_number;
  end if;
  new.former_names := old.former_names;
  if new.full_name <> old.full_name and old.full_name <> all (old.former_names) then
    new.former_names := old.former_names || old.full_name;
  end if;
  return new;
end
$$;
create trigger keep_former before update on athena.guardians for each row execute function athena.keep_former();

alter table athena.school_memberships add constraint fk_school_memberships_guardian_id
  foreign key (school_id, guardian_id) references athena.guardians (school_id, id);
create index ix_school_memberships_guardian_id on athena.school_memberships (school_id, guardian_id);

-- An invitation that was sent for a guardian ends when the guardian's e-mail, document or account is corrected: it went to somebody
-- else. It runs as the owner, because whoever enrolls students corrects guardians and may not write memberships. A refusal is
-- forgotten as well, because it was not the guardian's. The account that accepts, and so becomes the guardian's, keeps its invitation.
create function athena.withdraw_guardian_invitations() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as
$$
begin
  update athena.school_memberships m
     set status = case when m.status = 'invited' then 'inactive' else m.status end, added_roles = '{}', secret_hash = null,
         request_hash = null, mail = null, declined_at = null, version = m.version + 1
   where m.school_id = new.school_id and m.guardian_id = new.id
     and (m.status = 'invited' or m.mail is not null or m.added_roles <> '{}' or m.declined_at is not null)
     and (new.user_id is not distinct from old.user_id or m.user_id is distinct from new.user_id);
  return null;
end
$$;
create trigger withdraw_invitations after update on athena.guardians for each row
  when (lower(trim(new.email)) is distinct from lower(trim(old.email)) or new.user_id is distinct from old.user_id
        or (new.document_type, new.document_number) is distinct from (old.document_type, old.document_number))
  execute function athena.withdraw_guardian_invitations();

-- Whether the person has the e-mail that the school has for the guardian, asked by a person who manages people.
create function athena.has_guardians_email(p_school_id uuid, p_guardian_id uuid, p_user_id uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as
$$ select athena.manages_people() and exists (
     select 1 from athena.guardians g join athena.users u on lower(u.email) = lower(trim(g.email))
      where g.school_id = p_school_id and g.id = p_guardian_id and u.id = p_user_id) $$;

-- Whoever is invited as a guardian has the guardian's e-mail at that time. Like check_move, it does not apply to functions that run
-- as the owner: a secret is presented by an account with any e-mail.
create function athena.check_guardian_invitation() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as
$$
begin
  if row_security_active('athena.school_memberships')
     and not athena.has_guardians_email(new.school_id, new.guardian_id, new.user_id) then
    raise exception using errcode = 'check_violation', constraint = 'ck_school_memberships_guardian_email',
      message = 'the guardian has another e-mail';
  end if;
  return new;
end
$$;
create trigger check_guardian_insert before insert on athena.school_memberships for each row
  when (new.guardian_id is not null) execute function athena.check_guardian_invitation();
create trigger check_guardian_update before update on athena.school_memberships for each row
  when (new.guardian_id is not null and (new.expires_at is distinct from old.expires_at
        or new.guardian_id is distinct from old.guardian_id)) execute function athena.check_guardian_invitation();

-- The guardian whom the caller would become by accepting the invitation, so that nobody accepts for somebody else.
create function athena.offered_guardian(p_membership_id uuid) returns text
language sql stable security definer set search_path = pg_catalog, pg_temp as
$$ select g.full_name
     from athena.school_memberships m join athena.guardians g on g.school_id = m.school_id and g.id = m.guardian_id
    where m.id = p_membership_id and m.user_id = athena.current_user_id() and m.expires_at > now()
      and (m.status = 'invited' or m.added_roles <> '{}') $$;

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
  -- Why the last restriction was lifted. Every lifting is in the audit log, because a new restriction clears the column.
  restriction_lift_reason text
    constraint ck_student_guardians_restriction_lift_reason check (length(restriction_lift_reason) between 1 and 300),
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
create unique index uq_student_guardians_student_id_is_primary
  on athena.student_guardians (school_id, student_id) where is_primary and ended_at is null;
create unique index uq_student_guardians_student_id_guardian_id
  on athena.student_guardians (school_id, student_id, guardian_id) where ended_at is null;
create index ix_student_guardians_student_id on athena.student_guardians (school_id, student_id);
create index ix_student_guardians_guardian_id on athena.student_guardians (school_id, guardian_id);
create index ix_student_guardians_restriction on athena.student_guardians (school_id, guardian_id) where restriction is not null;
create index ix_student_guardians_ended_by on athena.student_guardians (ended_by);
select athena.protect('athena.student_guardians', '{restriction}');

-- While each school has one row, ANALYZE finds as many schools as rows. The check of a foreign key would then read all rows of a
-- school by another index, ten thousand times when an import is taken back. These tables have a hundred rows a school or more.
alter table athena.students alter column school_id set (n_distinct = -0.01);
alter table athena.guardians alter column school_id set (n_distinct = -0.01);
alter table athena.student_guardians alter column school_id set (n_distinct = -0.01);

-- An import of a file of students. It keeps the ids of the students and guardians that it added, so that it can be taken back.
create table athena.student_imports (
  id uuid constraint pk_student_imports primary key default athena.uuid_v7(),
  school_id uuid not null constraint fk_student_imports_school_id references athena.schools (id),
  imported_by uuid constraint fk_student_imports_imported_by references athena.users (id),
  format text not null constraint ck_student_imports_format check (format in ('csv', 'xlsx')),
  file_rows int not null constraint ck_student_imports_file_rows check (file_rows >= 0),
  students int not null constraint ck_student_imports_students check (students >= 0),
  guardians int not null constraint ck_student_imports_guardians check (guardians >= 0),
  student_ids uuid[] not null default '{}',
  guardian_ids uuid[] not null default '{}',
  taken_back_at timestamptz,
  taken_back_by uuid constraint fk_student_imports_taken_back_by references athena.users (id),
  version int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index ix_student_imports_school_id_created_at on athena.student_imports (school_id, created_at desc);
create index ix_student_imports_imported_by on athena.student_imports (imported_by);
create index ix_student_imports_taken_back_by on athena.student_imports (taken_back_by);
select athena.protect('athena.student_imports', '{student_ids, guardian_ids}');

-- Whether the caller enrolls students in the current school: has an active membership with such a role, or is on the platform.
create function athena.enrolls_students() returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as
$$ select athena.on_platform() or exists (
     select 1
       from athena.school_memberships m
       join athena.users u on u.id = m.user_id
       join athena.schools s on s.id = m.school_id
      where m.user_id = athena.current_user_id() and m.school_id = athena.current_school_id()
        and athena.is_open(u.status, m.status, m.is_locked) and m.roles && array['rector', 'secretary'] and s.is_active) $$;

-- Takes an import back while nobody has changed or used any of what it added: marks it, and athena.delete_imported deletes the
-- rows in the same transaction. Both run as the owner, because nothing else may delete students. Only rows that were added in the
-- transaction of the import are its own. Answers the first 20 students and guardians that were changed, linked or used since, with the
-- number of all, and marks the import only when there are none; nothing when the school has no such import, or it was taken back
-- before.
create function athena.take_back_import(p_import_id uuid) returns table (touched_id uuid, why text, total bigint)
language plpgsql volatile strict security definer set search_path = pg_catalog, pg_temp
  -- Ten thousand ids are looked up in a hash table only when they are known to the plan.
  set plan_cache_mode = force_custom_plan as
$$
declare
  v_school constant uuid := athena.current_school_id();
  v_import athena.student_imports;
  v_changed uuid[];
  v_linked uuid[];
  v_used uuid[] := '{}';
  v_using uuid[];
  v_reference record;
begin
  if not athena.enrolls_students() then
    raise exception using errcode = 'insufficient_privilege', message = 'imports are taken back by who enrolls students';
  end if;
  select i.* into v_import from athena.student_imports i
   where i.id = p_import_id and i.school_id = v_school and i.taken_back_at is null for update;
  if not found then
    return;
  end if;
  -- In the order in which others lock them: students before guardians, both by id.
  perform 1 from athena.students s
    where s.school_id = v_school and s.id = any (v_import.student_ids) order by s.id for update;
  perform 1 from athena.guardians g
    where g.school_id = v_school and g.id = any (v_import.guardian_ids) order by g.id for update;
  v_changed := array(
    select s.id from athena.students s where s.school_id = v_school and s.id = any (v_import.student_ids)
       and (s.created_at <> v_import.created_at or s.updated_at <> v_import.created_at)
    union
    select g.id from athena.guardians g where g.school_id = v_school and g.id = any (v_import.guardian_ids)
       and (g.created_at <> v_import.created_at
            -- A later import that linked the guardian raised the version alone, which is not in the audit log.
            or g.updated_at <> v_import.created_at and exists (
                 select 1 from athena.audit_log a
                  where a.school_id = v_school and a.entity_type = 'guardians' and a.entity_id = g.id::text
                    and a.action = 'update')));
  v_linked := array(
    select l.student_id from athena.student_guardians l where l.school_id = v_school and l.student_id = any (v_import.student_ids)
       and (l.created_at <> v_import.created_at or l.updated_at <> v_import.created_at)
    union
    select l.guardian_id from athena.student_guardians l
     where l.school_id = v_school and l.guardian_id = any (v_import.guardian_ids) and l.created_at <> v_import.created_at);
  -- Every other table that points to a student or a guardian uses the row. Later features add such tables.
  for v_reference in
      select c.conrelid::regclass as place, a.attname as name
        from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[cardinality(c.conkey)]
       where c.contype = 'f' and c.conparentid = 0 and c.conrelid <> 'athena.student_guardians'::regclass
         and c.confrelid in ('athena.students'::regclass, 'athena.guardians'::regclass) loop
    execute format('select array(select distinct r.%1$I from %2$s r where r.school_id = $1 and r.%1$I = any ($2))',
                   v_reference.name, v_reference.place)
      into v_using using v_school, v_import.student_ids || v_import.guardian_ids;
    v_used := v_used || v_using;
  end loop;
  if cardinality(v_changed || v_linked || v_used) = 0 then
    update athena.student_imports i
       set taken_back_at = now(), taken_back_by = athena.current_user_id(), version = i.version + 1
     where i.id = p_import_id;
  end if;
  return query
    select t.id, min(t.why), count(*) over ()
      from (select c.id, 'changed' as why from unnest(v_changed) c (id)
            union all select l.id, 'linked' from unnest(v_linked) l (id)
            union all select u.id, 'used' from unnest(v_used) u (id)) t
     group by t.id order by t.id limit 20;
end
$$;

-- Deletes some of what an import added, by its place among the ids, after athena.take_back_import marked it in this transaction.
-- Each deleted row has a line in the audit log, so ten thousand of them would take longer than a statement may. Answers how many
-- ids there were.
create function athena.delete_imported(p_import_id uuid, p_from int, p_most int) returns int
language plpgsql volatile strict security definer set search_path = pg_catalog, pg_temp
  -- The session may have planned the checks of foreign keys while the tables were small, and would read the whole table for each row.
  set plan_cache_mode = force_custom_plan as
$$
declare
  v_school constant uuid := athena.current_school_id();
  v_ids uuid[];
begin
  select (i.student_ids || i.guardian_ids)[p_from + 1 : p_from + p_most] into v_ids
    from athena.student_imports i
   where i.id = p_import_id and i.school_id = v_school and i.taken_back_at = now();
  delete from athena.student_guardians l where l.school_id = v_school and l.student_id = any (v_ids);
  delete from athena.students s where s.school_id = v_school and s.id = any (v_ids);
  delete from athena.guardians g where g.school_id = v_school and g.id = any (v_ids);
  return coalesce(cardinality(v_ids), 0);
end
$$;

revoke all on all functions in schema athena from public;
