-- The service's tables lie in a schema of their own, which the data API does not know. Run it before the first `migrate`, or
-- at any time after it; `migrate` does the same. Leave "athena" out of the exposed schemas in the project's API settings.
create schema if not exists athena;
revoke all on schema athena from public, anon, authenticated, service_role;
alter default privileges in schema athena revoke all on tables from anon, authenticated, service_role;
alter default privileges in schema athena revoke all on sequences from anon, authenticated, service_role;
alter default privileges in schema athena revoke all on routines from anon, authenticated, service_role;
