-- Why: schools, people, memberships; the settings row level security reads; the audit log every other table writes to.
-- Locks: none, the tables are new. Way back: drop schema athena cascade.

create schema if not exists athena;
revoke all on schema athena from public;

-- The three facts a transaction is given about its caller. After a transaction a setting reads '', not NULL.
create function athena.current_user_id() returns uuid language sql stable set search_path = '' as
$$ select nullif(current_setting('athena.user_id', true), '')::uuid $$;

create function athena.current_school_id() returns uuid language sql stable set search_path = '' as
$$ select nullif(current_setting('athena.school_id', true), '')::uuid $$;

create function athena.on_platform() returns boolean language sql stable set search_path = '' as
$$ select coalesce(current_setting('athena.platform', true), '') = 'on' $$;

-- UUID version 7 (RFC 9562, section 5.7): 48 bits of milliseconds, then random bits.
create function athena.uuid_v7() returns uuid language sql volatile set search_path = '' as
$$
  select encode(
    set_bit(set_bit(
      overlay(uuid_send(gen_random_uuid())
        placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6),
      52, 1), 53, 1), 'hex')::uuid
$$;

create function athena.touch_row() returns trigger language plpgsql set search_path = '' as
$$
begin
  new.updated_at := now();
  return new;
end
$$;

