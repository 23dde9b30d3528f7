-- What the role athena_service may do: a copy of src/main/resources/db/grants.sql, which every `migrate` runs at its end. Run it
-- where somebody granted or revoked something by hand.
-- What the service's login role may do; run after every migration, with the role's quoted name for athena_service.
-- Nothing is granted to public, nor to the roles of Supabase's data API.
revoke all on schema athena from public;
revoke all on all tables in schema athena from public;
revoke all on all functions in schema athena from public;
-- Supabase's own roles: whatever somebody granted them, or let them have of tables to come, is taken back.
do $$
declare
  v_exposed text;
  v_schema text;
begin
  for v_exposed, v_schema in
      select r.rolname, n.nspname from pg_catalog.pg_roles r, pg_catalog.pg_namespace n
       where r.rolname in ('anon', 'authenticated', 'service_role') and n.nspname in ('athena', 'athena_migration', 'athena_archive') loop
    execute format('revoke all on schema %I from %I cascade', v_schema, v_exposed);
    execute format('revoke all on all tables in schema %I from %I cascade', v_schema, v_exposed);
    execute format('revoke all on all sequences in schema %I from %I cascade', v_schema, v_exposed);
    execute format('revoke all on all routines in schema %I from %I cascade', v_schema, v_exposed);
    execute format('alter default privileges in schema %I revoke all on tables from %I', v_schema, v_exposed);
    execute format('alter default privileges in schema %I revoke all on sequences from %I', v_schema, v_exposed);
    execute format('alter default privileges in schema %I revoke all on routines from %I', v_schema, v_exposed);
  end loop;
end
$$;

revoke all on all tables in schema athena from athena_service;
grant usage on schema athena to athena_service;
grant select, insert, update on all tables in schema athena to athena_service;

-- Deleted for good are only rows that nothing else tells about.
grant delete on athena.idempotency_keys, athena.school_years, athena.academic_periods to athena_service;

-- The audit log is only ever added to, people are added by athena.begin_account and a superadmin is
-- made by athena.set_superadmin alone.
do $$
declare
  v_table regclass;
begin
  -- The log and each of its partitions.
  for v_table in select t.relid from pg_catalog.pg_partition_tree('athena.audit_log') t loop
    execute format('revoke update on %s from %s', v_table, $role$athena_service$role$);
  end loop;
end
$$;
revoke insert, update on athena.users from athena_service;
grant update (email, full_name, status, version) on athena.users to athena_service;

grant execute on all functions in schema athena to athena_service;

grant usage on schema athena_migration to athena_service;
grant select on athena_migration.flyway_schema_history to athena_service;

-- What was said in a case stays said.
revoke update on athena.discipline_events from athena_service;

-- A view is read only.
revoke insert, update on athena.own_students from athena_service;
