package org.athena.platform.migration;

/** What {@link SchemaDocument} asks the catalog. Sorted by bytes, because a database's own order depends on its locale. */
class SchemaQueries {

    private static final String OURS = " in ('athena'::regnamespace, 'athena_migration'::regnamespace) ";

    static final String SCHEMAS = """
            select 'CREATE SCHEMA ' || quote_ident(nspname) || ';' from pg_namespace
             where nspname in ('athena', 'athena_migration') order by nspname""";

    static final String FUNCTIONS = """
            select rtrim(pg_get_functiondef(oid), E'\\n') || ';' from pg_proc
             where prokind in ('f', 'p') and pronamespace""" + OURS + """
             order by pronamespace::regnamespace::text collate "C", oid::regprocedure::text collate "C\"""";

    static final String TABLES = """
            select oid::regclass::text as name from pg_class
             where relkind in ('r', 'p') and not relispartition and relnamespace""" + OURS + """
             order by oid::regclass::text collate "C\"""";

    static final String REFERENCES = """
            select distinct confrelid::regclass::text from pg_constraint
             where contype = 'f' and conparentid = 0 and conrelid = ?::regclass""";

    static final String COLUMNS = """
            select quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)
                   || case when a.attcollation <> t.typcollation then ' COLLATE ' || a.attcollation::regcollation else '' end
                   || case when a.attgenerated = 's' then ' GENERATED ALWAYS AS (' || pg_get_expr(d.adbin, d.adrelid) || ') STORED'
                           when d.adbin is not null then ' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid) else '' end
                   || case when a.attnotnull then ' NOT NULL' else '' end
              from pg_attribute a
              join pg_type t on t.oid = a.atttypid
              left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
             where a.attrelid = ?::regclass and a.attnum > 0 and not a.attisdropped
             order by a.attnum""";

    static final String CONSTRAINTS = """
            select 'CONSTRAINT ' || quote_ident(conname) || ' ' || pg_get_constraintdef(oid, true) from pg_constraint
             where conrelid = ?::regclass and contype in ('p', 'u', 'c', 'x')
             order by position(contype::text in 'pucx'), conname""";

    static final String FOREIGN_KEYS = """
            select confrelid::regclass::text, 'CONSTRAINT ' || quote_ident(conname) || ' ' || pg_get_constraintdef(oid, true)
              from pg_constraint
             where conrelid = ?::regclass and contype = 'f' and conparentid = 0
             order by conname""";

    static final String TABLE_OPTIONS = """
            select case when relkind = 'p' then ' PARTITION BY ' || pg_get_partkeydef(oid) else '' end
                   || coalesce(' WITH (' || array_to_string(reloptions, ', ') || ')', '')
              from pg_class where oid = ?::regclass""";

    static final String PARTITIONS = """
            select 'CREATE TABLE ' || c.oid::regclass || ' PARTITION OF ' || i.inhparent::regclass || ' '
                   || pg_get_expr(c.relpartbound, c.oid) || ';'
              from pg_inherits i
              join pg_class c on c.oid = i.inhrelid
             where i.inhparent = ?::regclass
             order by c.relname""";

    /** Those that no constraint makes. ONLY would leave the partitions without the index. */
    static final String INDEXES = """
            select replace(pg_get_indexdef(i.indexrelid), ' ON ONLY ', ' ON ') || ';'
              from pg_index i
              join pg_class c on c.oid = i.indexrelid
             where i.indrelid = ?::regclass
               and not exists (select 1 from pg_constraint n where n.conindid = i.indexrelid and n.conrelid = i.indrelid)
             order by c.relname""";

    static final String TRIGGERS = """
            select pg_get_triggerdef(oid, true) || ';' from pg_trigger
             where tgrelid = ?::regclass and not tgisinternal and tgparentid = 0
             order by tgname""";

    static final String VIEWS = """
            select 'CREATE VIEW ' || oid::regclass
                   || coalesce(' WITH (' || array_to_string(reloptions, ', ') || ')', '') || E' AS\\n' || pg_get_viewdef(oid, true)
              from pg_class where relkind = 'v' and relnamespace""" + OURS + """
             order by oid::regclass::text collate "C\"""";

    static final String ROW_SECURITY = """
            select oid::regclass::text,
                   'ALTER TABLE ' || oid::regclass || ' ENABLE ROW LEVEL SECURITY'
                   || case when relforcerowsecurity then ', FORCE ROW LEVEL SECURITY' else '' end || ';'
              from pg_class where relrowsecurity and relnamespace""" + OURS + """
             order by oid::regclass::text collate "C\"""";

