-- Why: the log that every other table writes to (docs/decisions/audit-by-trigger.md). athena.protect does not fit, because lines
-- are only added, contain the caller and the request, and may belong to no school.
-- Locks: none, everything is new. Way back: drop the table and the function.

create table athena.audit_log (
  id uuid not null default athena.uuid_v7(),
  school_id uuid constraint fk_audit_log_school_id references athena.schools (id),
  actor_id uuid,
  action text not null constraint ck_audit_log_action check (length(action) between 1 and 60),
  entity_type text not null constraint ck_audit_log_entity_type check (length(entity_type) between 1 and 60),
  entity_id text,
  changes jsonb,
  request_id text constraint ck_audit_log_request_id check (length(request_id) <= 64),
  created_at timestamptz not null default now(),
  constraint pk_audit_log primary key (id, created_at)
) partition by range (created_at);
create table athena.audit_log_2026 partition of athena.audit_log for values from ('2026-01-01Z') to ('2027-01-01Z');
create table athena.audit_log_2027 partition of athena.audit_log for values from ('2027-01-01Z') to ('2028-01-01Z');
create table athena.audit_log_default partition of athena.audit_log default;
create index ix_audit_log_school_id_created_at on athena.audit_log (school_id, created_at desc);
create index ix_audit_log_school_id_entity on athena.audit_log (school_id, entity_type, entity_id);
create index ix_audit_log_actor_id_created_at on athena.audit_log (actor_id, created_at);

do $$
declare
  v_table regclass;
begin
  for v_table in select p.relid from pg_partition_tree('athena.audit_log') p loop
    execute format('alter table %s enable row level security, force row level security', v_table);
    execute format('create policy p_select on %s for select using ('
      'school_id = (select athena.current_school_id()) or (select athena.on_platform()))', v_table);
    -- The service writes lines that no trigger can write, with an action of their own: a read, or a named act. Only triggers
    -- write create, update and delete. Lines without an actor are work of the service itself in a school. Lines without a school
    -- are acts of the platform, or of a person on their own behalf outside any school. The request's id must match once the
    -- caller is known; athena.enter writes the line of a superadmin's request before that.
    execute format('create policy p_insert on %s for insert with check ('
      'action ~ ''^[a-z]+(_[a-z]+)*$'' and action not in (''create'', ''update'', ''delete'') '
      'and actor_id is not distinct from (select athena.current_user_id()) '
      'and request_id is not distinct from '
      'coalesce((select nullif(current_setting(''athena.request_id'', true), '''')), request_id) '
      'and ((select athena.on_platform()) or school_id = (select athena.current_school_id()) '
      'or school_id is null and actor_id is not null and (select athena.current_school_id()) is null))', v_table);
  end loop;
end
$$;

-- Counts the caller's recent lines. A report may be read from a replica, but must show what the caller has just written. Every
-- write adds a line in the same transaction, so a replica with as many of the caller's recent lines as the primary has replayed
-- all of the caller's writes. Lines of all schools and of none count, which row level security would hide; callers learn only how
-- many lines are theirs.
create function athena.writes_of_caller(p_since timestamptz) returns bigint
language sql stable security definer set search_path = pg_catalog, pg_temp as
$$ select count(*) from athena.audit_log l where l.actor_id = athena.current_user_id() and l.created_at >= p_since $$;

revoke all on all functions in schema athena from public;
