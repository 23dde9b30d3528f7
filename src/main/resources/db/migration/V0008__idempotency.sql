-- Why: a request that is sent twice with one Idempotency-Key is carried out once. athena.protect does not fit: a key belongs to
-- its user and may be used outside any school. It is not a record of a school, so it is not audited.
-- Locks: none, everything is new. Way back: drop the table and the function.

create table athena.idempotency_keys (
  id uuid constraint pk_idempotency_keys primary key default athena.uuid_v7(),
  school_id uuid constraint fk_idempotency_keys_school_id references athena.schools (id),
  user_id uuid not null constraint fk_idempotency_keys_user_id references athena.users (id),
  method text not null,
  path text not null constraint ck_idempotency_keys_path check (length(path) <= 500),
  key text not null constraint ck_idempotency_keys_key check (length(key) between 1 and 255),
  request_hash text not null,
  status int,
  location text,
  etag text,
  body text,
  created_at timestamptz not null default now(),
  constraint uq_idempotency_keys_user_id unique nulls not distinct (user_id, school_id, method, path, key)
);
create index ix_idempotency_keys_school_id on athena.idempotency_keys (school_id);
create index ix_idempotency_keys_created_at on athena.idempotency_keys (created_at);

alter table athena.idempotency_keys enable row level security, force row level security;
create policy p_select on athena.idempotency_keys for select using (
  user_id = (select athena.current_user_id()) and school_id is not distinct from (select athena.current_school_id()));
create policy p_insert on athena.idempotency_keys for insert with check (
  user_id = (select athena.current_user_id()) and school_id is not distinct from (select athena.current_school_id()));
create policy p_update on athena.idempotency_keys for update using (
  user_id = (select athena.current_user_id()) and school_id is not distinct from (select athena.current_school_id()))
with check (
  user_id = (select athena.current_user_id()) and school_id is not distinct from (select athena.current_school_id()));
create policy p_delete on athena.idempotency_keys for delete using (
  user_id = (select athena.current_user_id()) and school_id is not distinct from (select athena.current_school_id())
  and created_at < now() - interval '24 hours');

-- A key is valid for 24 hours. Every request with a key also deletes some of the oldest keys of all users, so that keys of people
-- who never return do not stay for ever. The function runs as the owner, because row level security hides other people's keys; it
-- returns nothing. It deletes the caller's own expired key, and at most a hundred others, so that no request becomes slow. It
-- skips keys that another request is deleting, so that it never waits.
create function athena.forget_idempotency_keys(p_path text, p_key text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as
$$
declare
  v_oldest timestamptz := now() - interval '24 hours';
begin
  delete from athena.idempotency_keys k
   where k.user_id = athena.current_user_id() and k.school_id is not distinct from athena.current_school_id()
     and k.path = p_path and k.key = p_key and k.created_at < v_oldest;
  -- Materialized: in a nested loop, the oldest hundred would be selected again for each row, and all keys would be deleted.
  with oldest as materialized (
    select e.id from athena.idempotency_keys e
     where e.created_at < v_oldest order by e.created_at limit 100 for update skip locked)
  delete from athena.idempotency_keys k using oldest where k.id = oldest.id;
end
$$;

revoke all on all functions in schema athena from public;
