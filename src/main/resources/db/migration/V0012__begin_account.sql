-- Why: people change their e-mail at Supabase, and are known by their account, not by what it was called before. Supabase
-- keeps e-mails in lower case; so do we, or the case of an answer would tell whether an e-mail was known.
-- Locks: rows of users whose e-mail has upper case letters. Way back: create the function as in V0007; the case of letters
-- that were lowered is lost, and means nothing.

update athena.users u set email = lower(u.email), version = u.version + 1 where u.email <> lower(u.email);

-- Takes an e-mail for a person, or tells whose it is. A row that an earlier attempt left pending is taken up again. A person
-- who is known by the account is given the e-mail: the service names an account only after it asked Supabase whose it is.
create or replace function athena.begin_account(p_id uuid, p_email text, p_full_name text, out user_id uuid, out status text)
language plpgsql volatile security definer set search_path = '' as
$$
declare
  v_email text := lower(p_email);
  v_school text := current_setting('athena.school_id', true);
begin
  if athena.current_school_id() is null and not athena.on_platform() then
    raise exception using errcode = 'insufficient_privilege', message = 'people are added to a school';
  end if;
  -- The school's audit log is not told: not that the person is new, and not what their e-mail was before.
  perform set_config('athena.school_id', '', true);
  insert into athena.users (id, email, full_name, status) values (p_id, v_email, p_full_name, 'pending')
    on conflict do nothing;
  update athena.users u set email = v_email, version = u.version + 1
   where u.id = p_id and u.email <> v_email
     and not exists (select 1 from athena.users o where lower(o.email) = v_email);
  perform set_config('athena.school_id', coalesce(v_school, ''), true);
  select u.id, u.status into user_id, status from athena.users u where lower(u.email) = v_email;
end
$$;

revoke all on all functions in schema athena from public;
