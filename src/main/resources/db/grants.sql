-- The rights of the service's login role. Run after every migration, with the role's quoted name for ${service}. Nothing is
-- granted to public, nor to the roles of Supabase's data API.
revoke all on schema athena from public;
revoke all on all tables in schema athena from public;
revoke all on all functions in schema athena from public;
-- Revokes all rights of Supabase's own roles, also the default privileges for future tables.
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

-- The service may read all columns of every table. It may write a row's id and school on insert and never change them; the
-- database sets created_at. Partitions are used through their table only, and a view is read only.
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

-- The service may delete rows of tables whose migration allows it (athena.let_delete), and work that is done.
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

-- Only athena.begin_account adds people, and only athena.set_superadmin makes a superadmin.
revoke insert, update on athena.users from ${service};
grant update (email, full_name, status, version) on athena.users to ${service};

-- The person and the school of a membership never change; the database sets the time of the first acceptance.
revoke insert, update on athena.school_memberships from ${service};
grant insert (id, school_id, user_id, guardian_id, roles, status, version, invited_name, secret_hash, expires_at, mail, mail_due_at,
  request_hash) on athena.school_memberships to ${service};
grant update (guardian_id, roles, added_roles, status, is_locked, version, invited_name, secret_hash, expires_at, declined_at, mail,
  mail_attempts, mail_due_at, mailed_at, request_hash) on athena.school_memberships to ${service};

-- The service may only add lines to the audit log.
revoke insert, update on athena.audit_log from ${service};
grant insert (school_id, actor_id, action, entity_type, entity_id, changes, request_id) on athena.audit_log to ${service};

-- The service may write the answer of a key, but not change its owner or its request. athena.forget_idempotency_keys deletes
-- keys.
revoke update on athena.idempotency_keys from ${service};
grant update (status, location, etag, body) on athena.idempotency_keys to ${service};

-- An import never changes; athena.take_back_import notes that it was taken back.
revoke update on athena.student_imports from ${service};

-- PostgreSQL looks for types in the temporary schema first, unless the search path has it last. The service may create types
-- there, so a function of the owner could run the service's code. Every function with an empty path gets this path instead.
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

-- The service may not execute trigger functions, some of which run as the owner. With such a trigger on a temporary table of its
-- own, it could write any line into the audit log. Existing triggers fire without this right.
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
