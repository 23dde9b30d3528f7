-- Why: a request that is sent twice with one Idempotency-Key is carried out once. athena.protect does not fit: a key is its owner's, and
-- may be used outside any school; what it keeps is no record of a school, so it leaves no line in the audit log.
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

-- A key holds for 24 hours. Every request with a key also removes some of the oldest, whoever they belong to, so that those of people
-- who never come back do not stay for good. The owner runs it, because row level security hides other people's keys; it tells nobody
-- anything. The caller's own key goes, so that it is free again; of all others at most a hundred, so that no request pays for a busy
-- day, and none that another request is removing at the moment: nobody waits for anybody else's request.
create function athena.forget_idempotency_keys(p_path text, p_key text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as
$$
declare
  v_oldest timestamptz := now() - interval '24 hours';
begin
  delete from athena.idempotency_keys k
   where k.user_id = athena.current_user_id() and k.school_id is not distinct from athena.current_school_id()
     and k.path = p_path and k.key = p_key and k.created_at < v_oldest;
  -- Materialized: joined in a nested loop, the oldest hundred would be looked for again for each row, and all of them removed.
  with oldest as materialized (
    select e.id from athena.idempotency_keys e
     where e.created_at < v_oldest order by e.created_at limit 100 for update skip locked)
  delete from athena.idempotency_keys k using oldest where k.id = oldest.id;
end
$$;

revoke all on all functions in schema athena from public;
