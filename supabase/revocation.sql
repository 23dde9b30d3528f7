-- Lets the service ask whether the session of a token still lives, for ATHENA_STRONG_REVOCATION=true. Run it once, after the
-- first `migrate`, as `postgres`, which may read the accounts; what the service's role may see of them stays nothing.
--
-- A session is over when its row is gone (signed out, or the account was deleted), belongs to somebody else, or is past its
-- not_after; a user is kept out while banned or marked as deleted. Without a session id the answer is no. Where the project
-- bounds the length of sessions or of inactivity, Supabase looks at that when a token is renewed, and leaves no mark before.
create or replace function athena.session_is_live(p_user_id uuid, p_session_id uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as
$$
  select exists (
    select 1
      from auth.sessions s
      join auth.users u on u.id = s.user_id
     where s.id = p_session_id and s.user_id = p_user_id
       and (s.not_after is null or s.not_after >= now())
       and (u.banned_until is null or u.banned_until <= now())
       and u.deleted_at is null)
$$;

revoke all on function athena.session_is_live(uuid, uuid) from public, anon, authenticated, service_role;
grant execute on function athena.session_is_live(uuid, uuid) to athena_service;