    static final String POLICIES = """
            select 'CREATE POLICY ' || quote_ident(p.polname) || ' ON ' || p.polrelid::regclass
                   || case when p.polpermissive then '' else ' AS RESTRICTIVE' end
                   || ' FOR ' || case p.polcmd when 'r' then 'SELECT' when 'a' then 'INSERT' when 'w' then 'UPDATE'
                                               when 'd' then 'DELETE' else 'ALL' end
                   || case when p.polroles = '{0}' then ''
                           else ' TO ' || (select string_agg(r::regrole::text, ', ' order by r::regrole::text collate "C")
                                             from unnest(p.polroles) r) end
                   || coalesce(E'\\n  USING (' || pg_get_expr(p.polqual, p.polrelid, true) || ')', '')
                   || coalesce(E'\\n  WITH CHECK (' || pg_get_expr(p.polwithcheck, p.polrelid, true) || ')', '') || ';'
              from pg_policy p where p.polrelid = ?::regclass
             order by position(p.polcmd::text in 'rawd*'), p.polname""";

    /** What somebody else than the owner may do; for functions also what everybody may not, because by default everybody may. */
    static final String GRANTS = """
            with granted (kind, object, privilege, owner, grantee) as (
              select 'SCHEMA ', n.oid::regnamespace::text, g.privilege_type, n.nspowner, g.grantee
                from pg_namespace n, aclexplode(n.nspacl) g where n.oid""" + OURS + """
              union all
              select '', c.oid::regclass::text, g.privilege_type, c.relowner, g.grantee
                from pg_class c, aclexplode(c.relacl) g where c.relnamespace""" + OURS + """
              union all
              select '', c.oid::regclass::text, g.privilege_type || ' ('
                     || string_agg(quote_ident(a.attname), ', ' order by a.attnum) || ')', c.relowner, g.grantee
                from pg_class c join pg_attribute a on a.attrelid = c.oid, aclexplode(a.attacl) g where c.relnamespace""" + OURS + """
               group by c.oid, g.privilege_type, g.grantee
              union all
              select 'FUNCTION ', p.oid::regprocedure::text, g.privilege_type, p.proowner, g.grantee
                from pg_proc p, aclexplode(p.proacl) g where p.pronamespace""" + OURS + """
            ), per_object as (
              select kind, object, string_agg(privilege, ', ' order by privilege collate "C") as privileges,
                     case when grantee = 0 then 'PUBLIC' else grantee::regrole::text end as grantee
                from granted where owner <> grantee group by kind, object, grantee
            ), statements as (
              select 1 as place, kind, 'REVOKE ALL' as verb, 'FROM ' as preposition, oid::regprocedure::text as object, 'PUBLIC' as grantee
                from pg_proc cross join (values ('FUNCTION ')) k (kind)
               where proacl is not null and not exists (select 1 from aclexplode(proacl) g where g.grantee = 0)
                 and pronamespace""" + OURS + """
              union all
              select 2, kind, 'GRANT ' || privileges, 'TO ', object, grantee from per_object
            )
            select verb || rtrim(' ON ' || kind) || E'\\n  ' || string_agg(object, E',\\n  ' order by object collate "C")
                   || E'\\n' || preposition || grantee || ';'
              from statements
             group by place, kind, verb, preposition, grantee
             order by place, kind = 'SCHEMA ' desc, kind collate "C", grantee collate "C", verb collate "C\"""";

    /** Of everything that was made after the database was. */
    static final String COMMENTS = """
            select 'COMMENT ON ' || upper(regexp_replace(i.type, '^table (?=column|constraint)', '')) || ' ' || i.identity
                   || ' IS ' || quote_literal(d.description) || ';'
              from pg_description d, pg_identify_object(d.classoid, d.objoid, d.objsubid) i
             where d.objoid >= 16384
             order by i.type collate "C", i.identity collate "C\"""";

    /** Kinds that the document would leave out without a word. */
    static final String UNKNOWN = """
            select oid::regclass::text || ' (' || relkind::text || ')' from pg_class
             where relkind not in ('r', 'p', 'v', 'i', 'I', 't') and relnamespace""" + OURS + """
            union all
            select oid::regtype::text || ' (type ' || typtype::text || ')' from pg_type
             where typtype not in ('b', 'c') and typnamespace""" + OURS + """
            union all
            select oid::regprocedure::text || ' (' || prokind::text || ')' from pg_proc
             where prokind not in ('f', 'p') and pronamespace""" + OURS + """
            union all
            select oid::regclass::text || ' (partition with partitions)' from pg_class
             where relispartition and relkind = 'p' and relnamespace""" + OURS + """
            union all
            select i.indexrelid::regclass::text || ' (index of a partition alone)' from pg_index i
              join pg_class t on t.oid = i.indrelid
              join pg_class x on x.oid = i.indexrelid
             where t.relispartition and not x.relispartition and t.relnamespace""" + OURS + """
            union all
            select oid::regoperator::text from pg_operator where oprnamespace""" + OURS + """
            union all
            select defaclrole::regrole::text || ' (default privileges)' from pg_default_acl
            union all
            select extname || ' (extension)' from pg_extension where extname <> 'plpgsql'
             order by 1""";
}
