-- Why: a request removes at most a hundred old keys of others, but where the planner joined the oldest keys to the table in a
-- nested loop it looked for the oldest hundred again for each row, and removed all of them. Written this way they are found once.
-- Locks: none, a function only. Way back: create the function again as V0010 has it.

create or replace function athena.forget_idempotency_keys(p_path text, p_key text) returns void
language plpgsql volatile security definer set search_path = '' as
$$
declare
  v_oldest timestamptz := now() - interval '24 hours';
begin
  delete from athena.idempotency_keys k
   where k.user_id = athena.current_user_id() and k.school_id is not distinct from athena.current_school_id()
     and k.path = p_path and k.key = p_key and k.created_at < v_oldest;
  with oldest as materialized (
    select e.id from athena.idempotency_keys e
     where e.created_at < v_oldest order by e.created_at limit 100 for update skip locked)
  delete from athena.idempotency_keys k using oldest where k.id = oldest.id;
end
$$;
