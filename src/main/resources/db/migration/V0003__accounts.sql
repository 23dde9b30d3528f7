-- Why: the functions for access: the look-up that begins every request, adding a person, answering an invitation, the platform
-- flag. Adding has three steps (a pending row, the account at Supabase, the row active), and may stop after each. What Supabase
-- said about an account is in the setting athena.confirmed_account, as id and e-mail. The service sets it for a transaction after
-- it asked Supabase, or checked a token of the account. A statement that an attacker injects cannot make Supabase confirm
-- anything.
-- Locks: none, functions only. Way back: drop the functions.

-- Security invoker: row level security applies to this function, so it sets the user before it reads. In autocommit mode the
-- settings end with the statement. The status is locked where the account is active and no school lets the person in: they may then
-- take an invitation and do nothing else. A membership that its school has locked is left out.
create function athena.enter(p_user_id uuid, p_school_id uuid, p_platform boolean, p_request_id text, p_action text)
returns table (user_id uuid, email text, full_name text, status text, is_superadmin boolean, memberships jsonb, school_id uuid)
language plpgsql volatile set search_path = pg_catalog, pg_temp as
$$
declare
  v_set text;
begin
  v_set := set_config('athena.user_id', p_user_id::text, true);
  select u.id, u.email, u.full_name, case when u.status = 'active' and not athena.may_sign_in(u.id) then 'locked' else u.status end,
         u.is_superadmin,
         coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'school_id', m.school_id, 'school_name', s.name,
                                               'roles', to_jsonb(m.roles)) order by s.name, m.id)
                    filter (where m.id is not null), '[]'),
         (array_agg(s.id) filter (where s.id = p_school_id))[1]
    into enter.user_id, enter.email, enter.full_name, enter.status, enter.is_superadmin, enter.memberships, enter.school_id
    from athena.users u
    left join (athena.school_memberships m join athena.schools s on s.id = m.school_id and s.is_active)
      on m.user_id = u.id and athena.is_open(u.status, m.status, m.is_locked)
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
  return athena.may_sign_in(p_user_id);
end
$$;

-- ---- The functions below run as the owner, and check their caller themselves.

-- Reserves an e-mail for a new person, or returns the person who has it. A row that an earlier attempt left pending is used
-- again. When the account already has a person, the person gets the e-mail that Supabase confirmed. E-mails are stored in lower
-- case, as Supabase does. An e-mail may have a person and one who waits: a school keeps the one whom it invited, so it cannot see
-- that the e-mail got a person since.
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
  insert into athena.users (id, email, full_name, status) select p_id, v_email, p_full_name, 'pending'
    where not exists (select 1 from athena.users u where lower(u.email) = v_email)
    on conflict do nothing;
  update athena.users u set email = v_email, version = u.version + 1
   where u.id = p_id and u.email <> v_email
     and lower(current_setting('athena.confirmed_account', true)) = p_id || ' ' || v_email
     and not exists (select 1 from athena.users o
                      where lower(o.email) = v_email and (o.status <> 'pending' or u.status = 'pending'));
  perform set_config('athena.school_id', coalesce(v_school, ''), true);
  select u.id, u.status into user_id, status from athena.users u where lower(u.email) = v_email
   order by exists (select 1 from athena.school_memberships m
                     where m.user_id = u.id and m.school_id = athena.current_school_id()) desc, u.status <> 'pending' desc
   limit 1;
end
$$;

-- Makes a person active after Supabase has the account. False when no row is pending for it, or the setting does not confirm the
-- account. When two attempts add one person at the same time, one may delete the row for which the other has just created an
-- account. The service's own work may finish only whom the school has invited.
create function athena.finish_account(p_user_id uuid) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as
$$
declare
  v_school text := current_setting('athena.school_id', true);
  v_found boolean;
begin
  if not athena.manages_people() and not (
       athena.current_user_id() is null
       and exists (select 1 from athena.school_memberships m
                    where m.user_id = p_user_id and m.school_id = athena.current_school_id() and m.mail is not null)) then
    raise exception using errcode = 'insufficient_privilege', message = 'people are added by who manages those of a school';
  end if;
  perform set_config('athena.school_id', '', true);
  update athena.users u set status = 'active', version = u.version + 1
   where u.id = p_user_id and u.status = 'pending'
     and lower(current_setting('athena.confirmed_account', true)) = u.id || ' ' || u.email
     and not exists (select 1 from athena.users o where lower(o.email) = u.email and o.status <> 'pending');
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

