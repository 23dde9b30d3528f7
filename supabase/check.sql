-- What stands open, a line for each; nothing when all is well. It only reads. Run it as the owner after `migrate`, after
-- somebody worked on the database by hand, and from time to time.
with
  service as (select * from pg_catalog.pg_roles where rolname = 'athena_service'),
  schemas as (select oid, nspname, nspowner, nspacl from pg_catalog.pg_namespace where nspname in ('athena', 'athena_migration', 'athena_archive')),
  relations as (
    select c.oid, c.oid::regclass::text as name, c.relkind, c.relowner, c.relrowsecurity, c.relforcerowsecurity
      from pg_catalog.pg_class c
     where c.relnamespace = (select oid from schemas where nspname = 'athena')),
  -- Whoever holds a right that is neither the owner nor the service; 0 is everybody.
  granted as (
    select 'schema ' || s.nspname as object, s.nspowner as owner, g.grantee, g.privilege_type
      from schemas s, aclexplode(coalesce(s.nspacl, acldefault('n', s.nspowner))) g
    union all
    select c.oid::regclass::text, c.relowner, g.grantee, g.privilege_type
      from pg_catalog.pg_class c join schemas s on s.oid = c.relnamespace, aclexplode(c.relacl) g
    union all
    select a.attrelid::regclass || '.' || a.attname, c.relowner, g.grantee, g.privilege_type
      from pg_catalog.pg_attribute a join pg_catalog.pg_class c on c.oid = a.attrelid
      join schemas s on s.oid = c.relnamespace, aclexplode(a.attacl) g
    union all
    select p.oid::regprocedure::text, p.proowner, g.grantee, g.privilege_type
      from pg_catalog.pg_proc p join schemas s on s.oid = p.pronamespace,
           aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g
    union all
    select 'what will be made in schema ' || s.nspname, d.defaclrole, g.grantee, g.privilege_type
      from pg_catalog.pg_default_acl d join schemas s on s.oid = d.defaclnamespace, aclexplode(d.defaclacl) g)

select 'the schema athena is missing: run migrate' as fault where not exists (select 1 from schemas where nspname = 'athena')
union all
select 'the role athena_service is missing: run migrate' where not exists (select 1 from service)
union all
select 'the role athena_service may more than log in'
  from service where rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication
union all
select 'athena_service is a member of ' || m.roleid::regrole from pg_catalog.pg_auth_members m join service s on s.oid = m.member
union all
select 'athena_service owns ' || r.name from relations r join service s on s.oid = r.relowner
union all
-- What is due in which school is nobody's row: it has no row level security.
select 'row level security is not forced on ' || name
  from relations where relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity) and name <> 'athena.due_work'
union all
select 'no policy guards ' || name
  from relations r where relkind in ('r', 'p') and name <> 'athena.due_work' and not exists (select 1 from pg_catalog.pg_policy where polrelid = r.oid)
union all
select 'athena_service may change ' || a.attrelid::regclass || '.' || a.attname
  from pg_catalog.pg_attribute a join relations r on r.oid = a.attrelid join service s
    on a.attname in ('id', 'school_id', 'created_at') and has_column_privilege(s.oid, a.attrelid, a.attnum, 'UPDATE')
union all
-- A function that binds its body when it is made looks nothing up by name.
select p.oid::regprocedure || ' looks for types in the temporary schema first'
  from pg_catalog.pg_proc p join schemas s on s.oid = p.pronamespace
 where s.nspname = 'athena' and (p.prosqlbody is null or p.prosecdef)
   and not coalesce(p.proconfig @> array['search_path=pg_catalog, pg_temp'], false)
union all
select privilege_type || ' on ' || object || ' is granted to '
       || case grantee when 0 then 'everybody' else grantee::regrole::text end
  from granted where grantee <> owner and grantee not in (select oid from service)
union all
-- Where the data API's settings are kept with its role; otherwise the project's API settings tell.
select 'the data API exposes the schema athena'
  from pg_catalog.pg_db_role_setting, unnest(setconfig) setting
 where setting ~ '^pgrst\.db_schemas=.*\mathena\M'
order by 1;
