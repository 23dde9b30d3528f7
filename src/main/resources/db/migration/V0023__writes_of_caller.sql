-- Why: a report may be read from a replica, but nobody is to miss there what they have just written themselves. Every write leaves
-- its line in the audit log in the same transaction: a replica that has as many of the caller's recent lines as the primary has
-- replayed all of the caller's writes.
-- Locks: the index is built while writers to the audit log, and with them all writers, wait: seconds for each million of lines.
-- Way back: drop the function and the index.

create index ix_audit_log_actor_id_created_at on athena.audit_log (actor_id, created_at);

-- In whatever school, and outside any, which row level security would hide; it tells callers how many lines are their own.
create function athena.writes_of_caller(p_since timestamptz) returns bigint
language sql stable security definer set search_path = '' as
$$ select count(*) from athena.audit_log l where l.actor_id = athena.current_user_id() and l.created_at >= p_since $$;

revoke all on function athena.writes_of_caller(timestamptz) from public;
