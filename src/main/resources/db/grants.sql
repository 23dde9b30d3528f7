-- What the service's login role may do; run after every migration, with the role's quoted name for ${service}.
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

revoke all on all tables in schema athena from ${service};
grant usage on schema athena to ${service};

-- Of every table all columns are read. A row is written with its id and its school, and keeps both; when it was made is the
-- database's to say. Rows of a partition are reached through its table, a view is read only.
do $$
declare
  v_service constant text := $role$${service}$role$;
  v_table regclass;
  v_made text;
  v_changed text;
begin
  for v_table, v_made, v_changed in
      select c.oid,
             string_agg(format('%I', a.attname), ', ') filter (where a.attname <> 'created_at'),
             string_agg(format('%I', a.attname), ', ') filter (where a.attname not in ('id', 'school_id', 'created_at'))
        from pg_catalog.pg_class c join pg_catalog.pg_attribute a on a.attrelid = c.oid
       where c.relnamespace = 'athena'::regnamespace and c.relkind in ('r', 'p', 'v') and not c.relispartition
         and a.attnum > 0 and not a.attisdropped
       group by c.oid loop
    execute format('grant select on %s to %s', v_table, v_service);
    continue when (select c.relkind from pg_catalog.pg_class c where c.oid = v_table) = 'v';
    if v_made is not null then
      execute format('grant insert (%s) on %s to %s', v_made, v_table, v_service);
    end if;
    if v_changed is not null then
      execute format('grant update (%s) on %s to %s', v_changed, v_table, v_service);
    end if;
  end loop;
end
$$;

-- Rows are deleted for good where their migration says so (athena.let_delete), and work that is done.
grant delete on athena.due_work to ${service};
do $$
declare
  v_service constant text := $role$${service}$role$;
  v_table regclass;
begin
  for v_table in
      select p.polrelid from pg_catalog.pg_policy p join pg_catalog.pg_class c on c.oid = p.polrelid
       where c.relnamespace = 'athena'::regnamespace and p.polname = 'p_delete'
         and pg_catalog.obj_description(p.oid, 'pg_policy') = 'granted' loop
    execute format('grant delete on %s to %s', v_table, v_service);
  end loop;
end
$$;

-- People are added by athena.begin_account, and a superadmin is made by athena.set_superadmin alone.
revoke insert, update on athena.users from ${service};
grant update (email, full_name, status, version) on athena.users to ${service};

-- A membership stays one person's in one school; the day of its first acceptance is kept by the database.
revoke insert, update on athena.school_memberships from ${service};
grant insert (id, school_id, user_id, roles, status, version) on athena.school_memberships to ${service};
grant update (roles, status, version) on athena.school_memberships to ${service};

-- The audit log is only ever added to.
revoke insert, update on athena.audit_log from ${service};
grant insert (school_id, actor_id, action, entity_type, entity_id, changes, request_id) on athena.audit_log to ${service};

-- A key is answered; whose it is, and for which request, stays. athena.forget_idempotency_keys removes it.
revoke update on athena.idempotency_keys from ${service};
grant update (status, location, etag, body) on athena.idempotency_keys to ${service};

-- PostgreSQL looks for types in the temporary schema first, unless the search path has it last, and the service may make types
-- there: a function of the owner would run their code. Whatever made a function with an empty path, it gets this one.
do $$
declare
  v_function regprocedure;
begin
  for v_function in
      select p.oid from pg_catalog.pg_proc p
       where p.pronamespace = 'athena'::regnamespace and p.proconfig @> array['search_path=""'] loop
    execute format('alter routine %s set search_path = pg_catalog, pg_temp', v_function);
  end loop;
end
$$;
grant execute on all functions in schema athena to ${service};

-- But those that triggers run, some of them as the owner: with one on a temporary table of its own, the service would write whatever it
-- liked into the audit log. A trigger that is there needs no right to fire.
do $$
declare
  v_function regprocedure;
begin
  for v_function in
      select p.oid from pg_catalog.pg_proc p
       where p.pronamespace = 'athena'::regnamespace and p.prorettype = 'pg_catalog.trigger'::regtype loop
    execute format('revoke all on routine %s from ${service}', v_function);
  end loop;
end
$$;

grant usage on schema athena_migration to ${service};
grant select on athena_migration.flyway_schema_history to ${service};
