-- Why: the rules for writing people stood in the service alone; under row level security everybody in a school wrote everybody
-- else's row, and their own membership. Now policies say which rows, the grants which columns (db/grants.sql), and triggers what a
-- column may become, which a policy cannot say because it never sees the old and the new row together.
-- Breaking: an instance of the version before opens an invitation by writing the membership itself, looks for other rectors in rows
-- that it may no longer lock, and does not say what Supabase confirmed: all of that is refused here.
-- Locks: users and school_memberships, exclusively, for a change of the catalog alone. Way back: drop the triggers and their
-- functions; the policies of V0004 and the functions of V0005, V0007, V0011 and V0012 again.

-- ---- Memberships

drop policy p_insert on athena.school_memberships;
drop policy p_update on athena.school_memberships;

-- Nobody writes their own, not even the platform's people; they answer an invitation with athena.answer_invitation.
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

-- Whoever is bound by the policies is bound by this; the owner, and with it the functions that run as the owner, is not.
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
  if old.status = 'active' and 'rector' = any (old.roles)
     and not (new.status = 'active' and 'rector' = any (new.roles))
     and not exists (select 1 from athena.schools_with_another_rector(array[old.school_id], old.user_id)) then
    raise exception using errcode = 'check_violation', constraint = 'ck_school_memberships_last_rector',
      message = 'a school keeps at least one active rector';
  end if;
  return new;
end
$$;
create trigger check_move before update on athena.school_memberships for each row
  when (new.status is distinct from old.status or new.roles is distinct from old.roles)
  execute function athena.check_membership_move();

-- ---- People

-- People come and go by functions alone: even a right that somebody grants by mistake opens nothing.
drop policy p_insert on athena.users;
drop policy p_delete on athena.users;
drop policy p_update on athena.users;

-- Whether an account is the school's to change, asked by whoever manages the school: the person said yes to this school, belongs to
-- no other, and is not the platform's. Of anybody else the school changes the membership only.
create or replace function athena.is_own_account(p_user_id uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as
$$ select athena.manages_people()
      and exists (select 1 from athena.school_memberships m
                   where m.user_id = p_user_id and m.school_id = athena.current_school_id() and m.status = 'active')
      and not exists (select 1 from athena.school_memberships m
                       where m.user_id = p_user_id and m.school_id is distinct from athena.current_school_id()
                         and m.status <> 'inactive')
      and not exists (select 1 from athena.users u where u.id = p_user_id and u.is_superadmin) $$;

create policy p_update on athena.users for update using (
  id = (select athena.current_user_id()) or (select athena.on_platform()) or athena.is_own_account(id));

-- Of their own row people change the name alone. An e-mail is the platform's to write (docs/decisions/e-mails-follow-supabase.md),
-- and an account becomes active when Supabase has it, by athena.finish_account.
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
  if new.status <> old.status and 'pending' in (old.status, new.status) then
    raise exception using errcode = 'insufficient_privilege', message = 'an account becomes active when Supabase has it';
  end if;
  if new.status <> old.status and new.status = 'inactive' then
    if old.is_superadmin then
      raise exception using errcode = 'insufficient_privilege', message = 'the platform flag is taken away first';
    end if;
    v_schools := array(select m.school_id from athena.school_memberships m
                        where m.user_id = old.id and m.status = 'active' and 'rector' = any (m.roles));
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

-- ---- Accounts
-- What Supabase said of an account stands in a setting, as the caller does: athena.confirmed_account, id and e-mail. The service
-- sets it for a transaction after it asked; no statement that somebody slips in makes Supabase say anything.

-- Takes an e-mail for a person, or tells whose it is. A row that an earlier attempt left pending is taken up again. A person
-- who is known by the account is given the e-mail that Supabase confirmed.
create or replace function athena.begin_account(p_id uuid, p_email text, p_full_name text, out user_id uuid, out status text)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as
$$
declare
  v_email text := lower(p_email);
  v_school text := current_setting('athena.school_id', true);
begin
  if not athena.manages_people() then
    raise exception using errcode = 'insufficient_privilege', message = 'people are added by who manages those of a school';
  end if;
  -- The school's audit log is not told: not that the person is new, and not what their e-mail was before.
  perform set_config('athena.school_id', '', true);
  insert into athena.users (id, email, full_name, status) values (p_id, v_email, p_full_name, 'pending')
    on conflict do nothing;
  update athena.users u set email = v_email, version = u.version + 1
   where u.id = p_id and u.email <> v_email
     and lower(current_setting('athena.confirmed_account', true)) = p_id || ' ' || v_email
     and not exists (select 1 from athena.users o where lower(o.email) = v_email);
  perform set_config('athena.school_id', coalesce(v_school, ''), true);
  select u.id, u.status into user_id, status from athena.users u where lower(u.email) = v_email;
end
$$;

-- Supabase has the account: the person may sign in. False when no row waits for it, or it was not said that Supabase has it.
create or replace function athena.finish_account(p_user_id uuid) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as
$$
declare
  v_school text := current_setting('athena.school_id', true);
  v_found boolean;
begin
  if not athena.manages_people() then
    raise exception using errcode = 'insufficient_privilege', message = 'people are added by who manages those of a school';
  end if;
  perform set_config('athena.school_id', '', true);
  update athena.users u set status = 'active', version = u.version + 1
   where u.id = p_user_id and u.status = 'pending'
     and lower(current_setting('athena.confirmed_account', true)) = u.id || ' ' || u.email;
  v_found := found;
  perform set_config('athena.school_id', coalesce(v_school, ''), true);
  return v_found;
end
$$;

-- The account was refused: nothing is left of the attempt. The log of the school is not told, as it was not of the beginning.
create or replace function athena.abandon_account(p_user_id uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as
$$
declare
  v_school text := current_setting('athena.school_id', true);
begin
  if not athena.manages_people() then
    raise exception using errcode = 'insufficient_privilege', message = 'people are added by who manages those of a school';
  end if;
  perform set_config('athena.school_id', '', true);
  delete from athena.users u where u.id = p_user_id and u.status = 'pending' and not u.is_superadmin
     and not exists (select 1 from athena.school_memberships m where m.user_id = u.id);
  perform set_config('athena.school_id', coalesce(v_school, ''), true);
end
$$;

-- The only way to the platform flag: on the platform, of somebody else, by an active superadmin; as long as there is none, by the
-- command that makes the first one of an installation. The last one stays.
create or replace function athena.set_superadmin(p_user_id uuid, p_value boolean) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as
$$
declare
  v_actor uuid := athena.current_user_id();
begin
  perform pg_advisory_xact_lock(hashtext('athena.set_superadmin'));
  if not athena.on_platform() or p_user_id = v_actor
     or exists (select 1 from athena.users u where u.is_superadmin and u.status = 'active')
        and not exists (select 1 from athena.users u where u.id = v_actor and u.is_superadmin and u.status = 'active') then
    raise exception using errcode = 'insufficient_privilege',
      message = 'only a superadmin may set the platform flag, of somebody else';
  end if;
  if not p_value and not exists (select 1 from athena.users u
                                  where u.is_superadmin and u.status = 'active' and u.id <> p_user_id) then
    raise exception using errcode = 'check_violation', constraint = 'ck_users_last_superadmin',
      message = 'the last superadmin stays';
  end if;
  update athena.users u set is_superadmin = p_value, version = u.version + 1
   where u.id = p_user_id and u.is_superadmin is distinct from p_value;
end
$$;

revoke all on all functions in schema athena from public;
