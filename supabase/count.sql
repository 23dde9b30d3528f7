-- Every table with its number of rows and a fingerprint of what they say, whatever their order; two databases with the same
-- lines hold the same rows. It reads every table whole, which may take
-- longer than the two minutes that the owner has at Supabase.
set statement_timeout = 0;
set row_security = off;
set timezone = 'UTC';
set datestyle = 'ISO';
set intervalstyle = 'iso_8601';
set bytea_output = 'hex';
set extra_float_digits = 1;

select t.name, (xpath('//rows/text()', t.counted))[1] as rows, (xpath('//fingerprint/text()', t.counted))[1] as fingerprint
  from (select c.oid::regclass::text as name,
               query_to_xml(format(
                 'select count(*) as rows, coalesce(sum((''x'' || md5(t::text))::bit(64)::bigint::numeric), 0) as fingerprint '
                 'from only %s t', c.oid::regclass), false, false, '') as counted
          from pg_catalog.pg_class c
         where c.relkind = 'r' and c.relnamespace in (
           select oid from pg_catalog.pg_namespace where nspname in ('athena', 'athena_migration', 'athena_archive'))) t
 order by 1;