-- Notes what became of the mail of an open invitation in the current school, and how long the next attempt waits: a minute, then
-- two, four and so on, at last a quarter of an hour. A new secret takes the place of the one in earlier mails when its mail is out,
-- or may be out, because Supabase did not answer, and no other is.
-- Supabase says the same for two mails to one person and for too many in all: "too soon" is what the school itself mailed a minute
-- ago, because another school's mail must not show. The caller manages people, or is the service itself, which has no user.
create function athena.note_mail(p_membership_id uuid, p_secret_hash text, p_mail text, p_fault text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as
$$
begin
  if not athena.manages_people() and athena.current_user_id() is not null then
    raise exception using errcode = 'insufficient_privilege', message = 'mails are noted by who manages people, and by the service';
  end if;
  update athena.school_memberships m
     set secret_hash = case when p_mail = 'sent' or m.secret_hash is null or p_fault = 'unreachable' and m.mailed_at is null
                            then p_secret_hash else m.secret_hash end, mail = p_mail,
         mail_fault = case when p_fault = 'limit' and m.mailed_at > clock_timestamp() - interval '1 minute' then 'too_soon'
                           else p_fault end,
         mail_attempts = case when p_mail = 'sent' then 0 else m.mail_attempts + 1 end, mail_tried_at = clock_timestamp(),
         mail_due_at = clock_timestamp() + least(interval '1 minute' * power(2, least(m.mail_attempts, 4)), interval '15 minutes'),
         mailed_at = case when p_mail = 'sent' then clock_timestamp() else m.mailed_at end, version = m.version + 1
   where m.id = p_membership_id and m.school_id = athena.current_school_id()
     and (m.status = 'invited' or m.status = 'active' and m.added_roles <> '{}');
  return found;
end
$$;

-- Locks the children of the guardian whom an invitation is for, and the guardian, before the membership is locked: whoever changes a
-- guardian locks them in this order, too.
create function athena.lock_family(p_school_id uuid, p_guardian_id uuid) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp as
$$
begin
  perform 1 from athena.students s
    where s.school_id = p_school_id
      and s.id in (select l.student_id from athena.student_guardians l
                    where l.school_id = p_school_id and l.guardian_id = p_guardian_id and l.ended_at is null)
    order by s.id for no key update;
  perform 1 from athena.guardians g
    where g.school_id = p_school_id and g.id = p_guardian_id for no key update;
end
$$;

-- Accepts or declines an invitation of the caller. False when there is no open invitation: an invitation can be answered once
-- and before it expires, and a person who was removed needs a new one. Whoever accepts as a guardian becomes the guardian's account.
create function athena.answer_invitation(p_membership_id uuid, p_accept boolean) returns boolean
language plpgsql volatile strict security definer set search_path = pg_catalog, pg_temp as
$$
declare
  v_open athena.school_memberships;
begin
  perform athena.lock_family(m.school_id, m.guardian_id) from athena.school_memberships m
    where m.id = p_membership_id and m.user_id = athena.current_user_id() and m.guardian_id is not null;
  select m.* into v_open from athena.school_memberships m
   where m.id = p_membership_id and m.user_id = athena.current_user_id() and m.expires_at > now()
     and (m.status = 'invited' or m.status = 'active' and m.added_roles <> '{}') and not m.is_locked
     and exists (select 1 from athena.users u where u.id = m.user_id and u.status = 'active')
     and exists (select 1 from athena.schools s where s.id = m.school_id and s.is_active)
     for no key update;
  if not found then
    return false;
  end if;
  if p_accept and v_open.guardian_id is not null then
    -- What is shown of the children and of the links changes as well.
    update athena.students s set version = s.version + 1
     where s.school_id = v_open.school_id
       and s.id in (select l.student_id from athena.student_guardians l
                     where l.school_id = v_open.school_id and l.guardian_id = v_open.guardian_id and l.ended_at is null);
    update athena.student_guardians l set version = l.version + 1
     where l.school_id = v_open.school_id and l.guardian_id = v_open.guardian_id and l.ended_at is null;
    update athena.guardians g set user_id = v_open.user_id, version = g.version + 1
     where g.school_id = v_open.school_id and g.id = v_open.guardian_id and (g.user_id is null or g.user_id = v_open.user_id);
    if not found then
      raise exception using errcode = 'check_violation', constraint = 'ck_guardians_account',
        message = 'the guardian has another account';
    end if;
  end if;
  update athena.school_memberships m
     set status = case when p_accept then 'active' when m.status = 'invited' then 'inactive' else m.status end,
         roles = case when p_accept then m.roles || array(select unnest(m.added_roles) except select unnest(m.roles)) else m.roles end,
         declined_at = case when p_accept then null else now() end,
         added_roles = '{}', secret_hash = null, request_hash = null, mail = null, version = m.version + 1
   where m.id = v_open.id;
  return true;
end
$$;

-- The open invitation with that secret becomes the caller's, who accepts it. The caller has a verified token: their account and its
-- e-mail are in athena.confirmed_account. An account without a person gets one. What other schools offered to the same e-mail stays
-- as it is until its own secret is presented: nothing that another school sees may tell that the person joined this one. Null when no
-- open invitation has the secret. The secret is worth as much as the mailbox that it was sent to, and no more: people who are known
-- keep their profile, and nobody gets a second membership.
create function athena.take_invitation(p_secret_hash text) returns uuid
language plpgsql volatile strict security definer set search_path = pg_catalog, pg_temp as
$$
declare
  v_caller uuid := athena.current_user_id();
  v_said text := lower(current_setting('athena.confirmed_account', true));
  v_open athena.school_memberships;
  v_invited athena.users;
  v_own athena.school_memberships;
  v_email text;
  v_school text := current_setting('athena.school_id', true);
begin
  if v_caller is null or v_said is null or v_said not like v_caller || ' %' then
    raise exception using errcode = 'insufficient_privilege', message = 'an invitation is taken by a verified account';
  end if;
  v_email := substr(v_said, 38);
  -- Who has an account is not for the log of the school that the caller works in.
  perform set_config('athena.school_id', '', true);
  perform athena.lock_family(m.school_id, m.guardian_id) from athena.school_memberships m
    where m.secret_hash = p_secret_hash and m.guardian_id is not null;
  -- People are locked before their memberships.
  perform 1 from athena.users u
    where u.id in (v_caller, (select m.user_id from athena.school_memberships m where m.secret_hash = p_secret_hash))
    order by u.id for update;
  select m.* into v_open from athena.school_memberships m
   where m.secret_hash = p_secret_hash and m.expires_at > now()
     and (m.status = 'invited' or m.status = 'active' and m.added_roles <> '{}')
     and exists (select 1 from athena.schools s where s.id = m.school_id and s.is_active)
     for update;
  if not found or exists (select 1 from athena.users u where u.id = v_caller and u.status = 'inactive')
     or exists (select 1 from athena.school_memberships m
                 where m.school_id = v_open.school_id and m.user_id = v_caller and m.is_locked) then
    return null;
  end if;
  select u.* into v_invited from athena.users u where u.id = v_open.user_id;
  if v_open.user_id = v_caller then
    update athena.users u set status = 'active', version = u.version + 1
     where u.id = v_caller and u.status = 'pending' and u.email = v_email;
  elsif not exists (select 1 from athena.users u where u.id = v_caller) then
    -- Another secret of the same account may be at work; it then has the person already.
    insert into athena.users (id, email, full_name, status)
    values (v_caller, v_email, coalesce(v_open.invited_name, v_invited.full_name), 'active')
    on conflict (id) do nothing;
  else
    update athena.users u set status = 'active', version = u.version + 1
     where u.id = v_caller and u.status = 'pending' and u.email = v_email;
  end if;
  select m.* into v_own from athena.school_memberships m
   where m.school_id = v_open.school_id and m.user_id = v_caller for update;
  if v_own.status = 'active' and v_own.id <> v_open.id and v_open.guardian_id is null then
    raise exception using errcode = 'unique_violation', constraint = 'uq_school_memberships_school_id_user_id',
      message = 'the caller is a member of the school';
  elsif v_own.id is null and v_open.status = 'invited' and v_open.accepted_at is null then
    update athena.school_memberships m set user_id = v_caller, version = m.version + 1 where m.id = v_open.id;
    v_own.id := v_open.id;
  elsif v_own.id is distinct from v_open.id then
    -- What the invited person was in the school stays theirs.
    update athena.school_memberships m
       set status = case when m.status = 'invited' then 'inactive' else m.status end, added_roles = '{}', guardian_id = null,
           secret_hash = null, request_hash = null, mail = null, version = m.version + 1
     where m.id = v_open.id;
    insert into athena.school_memberships as m (school_id, user_id, roles, status, invited_name, guardian_id, added_roles, expires_at,
                                                mail, mailed_at)
    values (v_open.school_id, v_caller, case when v_open.status = 'invited' then v_open.roles else v_open.added_roles end, 'invited',
            v_open.invited_name, v_open.guardian_id, '{}', v_open.expires_at, v_open.mail, v_open.mailed_at)
    on conflict on constraint uq_school_memberships_school_id_user_id do update
       set status = case when m.status = 'active' then m.status else 'invited' end,
           roles = case when m.status = 'active' then m.roles else excluded.roles end,
           added_roles = case when m.status = 'active' then excluded.roles else '{}' end,
           invited_name = excluded.invited_name, guardian_id = excluded.guardian_id, expires_at = excluded.expires_at,
           secret_hash = null, mail = excluded.mail, mailed_at = excluded.mailed_at, version = m.version + 1
    returning m.id into v_own.id;
  end if;
  delete from athena.users u where u.id = v_invited.id and u.status = 'pending' and not u.is_superadmin
     and not exists (select 1 from athena.school_memberships m where m.user_id = u.id);
  perform set_config('athena.school_id', coalesce(v_school, ''), true);
  return case when athena.answer_invitation(v_own.id, true) then v_own.id end;
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
