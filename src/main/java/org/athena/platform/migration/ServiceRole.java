package org.athena.platform.migration;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.athena.platform.database.ConnectFault;
import org.athena.platform.database.TlsRule;

import io.agroal.api.AgroalDataSource;

/** Checks the role of the service's connection, the schema, and whether row level security keeps schools apart. */
@ApplicationScoped
public class ServiceRole {

    /**
     * Selects the first fault, null when there is none. Every membership of the role counts, inherited or not, because {@code set
     * role} could use it. Several policies for one command allow more rows than each alone, so a table may have only one. The
     * table due_work is not checked: its rows belong to no school, and the service may read all of them.
     */
    private static final String CHECK = """
            with reach as (
                select oid, rolname, rolname in (session_user, current_user) as self,
                       rolsuper or rolbypassrls as bypasses,
                       rolcreaterole or rolreplication as powerful,
                       rolname in ('pg_read_all_data', 'pg_write_all_data', 'pg_read_server_files', 'pg_write_server_files',
                                   'pg_execute_server_program') as reads_all
                  from pg_roles
                 where pg_has_role(session_user, oid, 'member') or pg_has_role(current_user, oid, 'member')),
              owners as (
                select nspowner as owner from pg_namespace where nspname in ('athena', 'athena_migration', 'athena_archive')
                union select relowner from pg_class where relnamespace = to_regnamespace('athena')
                union select proowner from pg_proc where pronamespace = to_regnamespace('athena')),
              tables as (
                select oid, relrowsecurity and relforcerowsecurity as forced
                  from pg_class where relnamespace = to_regnamespace('athena') and relkind in ('r', 'p')
                   and relname <> 'due_work'),
              policies as (
                select polrelid, polcmd,
                       polqual::text like '{CONST %' or polwithcheck::text like '{CONST %' as constant
                  from pg_policy where polpermissive and polrelid in (select oid from tables)),
              gaps as (
                select 'row level security is not forced on ' || oid::regclass as gap from tables where not forced
                union
                select 'no policy guards ' || oid::regclass from tables where oid not in (select polrelid from policies)
                union
                select 'policies add up on ' || polrelid::regclass from policies
                 group by polrelid, polcmd having count(*) > 1 or polcmd = '*'
                union
                select 'a policy does not look at the rows of ' || polrelid::regclass from policies where constant
                union
                select oid::regclass || ' is not read with the rights of who reads it' from pg_class
                 where relnamespace = to_regnamespace('athena') and relkind in ('v', 'm', 'f')
                   and has_any_column_privilege(oid, 'select')
                   and not exists (select 1 from pg_options_to_table(reloptions)
                                    where option_name = 'security_invoker' and option_value::boolean))
            select coalesce(
                (select 'the role is superuser or BYPASSRLS, so schools are not kept apart'
                   from reach where self and bypasses limit 1),
                (select 'the role may make roles or replicate, and so reach every row' from reach where self and powerful limit 1),
                (select 'the role is a member of ' || quote_ident(rolname) || ', by which it may reach every row'
                   from reach where bypasses or powerful or reads_all order by rolname limit 1),
                (select 'the role owns the tables; serve as the restricted role'
                   from owners where owner in (select oid from reach) limit 1),
                (select 'the database is not migrated; run the migrate command first'
                  where to_regclass('athena.school_memberships') is null),
                (select string_agg(gap, ', ' order by gap) || ': schools are not kept apart'
                   from (select gap from gaps order by gap limit 3) first))""";

    private final AgroalDataSource dataSource;

    ServiceRole(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Why the service must not serve with this connection; empty when row level security applies to it and the schema has the
     * right version.
     */
    public Optional<String> fault() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(CHECK)) {
            row.next();
            String unsafe = row.getString(1);
            Optional<String> fault =
                    unsafe == null ? SchemaVersion.read(connection).startFault() : Optional.of(unsafe);
            return fault.map("DATABASE_URL: "::concat);
        } catch (SQLException e) {
            return Optional.of(ConnectFault.of("DATABASE_URL", e, encrypted()));
        }
    }

    private boolean encrypted() {
        String url = dataSource
                .getConfiguration()
                .connectionPoolConfiguration()
                .connectionFactoryConfiguration()
                .jdbcUrl();
        return TlsRule.encrypts(url);
    }
}
