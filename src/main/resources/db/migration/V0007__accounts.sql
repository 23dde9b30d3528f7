-- Why: adding a person takes three steps (a pending row, the account at Supabase, the row active), each of which may be the
-- last. Row level security hides people of other schools, so what has to be known about them is asked here, and only that.
-- Locks: none. Way back: drop the functions.

-- Takes an e-mail for a new person, or tells whose it is. A row that an earlier attempt left pending is taken up again.
create function athena.begin_account(p_id uuid, p_email text, p_full_name text, out user_id uuid, out status text)
language plpgsql volatile security definer set search_path = '' as
$$
begin
  if athena.current_school_id() is null and not athena.on_platform() then
    raise exception using errcode = 'insufficient_privilege', message = 'people are added to a school';
  end if;
  insert into athena.users (id, email, full_name, status) values (p_id, p_email, p_full_name, 'pending')
    on conflict do nothing;
  select u.id, u.status into user_id, status from athena.users u where lower(u.email) = lower(p_email);
end
$$;

-- The account is there: the person may sign in.
create function athena.finish_account(p_user_id uuid) returns void
language sql volatile security definer set search_path = '' as
$$ update athena.users u set status = 'active', version = u.version + 1 where u.id = p_user_id and u.status = 'pending' $$;

-- The account was refused: nothing is left of the attempt.
create function athena.abandon_account(p_user_id uuid) returns void
language sql volatile security definer set search_path = '' as
$$ delete from athena.users u where u.id = p_user_id and u.status = 'pending' and not u.is_superadmin
     and not exists (select 1 from athena.school_memberships m where m.user_id = u.id) $$;

-- Whether an account is the school's to change: the person said yes to this school, belongs to no other, and is not the
-- platform's. Of anybody else the school changes the membership only.
create function athena.is_own_account(p_user_id uuid) returns boolean
language sql stable security definer set search_path = '' as
$$ select exists (select 1 from athena.school_memberships m
                   where m.user_id = p_user_id and m.school_id = athena.current_school_id() and m.status = 'active')
      and not exists (select 1 from athena.school_memberships m
                       where m.user_id = p_user_id and m.school_id is distinct from athena.current_school_id()
                         and m.status <> 'inactive')
      and not exists (select 1 from athena.users u where u.id = p_user_id and u.is_superadmin) $$;

revoke all on all functions in schema athena from public;
