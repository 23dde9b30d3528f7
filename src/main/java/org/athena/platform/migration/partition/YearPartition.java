package org.athena.platform.migration.partition;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of one year of one table.
 *
 * @param table the partitioned table, in the schema athena
 * @param key the column with the time that determines the year
 * @param year the year, in UTC
 */
record YearPartition(String table, String key, int year) {

    /** The schema of detached partitions. */
    static final String ARCHIVE = "athena_archive";

    private static final String TABLES = """
            select c.relname, a.attname from pg_catalog.pg_partitioned_table p
              join pg_catalog.pg_class c on c.oid = p.partrelid
              join pg_catalog.pg_attribute a on a.attrelid = p.partrelid and a.attnum = p.partattrs[0]
             where c.relnamespace = 'athena'::regnamespace and p.partstrat = 'r' and p.partdefid <> 0
             order by c.relname""";

    /** Copies the policies of the table, which its other partitions have too. */
    private static final String POLICIES = """
            select format('create policy %%I on %2$s as %%s for %%s to %%s%%s%%s', p.polname,
                     case when p.polpermissive then 'permissive' else 'restrictive' end,
                     case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update'
                                   when 'd' then 'delete' else 'all' end,
                     (select string_agg(case r when 0 then 'public' else r::regrole::text end, ', ') from unnest(p.polroles) r),
                     ' using (' || pg_get_expr(p.polqual, p.polrelid) || ')',
                     ' with check (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')')
              from pg_catalog.pg_policy p where p.polrelid = '%1$s'::regclass order by p.polname""";

    /** The tables that foreign keys refer to, at least the schools. */
    private static final String REFERRED = """
            select distinct confrelid::regclass::text from pg_catalog.pg_constraint
             where contype = 'f' and conrelid = '%s'::regclass order by 1""";

    /** Lists a partition for each table that is divided by years. */
    static List<YearPartition> of(int year, Connection connection) throws SQLException {
        List<YearPartition> partitions = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(TABLES)) {
            while (row.next()) {
                partitions.add(new YearPartition(row.getString(1), row.getString(2), year));
            }
        }
        return partitions;
    }

    /** The partition's name without the schema. */
    String name() {
        return table + "_" + year;
    }

    private String parent() {
        return "athena." + table;
    }

    private String child() {
        return "athena." + name();
    }

    private String others() {
        return parent() + "_default";
    }

    boolean attached(Connection connection) throws SQLException {
        return ask(
                connection,
                "select exists (select 1 from pg_catalog.pg_inherits i where i.inhparent = '" + parent()
                        + "'::regclass and i.inhrelid = to_regclass('" + child() + "'))");
    }

    boolean archived(Connection connection) throws SQLException {
        return ask(connection, "select to_regclass('" + ARCHIVE + "." + name() + "') is not null");
    }

    /**
     * Creates the partition and moves the year's rows into it from the partition for all other years; must run in a transaction.
     *
     * @return the number of moved rows
     */
    long make(Connection connection) throws SQLException {
        lockReferred(connection);
        // From here on no request can add a row of the year.
        run(connection, "lock table " + others() + " in access exclusive mode");
        run(connection, "create table " + child() + " (like " + parent() + " including all)");
        run(connection, "alter table " + child() + " enable row level security, force row level security");
        for (String policy : texts(connection, POLICIES.formatted(parent(), child()))) {
            run(connection, policy);
        }
        long moved = move(connection);
        run(
                connection,
                "alter table " + parent() + " attach partition " + child() + " for values from ('" + year
                        + "-01-01') to ('" + (year + 1) + "-01-01')");
        return moved;
    }

    private long move(Connection connection) throws SQLException {
        String ofTheYear =
                others() + " where " + key + " >= '" + year + "-01-01' and " + key + " < '" + (year + 1) + "-01-01'";
        long copied = run(connection, "insert into " + child() + " select * from " + ofTheYear);
        // Moving does not change the rows, so the audit log must not record it.
        run(connection, "alter table " + others() + " disable trigger user");
        long taken = run(connection, "delete from " + ofTheYear);
        run(connection, "alter table " + others() + " enable trigger user");
        if (copied != taken) {
            throw new SQLException(
                    name() + ": " + copied + " rows were copied, " + taken + " taken out; nothing was changed");
        }
        return copied;
    }

    /**
     * Moves the partition with its rows to the archive, which the service cannot read; must run in a transaction.
     *
     * @param service the service's role, quoted
     */
    void detach(Connection connection, String service) throws SQLException {
        lockReferred(connection);
        run(connection, "alter table " + parent() + " detach partition " + child());
        run(connection, "alter table " + child() + " set schema " + ARCHIVE);
        run(connection, "revoke all on " + ARCHIVE + "." + name() + " from public, " + service);
    }

    /** Counts the partition's rows in the archive. This reads every row, so it must not run while a lock blocks the service. */
    long archivedRows(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + ARCHIVE + "." + name())) {
            row.next();
            return row.getLong(1);
        }
    }

    /**
     * Locks the tables that foreign keys refer to, which detaching locks too. A request locks a referred table before the
     * referring one, for example a message before its recipients. In the other order, both could wait for each other.
     */
    private void lockReferred(Connection connection) throws SQLException {
        List<String> referred = texts(connection, REFERRED.formatted(parent()));
        run(connection, "lock table " + String.join(", ", referred) + " in share row exclusive mode");
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }

    private static long run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeLargeUpdate(sql);
        }
    }

    private static boolean ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() && row.getBoolean(1);
        }
    }
}
