-- Why: of two attempts to add one person at once, one may give up the row for which the other has just made an account. Who
-- finishes has to know, or the account would stay without a person. And a school's audit log must not tell whether an
-- e-mail was new: making a person is an act of the platform, only the membership is the school's.
-- Locks: none. Way back: drop the function and create it as in V0007.

drop function athena.finish_account(uuid);

-- The account is there: the person may sign in. False when no row waits for it.
create function athena.finish_account(p_user_id uuid) returns boolean
language plpgsql volatile security definer set search_path = '' as
$$
declare
  v_school text := current_setting('athena.school_id', true);
  v_found boolean;
begin
  perform set_config('athena.school_id', '', true);
  update athena.users u set status = 'active', version = u.version + 1 where u.id = p_user_id and u.status = 'pending';
  v_found := found;
  perform set_config('athena.school_id', coalesce(v_school, ''), true);
  return v_found;
end
$$;

revoke all on all functions in schema athena from public;
