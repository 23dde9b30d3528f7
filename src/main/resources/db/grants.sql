-- What the service's login role may do; run after every migration, with the role's quoted name for ${service}.
-- Nothing is granted to public, nor to the roles of Supabase's data API.
revoke all on schema athena from public;
revoke all on all tables in schema athena from public;
revoke all on all functions in schema athena from public;
do $$
declare
  exposed text;
begin
  foreach exposed in array array['anon', 'authenticated'] loop
    if exists (select 1 from pg_roles where rolname = exposed) then
      execute format('revoke all on schema athena from %I', exposed);
      execute format('revoke all on all tables in schema athena from %I', exposed);
      execute format('revoke all on all functions in schema athena from %I', exposed);
    end if;
  end loop;
end
$$;

revoke all on all tables in schema athena from ${service};
grant usage on schema athena to ${service};
grant select, insert, update on all tables in schema athena to ${service};

-- Deleted for good are only rows that nothing else tells about.
grant delete on athena.idempotency_keys, athena.school_years, athena.academic_periods to ${service};

-- The audit log is only ever added to, people are added by athena.begin_account and a superadmin is
-- made by athena.set_superadmin alone.
revoke update on athena.audit_log, athena.audit_log_2026, athena.audit_log_2027, athena.audit_log_default from ${service};
revoke insert, update on athena.users from ${service};
grant update (email, full_name, status, version) on athena.users to ${service};

grant execute on all functions in schema athena to ${service};

grant usage on schema athena_migration to ${service};
grant select on athena_migration.flyway_schema_history to ${service};

-- What was said in a case stays said.
revoke update on athena.discipline_events from ${service};

-- A view is read only.
revoke insert, update on athena.own_students from ${service};
