-- The login role of the service: it owns nothing and may not go around row level security. `migrate` makes it by itself; run
-- this where its owner may not create roles. It has no password here, because the editor keeps what was run in it: `migrate`
-- gives it the one of DATABASE_URL, as a SCRAM verifier.
do $$
begin
  if not exists (select 1 from pg_catalog.pg_roles where rolname = 'athena_service') then
    create role athena_service login nosuperuser nobypassrls nocreatedb nocreaterole noreplication;
  end if;
end
$$;