create table athena.schools (
  id uuid constraint pk_schools primary key default athena.uuid_v7(),
  name text not null constraint ck_schools_name check (length(name) between 1 and 200),
  nit text constraint uq_schools_nit unique constraint ck_schools_nit check (length(nit) between 5 and 20),
  resolution text constraint ck_schools_resolution check (length(resolution) <= 200),
  is_active boolean not null default true,
  version int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table athena.users (
  id uuid constraint pk_users primary key,
  email text not null constraint ck_users_email check (length(email) between 3 and 320),
  full_name text not null constraint ck_users_full_name check (length(full_name) between 1 and 200),
  is_superadmin boolean not null default false,
  status text not null default 'pending' constraint ck_users_status check (status in ('pending', 'active', 'inactive')),
  version int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create unique index uq_users_email on athena.users (lower(email));

create table athena.school_memberships (
  id uuid constraint pk_school_memberships primary key default athena.uuid_v7(),
  school_id uuid not null constraint fk_school_memberships_school_id references athena.schools (id),
  user_id uuid not null constraint fk_school_memberships_user_id references athena.users (id),
  roles text[] not null constraint ck_school_memberships_roles check (
    cardinality(roles) between 1 and 6
    and roles <@ array['rector', 'coordinator', 'secretary', 'teacher', 'student', 'acudiente']),
  status text not null default 'active'
    constraint ck_school_memberships_status check (status in ('invited', 'active', 'inactive')),
  version int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint uq_school_memberships_school_id_user_id unique (school_id, user_id)
);
create index ix_school_memberships_user_id on athena.school_memberships (user_id, status);

create table athena.audit_log (
  id uuid not null default athena.uuid_v7(),
  school_id uuid constraint fk_audit_log_school_id references athena.schools (id),
  actor_id uuid,
  action text not null constraint ck_audit_log_action check (length(action) between 1 and 60),
  entity_type text not null constraint ck_audit_log_entity_type check (length(entity_type) between 1 and 60),
  entity_id text,
  changes jsonb,
  request_id text constraint ck_audit_log_request_id check (length(request_id) <= 64),
  created_at timestamptz not null default now(),
  constraint pk_audit_log primary key (id, created_at)
) partition by range (created_at);
create table athena.audit_log_2026 partition of athena.audit_log for values from ('2026-01-01Z') to ('2027-01-01Z');
create table athena.audit_log_2027 partition of athena.audit_log for values from ('2027-01-01Z') to ('2028-01-01Z');
create table athena.audit_log_default partition of athena.audit_log default;
create index ix_audit_log_school_id_created_at on athena.audit_log (school_id, created_at desc);
create index ix_audit_log_school_id_entity on athena.audit_log (school_id, entity_type, entity_id);

-- Written by a trigger on every edited table, so that no write can be forgotten. What a person's row holds about health
-- (piar_data) or in free form (extra_data) is not copied: only that it changed.
create function athena.audit_row() returns trigger language plpgsql set search_path = '' as
$$
declare
  old_row jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
  new_row jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
  subject jsonb := coalesce(new_row, old_row);
  changes jsonb;
begin
  if tg_op = 'UPDATE' then
    select jsonb_object_agg(n.key, case when n.key in ('piar_data', 'extra_data') then '"changed"'::jsonb
                                        else jsonb_build_array(old_row -> n.key, n.value) end)
      into changes
      from jsonb_each(new_row) n
     where n.value is distinct from old_row -> n.key and n.key not in ('updated_at', 'version', 'search_text');
    if changes is null then
      return null;
    end if;
  elsif tg_op = 'DELETE' then
    changes := old_row - 'piar_data' - 'extra_data';
  end if;
  insert into athena.audit_log (school_id, actor_id, action, entity_type, entity_id, changes, request_id)
  values (case when tg_table_name = 'schools' then athena.current_school_id()
               when tg_table_name = 'users' then athena.current_school_id()
               else (subject ->> 'school_id')::uuid end,
          athena.current_user_id(),
          case tg_op when 'INSERT' then 'create' when 'UPDATE' then 'update' else 'delete' end,
          tg_table_name, coalesce(subject ->> 'id', subject ->> 'school_id'), changes,
          nullif(current_setting('athena.request_id', true), ''));
  return null;
end
$$;

create table athena.idempotency_keys (
  id uuid constraint pk_idempotency_keys primary key default athena.uuid_v7(),
  school_id uuid constraint fk_idempotency_keys_school_id references athena.schools (id),
  user_id uuid not null constraint fk_idempotency_keys_user_id references athena.users (id),
  method text not null,
  path text not null constraint ck_idempotency_keys_path check (length(path) <= 500),
  key text not null constraint ck_idempotency_keys_key check (length(key) between 1 and 255),
  request_hash text not null,
  status int,
  location text,
  etag text,
  body text,
  created_at timestamptz not null default now(),
  constraint uq_idempotency_keys_user_id unique nulls not distinct (user_id, school_id, method, path, key)
);
create index ix_idempotency_keys_school_id on athena.idempotency_keys (school_id);
create index ix_idempotency_keys_created_at on athena.idempotency_keys (created_at);

create table athena.school_settings (
  school_id uuid constraint pk_school_settings primary key
    constraint fk_school_settings_school_id references athena.schools (id),
  pei_summary text constraint ck_school_settings_pei_summary check (length(pei_summary) <= 10000),
  simat_settings jsonb not null default '{}',
  branding_settings jsonb not null default '{}',
  security_settings jsonb not null default '{}',
  habeas_data_text text constraint ck_school_settings_habeas_data_text check (length(habeas_data_text) <= 20000),
  version int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table athena.school_years (
  id uuid constraint pk_school_years primary key default athena.uuid_v7(),
  school_id uuid not null constraint fk_school_years_school_id references athena.schools (id),
  name text not null constraint ck_school_years_name check (length(name) between 1 and 30),
  starts_on date not null,
  ends_on date not null,
  status text not null default 'planning'
    constraint ck_school_years_status check (status in ('planning', 'active', 'closed', 'archived')),
  version int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint uq_school_years_school_id_id unique (school_id, id),
  constraint uq_school_years_school_id_name unique (school_id, name),
  constraint ck_school_years_ends_on check (ends_on >= starts_on)
);

create table athena.academic_periods (
  id uuid constraint pk_academic_periods primary key default athena.uuid_v7(),
  school_id uuid not null,
  school_year_id uuid not null,
  name text not null constraint ck_academic_periods_name check (length(name) between 1 and 60),
  starts_on date not null,
  ends_on date not null,
  weight numeric(5, 2) constraint ck_academic_periods_weight check (weight between 0 and 100),
  version int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint uq_academic_periods_school_id_id unique (school_id, id),
  constraint uq_academic_periods_school_id_school_year_id_name unique (school_id, school_year_id, name),
  constraint ck_academic_periods_ends_on check (ends_on >= starts_on),
  constraint fk_academic_periods_school_year_id foreign key (school_id, school_year_id)
    references athena.school_years (school_id, id)
);

-- A period lies inside its year and overlaps no other. Years lock so that two periods cannot slip past each other.
create function athena.check_academic_period() returns trigger language plpgsql set search_path = '' as
$$
begin
  perform 1 from athena.school_years y where y.school_id = new.school_id and y.id = new.school_year_id for update;
  if exists (select 1 from athena.school_years y where y.school_id = new.school_id and y.id = new.school_year_id
              and (new.starts_on < y.starts_on or new.ends_on > y.ends_on)) then
    raise exception using errcode = 'check_violation', constraint = 'ck_academic_periods_inside_year',
      message = 'the period is not inside its year';
  end if;
  if exists (select 1 from athena.academic_periods p where p.school_id = new.school_id
              and p.school_year_id = new.school_year_id and p.id <> new.id
              and daterange(p.starts_on, p.ends_on, '[]') && daterange(new.starts_on, new.ends_on, '[]')) then
    raise exception using errcode = 'exclusion_violation', constraint = 'ex_academic_periods_overlap',
      message = 'the period overlaps another';
  end if;
  return null;
end
$$;
create constraint trigger check_period after insert or update on athena.academic_periods
  for each row execute function athena.check_academic_period();
