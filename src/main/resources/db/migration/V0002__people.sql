-- Why: schools, the people of the installation and what they are in which school. Three tables that athena.protect does not fit:
-- a person is visible in every school that they belong to, may see all schools that they may name, and the platform sees all.
-- Policies select the rows and grants the columns (db/grants.sql). Triggers check how a column may change, because a policy never
-- sees the old and the new row together (docs/decisions/people-in-the-database.md).
-- Locks: none, everything is new. Way back: drop the tables and functions.

-- Whether the name is a zone of the IANA time zone database. Searching the whole view takes a while.
create function athena.is_time_zone(p_name text) returns boolean
language sql stable set search_path = pg_catalog, pg_temp as
$$ select p_name = 'America/Bogota'
       or p_name ~ '^[A-Z]' and exists (select 1 from pg_timezone_names z where z.name = p_name) $$;

create table athena.schools (
  id uuid constraint pk_schools primary key default athena.uuid_v7(),
  name text collate "es-x-icu" not null constraint ck_schools_name check (length(name) between 1 and 200),
  nit text constraint uq_schools_nit unique constraint ck_schools_nit check (length(nit) between 5 and 20),
  resolution text constraint ck_schools_resolution check (length(resolution) <= 200),
  time_zone text not null default 'America/Bogota'
    constraint ck_schools_time_zone check (athena.is_time_zone(time_zone)),
  is_active boolean not null default true,
  version int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table athena.users (
  id uuid constraint pk_users primary key,
  email text not null constraint ck_users_email check (length(email) between 3 and 320),
  full_name text collate "es-x-icu" not null constraint ck_users_full_name
    check (length(full_name) between 1 and 200 and athena.is_name(full_name)),
  is_superadmin boolean not null default false,
  status text not null default 'pending' constraint ck_users_status check (status in ('pending', 'active', 'inactive')),
  version int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
-- Somebody who is only invited does not take the e-mail from the account that has it: one person waits for it, and one has it.
create unique index uq_users_email on athena.users (lower(email), (status = 'pending'));

create table athena.school_memberships (
  id uuid constraint pk_school_memberships primary key default athena.uuid_v7(),
  school_id uuid not null constraint fk_school_memberships_school_id references athena.schools (id),
  user_id uuid not null constraint fk_school_memberships_user_id references athena.users (id),
  roles text[] not null constraint ck_school_memberships_roles check (
    cardinality(roles) between 1 and 7
    and roles <@ array['rector', 'coordinator', 'secretary', 'counselor', 'teacher', 'student', 'acudiente']),
  status text not null default 'active'
    constraint ck_school_memberships_status check (status in ('invited', 'active', 'inactive')),
  -- When the person first accepted. The status alone does not tell an ended membership from an invitation that was taken back.
  accepted_at timestamptz,
  -- Whether the school has switched the person's account off: for itself alone, and unseen by other schools. An account that the
  -- platform switched off is inactive in athena.users. A new invitation of the school unlocks.
  is_locked boolean not null default false,
  -- The invitation. It is open while the membership is invited, or while it is active and has roles to add. The name is the one
  -- that the school wrote; it is shown until the person accepts.
  invited_name text collate "es-x-icu" constraint ck_school_memberships_invited_name
    check (length(invited_name) between 1 and 200 and athena.is_name(invited_name)),
  -- The guardian whose account an accepted invitation becomes (V0006).
  guardian_id uuid,
  added_roles text[] not null default '{}' constraint ck_school_memberships_added_roles check (added_roles <@ array['acudiente']),
  -- SHA-256 of the secret in the mail; null once the invitation was answered or taken back.
  secret_hash text constraint ck_school_memberships_secret_hash check (length(secret_hash) = 64),
  expires_at timestamptz not null default now() + interval '30 days',
  declined_at timestamptz,
  -- The mail of an open invitation, null without one. A waiting one is sent by the job, not before it is due. The fault is that of
  -- the last attempt, if there was one.
  mail text constraint ck_school_memberships_mail check (mail in ('waiting', 'sent', 'failed')),
  mail_attempts int not null default 0 constraint ck_school_memberships_mail_attempts check (mail_attempts >= 0),
  mail_fault text constraint ck_school_memberships_mail_fault check (mail_fault in ('too_soon', 'limit', 'refused', 'unreachable')),
  mail_tried_at timestamptz,
  mail_due_at timestamptz not null default now(),
  mailed_at timestamptz,
  -- The key of the request that invited, until it is answered: its repetition goes on where it ended.
  request_hash text constraint ck_school_memberships_request_hash check (length(request_hash) = 64),
  version int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint uq_school_memberships_school_id_user_id unique (school_id, user_id)
);
create index ix_school_memberships_user_id on athena.school_memberships (user_id, status);
create unique index uq_school_memberships_secret_hash on athena.school_memberships (secret_hash);
create index ix_school_memberships_mail on athena.school_memberships (school_id, mail) where mail in ('waiting', 'failed');

alter table athena.schools enable row level security, force row level security;
alter table athena.users enable row level security, force row level security;
alter table athena.school_memberships enable row level security, force row level security;
select athena.audit('athena.schools'), athena.audit('athena.users'),
       -- Sending a mail is no act of a person. What a person does, inviting and inviting again, changes expires_at.
       athena.audit('athena.school_memberships', p_left_out =>
         '{secret_hash, request_hash, mail, mail_attempts, mail_fault, mail_tried_at, mail_due_at, mailed_at}');

-- The date in the current school, which all rules about days use; outside a school, the date in Colombia.
create function athena.today() returns date
language sql stable parallel safe set search_path = pg_catalog, pg_temp as
$$ select (now() at time zone coalesce(
     (select s.time_zone from athena.schools s where s.id = athena.current_school_id()), 'America/Bogota'))::date $$;

-- Whether a membership lets the person into the school, by the states of both and the school's lock.
create function athena.is_open(p_account text, p_membership text, p_locked boolean) returns boolean
language sql immutable parallel safe
  return p_account = 'active' and p_membership = 'active' and not p_locked;

-- Whether the person may sign in. Somebody whom a school has locked may do so as long as another school has them or invites them:
-- no school ends what another one offers. A superadmin is the platform's, and is not locked out by a school. Row level security
-- applies, and shows people their own rows.
create function athena.may_sign_in(p_user_id uuid) returns boolean
language sql stable parallel safe set search_path = pg_catalog, pg_temp as
$$ select exists (
     select 1 from athena.users u
      where u.id = p_user_id and u.status = 'active' and (
        u.is_superadmin
        or not exists (select 1 from athena.school_memberships m where m.user_id = u.id and m.is_locked)
        or exists (select 1 from athena.school_memberships m
                    where m.user_id = u.id and not m.is_locked
                      and (m.status = 'active' or m.status = 'invited' and m.expires_at > now())))) $$;

-- ---- Functions for the policies. They run as the owner: row level security would hide the rows that they read, and would call
-- itself again.

-- Whether the caller may write people and memberships: the platform may everywhere, a rector in the school of the settings. A
-- test checks that rectors are the roles with manage:users.
create function athena.manages_people() returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as
$$ select athena.on_platform() or exists (
     select 1
       from athena.school_memberships m
       join athena.users u on u.id = m.user_id
       join athena.schools s on s.id = m.school_id
      where m.user_id = athena.current_user_id() and m.school_id = athena.current_school_id()
        and athena.is_open(u.status, m.status, m.is_locked) and 'rector' = any (m.roles) and s.is_active) $$;

-- The schools that have another active rector. The rectors stay locked until the end of the transaction, so that two cannot leave
-- at the same time. People are locked before their memberships, and both in the order of their ids, so that transactions wait for
-- each other without a deadlock. The people are locked too, because a rector who is switched off in the meantime does not count.
-- A caller in a school gets the answer for that school only.
create function athena.schools_with_another_rector(p_schools uuid[], p_person uuid) returns setof uuid
language sql volatile security definer set search_path = pg_catalog, pg_temp as
$$
  with rectors as (
    select m.school_id, m.user_id
      from athena.users u
      join athena.school_memberships m on m.user_id = u.id
     where m.school_id = any (p_schools) and athena.is_open(u.status, m.status, m.is_locked) and 'rector' = any (m.roles)
       and (select athena.manages_people())
       and ((select athena.on_platform()) or m.school_id = (select athena.current_school_id()))
     order by u.id, m.id
       for no key update of u, m)
  select distinct r.school_id from rectors r where r.user_id <> p_person
$$;

-- Whether a school may change an account, asked by a person who manages the school. The account's owner must have accepted this
-- school, belong to no other, and not be a superadmin. Of all other people the school may change the membership only.
create function athena.is_own_account(p_user_id uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as
$$ select athena.manages_people()
      and exists (select 1 from athena.school_memberships m
                   where m.user_id = p_user_id and m.school_id = athena.current_school_id() and m.status = 'active')
      and not exists (select 1 from athena.school_memberships m
                       where m.user_id = p_user_id and m.school_id is distinct from athena.current_school_id()
                         and m.status = 'active')
      and not exists (select 1 from athena.users u where u.id = p_user_id and u.is_superadmin) $$;

-- ---- Schools

create policy p_select on athena.schools for select using (
  (select athena.on_platform())
  or id = (select athena.current_school_id())
  or exists (select 1 from athena.school_memberships m
              where m.school_id = schools.id and m.user_id = (select athena.current_user_id())
                and m.status in ('active', 'invited')));
create policy p_insert on athena.schools for insert with check ((select athena.on_platform()));
create policy p_update on athena.schools for update using ((select athena.on_platform()))
  with check ((select athena.on_platform()));

-- ---- Memberships

-- Nobody may write their own membership, not even superadmins. An invited person answers by athena.answer_invitation.
create policy p_select on athena.school_memberships for select using (
  user_id = (select athena.current_user_id())
  or school_id = (select athena.current_school_id())
  or (select athena.on_platform()));
create policy p_insert on athena.school_memberships for insert with check (
  status = 'invited'
  and (select athena.manages_people())
  and user_id is distinct from (select athena.current_user_id())
  and (school_id = (select athena.current_school_id()) or (select athena.on_platform())));
create policy p_update on athena.school_memberships for update using (
  (select athena.manages_people())
  and user_id is distinct from (select athena.current_user_id())
  and (school_id = (select athena.current_school_id()) or (select athena.on_platform())))
with check (
  (select athena.manages_people())
  and user_id is distinct from (select athena.current_user_id())
  and (school_id = (select athena.current_school_id()) or (select athena.on_platform())));

create function athena.note_acceptance() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as
$$
begin
  new.accepted_at := now();
  return new;
end
$$;
create trigger accept before insert or update on athena.school_memberships for each row
  when (new.status = 'active' and new.accepted_at is null) execute function athena.note_acceptance();

-- The trigger applies to every role to which the policies apply. It does not apply to the owner, nor to functions that run as the
-- owner.
create function athena.check_membership_move() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as
$$
begin
  if not row_security_active('athena.school_memberships') then
    return new;
  end if;
  if new.status <> old.status and (new.status = 'active' or old.status = 'active' and new.status = 'invited') then
    raise exception using errcode = 'insufficient_privilege', message = 'a membership is opened by the person, who is invited';
  end if;
  if old.status = 'active' and 'rector' = any (old.roles) and not old.is_locked
     and not (new.status = 'active' and 'rector' = any (new.roles) and not new.is_locked)
     and not exists (select 1 from athena.schools_with_another_rector(array[old.school_id], old.user_id)) then
    raise exception using errcode = 'check_violation', constraint = 'ck_school_memberships_last_rector',
      message = 'a school keeps at least one active rector';
  end if;
  return new;
end
$$;
create trigger check_move before update on athena.school_memberships for each row
  when (new.status is distinct from old.status or new.roles is distinct from old.roles or new.is_locked <> old.is_locked)
  execute function athena.check_membership_move();

-- ---- People

-- Only functions add and delete people (V0003). There is no policy for inserting and deleting, so even a right that somebody
-- grants by mistake allows nothing.
create policy p_select on athena.users for select using (
  id = (select athena.current_user_id())
  or (select athena.on_platform())
  or exists (select 1 from athena.school_memberships m
              where m.user_id = users.id and m.school_id = (select athena.current_school_id())));
create policy p_update on athena.users for update using (
  id = (select athena.current_user_id()) or (select athena.on_platform()) or athena.is_own_account(id));

-- In their own row, people may change the name only. Only the platform writes an e-mail
-- (docs/decisions/e-mails-follow-supabase.md) and switches an account off for all schools; a school locks its membership. Only
-- athena.finish_account makes an account active, after Supabase has it.
create function athena.check_user_change() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as
$$
declare
  v_schools uuid[];
begin
  if not row_security_active('athena.users') then
    return new;
  end if;
  if new.id = athena.current_user_id() then
    raise exception using errcode = 'insufficient_privilege', message = 'of their own row people change the name alone';
  end if;
  if new.email <> old.email and not athena.on_platform() then
    raise exception using errcode = 'insufficient_privilege', message = 'an e-mail is changed by the platform alone';
  end if;
  if new.status <> old.status and not athena.on_platform() then
    raise exception using errcode = 'insufficient_privilege', message = 'an account is switched off and on by the platform alone';
  end if;
  if new.status <> old.status and 'pending' in (old.status, new.status) then
    raise exception using errcode = 'insufficient_privilege', message = 'an account becomes active when Supabase has it';
  end if;
  if new.status <> old.status and new.status = 'inactive' then
    if old.is_superadmin then
      raise exception using errcode = 'insufficient_privilege', message = 'the platform flag is taken away first';
    end if;
    v_schools := array(select m.school_id from athena.school_memberships m
                        where m.user_id = old.id and m.status = 'active' and not m.is_locked and 'rector' = any (m.roles));
    if not v_schools <@ array(select athena.schools_with_another_rector(v_schools, old.id)) then
      raise exception using errcode = 'check_violation', constraint = 'ck_school_memberships_last_rector',
        message = 'a school keeps at least one active rector';
    end if;
  end if;
  return new;
end
$$;
create trigger check_change before update on athena.users for each row
  when (new.email is distinct from old.email or new.status is distinct from old.status)
  execute function athena.check_user_change();

revoke all on all functions in schema athena from public;
