-- Why: the platform sees which statements of the service take the most time, where pg_stat_statements is installed.
-- Locks: none, a function only. Way back: drop the function.

-- For requests of the platform alone. Only statements of the role that asks, and only such as are kept without their values
-- ($1, $2): a utility statement is kept as it was sent, with a password where it sets one. Null: the extension is not there,
-- or not loaded.
create function athena.monitoring_statements(p_limit integer) returns jsonb
language plpgsql stable security definer set search_path = '' as
$$
declare
  v_view text;
  v_lines jsonb;
begin
  if current_setting('athena.platform', true) is distinct from 'on' then
    raise insufficient_privilege using message = 'figures of the installation are the platform''s';
  end if;
  -- Installations keep the extension in a schema of their own.
  select format('%I.pg_stat_statements', n.nspname) into v_view
    from pg_catalog.pg_extension e join pg_catalog.pg_namespace n on n.oid = e.extnamespace
   where e.extname = 'pg_stat_statements';
  if v_view is null then
    return null;
  end if;
  execute format($query$
    select coalesce(jsonb_agg(to_jsonb(s)), '[]'::jsonb) from (
      select left(s.query, 1000) as statement, s.calls, round(s.mean_exec_time::numeric, 3) as mean_ms,
             round(s.max_exec_time::numeric, 3) as max_ms, round(s.total_exec_time::numeric, 3) as total_ms, s.rows
        from %s s
       where s.dbid = (select d.oid from pg_catalog.pg_database d where d.datname = current_database())
         and s.userid = (select r.oid from pg_catalog.pg_roles r where r.rolname = session_user)
         and s.query ~* '^\s*(select|insert|update|delete|with)\M'
       order by s.total_exec_time desc limit $1) s $query$, v_view)
    into v_lines using least(greatest(p_limit, 1), 100);
  return v_lines;
exception
  when object_not_in_prerequisite_state then
    return null;
end
$$;

revoke all on function athena.monitoring_statements(integer) from public;
