-- Why: a line of the audit log could name anybody as the one who acted, any request, and, by somebody who named themselves, any
-- school. Now it names the caller, the request in which it is written, and the school of the request. When it was is the database's
-- to say: the right to write that column is not granted (db/grants.sql).
-- Locks: the audit log and its partitions, exclusively, for a change of the catalog alone. Way back: the policy of V0004.

do $$
declare
  t regclass;
begin
  for t in select p.relid from pg_catalog.pg_partition_tree('athena.audit_log') p loop
    execute format('drop policy p_insert on %s', t);
    -- Without an actor: what the system does by itself in a school. Without a school: an act of the platform, or of a person on
    -- their own behalf, outside any school. A request is known once the caller is; the line that lets a superadmin in is written
    -- by athena.enter before that.
    execute format('create policy p_insert on %s for insert with check ('
      'actor_id is not distinct from (select athena.current_user_id()) '
      'and request_id is not distinct from '
      'coalesce((select nullif(current_setting(''athena.request_id'', true), '''')), request_id) '
      'and ((select athena.on_platform()) or school_id = (select athena.current_school_id()) '
      'or school_id is null and actor_id is not null and (select athena.current_school_id()) is null))', t);
  end loop;
end
$$;
