-- Why: a key holds for 24 hours, but only its owner's next request removed it, so the keys and answers of people who never
-- come back stayed for good. Now every request with a key also removes some of the oldest, whoever they belong to.
-- Locks: none, a function only. Way back: drop the function.

-- The owner runs it, because row level security hides other people's keys; it tells nobody anything. The caller's own key goes,
-- so that it is free again; of all others at most a hundred, so that no request pays for a busy day, and none that another
-- request is removing at the moment: nobody waits for anybody else's request.
create function athena.forget_idempotency_keys(p_path text, p_key text) returns void
language plpgsql volatile security definer set search_path = '' as
$$
declare
  v_oldest timestamptz := now() - interval '24 hours';
begin
  delete from athena.idempotency_keys k
   where k.user_id = athena.current_user_id() and k.school_id is not distinct from athena.current_school_id()
     and k.path = p_path and k.key = p_key and k.created_at < v_oldest;
  delete from athena.idempotency_keys k
   where k.id in (select e.id from athena.idempotency_keys e
                   where e.created_at < v_oldest order by e.created_at limit 100 for update skip locked);
end
$$;
revoke all on function athena.forget_idempotency_keys(text, text) from public;
