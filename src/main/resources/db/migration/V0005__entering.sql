-- Why: one statement tells a request who is calling and which schools they may name.
-- Locks: none. Way back: drop the functions.

-- Security invoker: row level security applies to it, so it sets the user before it looks. Called in autocommit mode the
-- settings end with the statement.
create function athena.enter(p_user_id uuid, p_school_id uuid, p_platform boolean, p_request_id text, p_action text)
returns table (user_id uuid, email text, full_name text, status text, is_superadmin boolean, memberships jsonb, school_id uuid)
language plpgsql volatile set search_path = '' as
$$
declare
  v_user athena.users;
  v_memberships jsonb;
  v_school uuid;
  v_platform boolean;
begin
  perform set_config('athena.user_id', p_user_id::text, true);
  select * into v_user from athena.users u where u.id = p_user_id;
  if not found then
    return;
  end if;
  select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'school_id', m.school_id, 'school_name', s.name,
                                               'roles', to_jsonb(m.roles)) order by s.name, m.id), '[]')
    into v_memberships
    from athena.school_memberships m join athena.schools s on s.id = m.school_id
   where m.user_id = p_user_id and m.status = 'active' and s.is_active;
  v_platform := v_user.is_superadmin and p_platform and v_user.status = 'active';
  if v_platform then
    perform set_config('athena.platform', 'on', true);
    select s.id into v_school from athena.schools s where s.id = p_school_id and s.is_active;
    insert into athena.audit_log (school_id, actor_id, action, entity_type, changes, request_id)
    values (v_school, p_user_id, 'platform_access', 'request', jsonb_build_object('action', p_action), p_request_id);
  else
    select s.id into v_school from athena.schools s join athena.school_memberships m on m.school_id = s.id
     where s.id = p_school_id and s.is_active and m.user_id = p_user_id and m.status = 'active';
  end if;
  return query select v_user.id, v_user.email, v_user.full_name, v_user.status, v_user.is_superadmin, v_memberships, v_school;
end
$$;

create function athena.is_active_user(p_user_id uuid) returns boolean language plpgsql volatile set search_path = '' as
$$
begin
  perform set_config('athena.user_id', p_user_id::text, true);
  return exists (select 1 from athena.users u where u.id = p_user_id and u.status = 'active');
end
$$;

-- The only way to the platform flag. The owner runs it, because the service may not write the column: an active superadmin
-- may set it, and so may the command that makes the first one of an installation. The last one stays.
create function athena.set_superadmin(p_user_id uuid, p_value boolean) returns void
language plpgsql volatile security definer set search_path = '' as
$$
declare
  v_actor uuid := athena.current_user_id();
begin
  perform pg_advisory_xact_lock(hashtext('athena.set_superadmin'));
  if exists (select 1 from athena.users u where u.is_superadmin and u.status = 'active')
     and not exists (select 1 from athena.users u where u.id = v_actor and u.is_superadmin and u.status = 'active') then
    raise exception using errcode = 'insufficient_privilege', message = 'only a superadmin may set the platform flag';
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
