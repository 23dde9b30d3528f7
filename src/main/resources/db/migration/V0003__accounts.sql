-- Why: the functions for access: the look-up that begins every request, adding a person, answering an invitation, the platform
-- flag. Adding has three steps (a pending row, the account at Supabase, the row active), and may stop after each. What Supabase
-- said about an account is in the setting athena.confirmed_account, as id and e-mail. The service sets it for a transaction after
-- it asked Supabase. A statement that an attacker injects cannot make Supabase confirm anything.
-- Locks: none, functions only. Way back: drop the functions.

-- Security invoker: row level security applies to this function, so it sets the user before it reads. In autocommit mode the
-- settings end with the statement.
create function athena.enter(p_user_id uuid, p_school_id uuid, p_platform boolean, p_request_id text, p_action text)
returns table (user_id uuid, email text, full_name text, status text, is_superadmin boolean, memberships jsonb, school_id uuid)
language plpgsql volatile set search_path = pg_catalog, pg_temp as
$$
declare
  v_set text;
begin
  v_set := set_config('athena.user_id', p_user_id::text, true);
  select u.id, u.email, u.full_name, u.status, u.is_superadmin,
         coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'school_id', m.school_id, 'school_name', s.name,
                                               'roles', to_jsonb(m.roles)) order by s.name, m.id)
                    filter (where m.id is not null), '[]'),
         (array_agg(s.id) filter (where s.id = p_school_id))[1]
    into enter.user_id, enter.email, enter.full_name, enter.status, enter.is_superadmin, enter.memberships, enter.school_id
    from athena.users u
    left join (athena.school_memberships m join athena.schools s on s.id = m.school_id and s.is_active)
      on m.user_id = u.id and m.status = 'active'
   where u.id = p_user_id
   group by u.id;
  if not found then
    return;
  end if;
  -- Only an active superadmin may name a school that they do not belong to, and the request is audited.
  if enter.is_superadmin and p_platform and enter.status = 'active' then
    v_set := set_config('athena.platform', 'on', true);
    enter.school_id := (select s.id from athena.schools s where s.id = p_school_id and s.is_active);
    insert into athena.audit_log (school_id, actor_id, action, entity_type, changes, request_id)
    values (enter.school_id, p_user_id, 'platform_access', 'request', jsonb_build_object('action', p_action), p_request_id);
  end if;
  return next;
end
$$;

create function athena.is_active_user(p_user_id uuid) returns boolean
language plpgsql volatile set search_path = pg_catalog, pg_temp as
$$
begin
  perform set_config('athena.user_id', p_user_id::text, true);
  return exists (select 1 from athena.users u where u.id = p_user_id and u.status = 'active');
end
$$;

-- ---- The functions below run as the owner, and check their caller themselves.

-- Reserves an e-mail for a new person, or returns the person who has it. A row that an earlier attempt left pending is used
-- again. When the account already has a person, the person gets the e-mail that Supabase confirmed. E-mails are stored in lower
-- case, as Supabase does.
create function athena.begin_account(p_id uuid, p_email text, p_full_name text, out user_id uuid, out status text)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as
$$
declare
  v_email text := lower(p_email);
  v_school text := current_setting('athena.school_id', true);
begin
  if not athena.manages_people() then
    raise exception using errcode = 'insufficient_privilege', message = 'people are added by who manages those of a school';
  end if;
  -- The school's audit log must not show that the person is new, nor their earlier e-mail.
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

-- Makes a person active after Supabase has the account. False when no row is pending for it, or the setting does not confirm the
-- account. When two attempts add one person at the same time, one may delete the row for which the other has just created an
-- account.
create function athena.finish_account(p_user_id uuid) returns boolean
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

-- Deletes the pending row after Supabase refused the account. The audit log of the school is not written, as it was not at the
-- beginning.
create function athena.abandon_account(p_user_id uuid) returns void
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

-- Accepts or declines an invitation of the caller. False when there is no open invitation: an invitation can be answered once,
-- and a person who was removed needs a new one.
create function athena.answer_invitation(p_membership_id uuid, p_accept boolean) returns boolean
language plpgsql volatile strict security definer set search_path = pg_catalog, pg_temp as
$$
begin
  update athena.school_memberships m
     set status = case when p_accept then 'active' else 'inactive' end, version = m.version + 1
   where m.id = p_membership_id and m.user_id = athena.current_user_id() and m.status = 'invited'
     and exists (select 1 from athena.users u where u.id = m.user_id and u.status = 'active')
     and exists (select 1 from athena.schools s where s.id = m.school_id and s.is_active);
  return found;
end
$$;

-- Sets the platform flag; nothing else can. The caller must be an active superadmin who acts on the platform and for another
-- person. While there is no superadmin, the command that creates the first one may call it. The last superadmin cannot be
-- removed.
create function athena.set_superadmin(p_user_id uuid, p_value boolean) returns void
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
