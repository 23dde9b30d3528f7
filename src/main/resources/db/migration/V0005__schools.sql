-- Why: the settings, years and periods of a school.
-- Locks: none, everything is new. Way back: drop the tables and the function.

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
select athena.protect('athena.school_settings', '{simat_settings, security_settings}');

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
select athena.protect('athena.school_years');
select athena.let_delete('athena.school_years');

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
select athena.protect('athena.academic_periods');
select athena.let_delete('athena.academic_periods');

-- A period must be inside its year and must not overlap another one. The year is locked, so that two simultaneous periods cannot
-- both pass the check. The lock does not conflict with foreign keys, which already hold the year's key, so two periods wait for
-- each other without a deadlock.
create function athena.check_academic_period() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as
$$
begin
  perform 1 from athena.school_years y where y.school_id = new.school_id and y.id = new.school_year_id for no key update;
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

revoke all on all functions in schema athena from public;
