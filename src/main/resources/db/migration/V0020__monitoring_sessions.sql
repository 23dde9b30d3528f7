-- Why: the platform sees how the connections of all instances are used, and how far replicas are behind. The restricted role sees
-- no more than its own sessions; a summary is enough, so nothing of what a session runs is given away.
-- Locks: none, a function only. Way back: drop the function.

-- For requests of the platform alone. One line for each application and state; replicas with the seconds until they have replayed.
create function athena.monitoring_sessions()
returns table (kind text, application text, state text, sessions bigint, lag_seconds double precision)
language plpgsql stable security definer set search_path = '' as
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

revoke all on function athena.monitoring_sessions() from public;
