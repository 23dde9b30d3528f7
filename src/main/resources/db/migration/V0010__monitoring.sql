-- Why: the platform sees how the connections of all instances are used, how far replicas are behind, which statements take the
-- most time, and how large the tables are. The restricted role sees only its own sessions, and no statistics of rows that row
-- level security hides. The functions run as the owner. They return summaries only, and nothing of what a session runs.
-- Locks: none, functions only. Way back: drop the functions.

-- For requests of the platform only. One line for each application and state; a replica's line has the seconds until it has
-- replayed everything.
create function athena.monitoring_sessions()
returns table (kind text, application text, state text, sessions bigint, lag_seconds double precision)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as
$$
begin
  if current_setting('athena.platform', true) is distinct from 'on' then
    raise insufficient_privilege using message = 'figures of the installation are the platform''s';
  end if;
  return query
    select 'connection', coalesce(a.application_name, ''), coalesce(a.state, 'unknown'), count(*), null::double precision
      from pg_catalog.pg_stat_activity a
     where a.datname = current_database() and a.backend_type = 'client backend'
     group by 2, 3
    union all
    select 'replica', coalesce(r.application_name, ''), coalesce(r.state, 'unknown'), count(*),
           max(extract(epoch from coalesce(r.replay_lag, interval '0')))::double precision
      from pg_catalog.pg_stat_replication r
     group by 2, 3
    order by 1, 4 desc, 2, 3
    limit 200;
end
$$;

-- For requests of the platform only. Returns statements of the calling role that are stored without their values ($1, $2). A
-- utility statement is stored as it was sent, with a password if it sets one, so it is left out. Null when the extension is not
-- installed, or not loaded.
create function athena.monitoring_statements(p_limit integer) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as
$$
declare
  v_view text;
  v_lines jsonb;
begin
  if current_setting('athena.platform', true) is distinct from 'on' then
    raise insufficient_privilege using message = 'figures of the installation are the platform''s';
  end if;
  -- The extension may be in any schema.
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

-- For requests of the platform only. A line without a school is a whole table, with its exact size. The other lines are estimates
-- of the last analyze for the schools in the statistics, which are the largest ones.
create function athena.monitoring_storage()
returns table (table_name text, school_id uuid, estimated_rows bigint, bytes bigint)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as
$$
begin
  if current_setting('athena.platform', true) is distinct from 'on' then
    raise insufficient_privilege using message = 'figures of the installation are the platform''s';
  end if;
  return query
    with tables as (
      select c.relname::text as name, greatest(c.reltuples, 0)::double precision as row_count,
             pg_catalog.pg_total_relation_size(c.oid) as size
        from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'athena' and c.relkind = 'r'),
    shares as (
      select s.tablename::text as name, v.school, v.share
        from pg_catalog.pg_stats s,
             unnest(s.most_common_vals::text::text[]::uuid[], s.most_common_freqs::double precision[]) as v (school, share)
       where s.schemaname = 'athena' and s.attname = 'school_id' and not s.inherited)
    select t.name, null::uuid, t.row_count::bigint, t.size from tables t
    union all
    select t.name, s.school, (t.row_count * s.share)::bigint, (t.size * s.share)::bigint
      from tables t join shares s on s.name = t.name
     where t.row_count > 0;
end
$$;

revoke all on all functions in schema athena from public;
