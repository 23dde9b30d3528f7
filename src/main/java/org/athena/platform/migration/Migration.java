package org.athena.platform.migration;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;

import org.athena.platform.database.ConnectFault;
import org.athena.platform.database.DatabaseUrl;
import org.athena.platform.database.TlsRule;
import org.athena.platform.migration.partition.YearPartitions;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Migrates a database to the service's schema: creates the restricted role, runs the migrations, grants the rights. The {@code
 * migrate} command runs it as the owner; a serving instance never does. Running it again changes nothing.
 *
 * @param owner the user who migrates. It must be superuser or BYPASSRLS, because under forced row level security a migration of
 *     anybody else would silently skip rows
 * @param service the user as whom the service will connect
 */
public record Migration(DatabaseUrl owner, DatabaseUrl service) {

    /** The schema of Flyway's history, which the service may read. */
    public static final String HISTORY_SCHEMA = "athena_migration";

    private static final int TRANSACTION_POOLER_PORT = 6543;
    /**
     * With row security off, a statement fails instead of missing rows that row level security hides. A migration, and the wait
     * for another one, may take long, although Supabase ends its owner's statements after two minutes.
     */
    private static final String SESSION = "set row_security = off; set statement_timeout = 0";

    /**
     * Migrates, and creates the partitions of this year and the next.
     *
     * @return how many migrations were applied
     * @throws SQLException when the database refuses
     * @throws IllegalArgumentException when the owner or the service cannot be used; the message names the variable
     * @throws IllegalStateException when a newer version of the service has migrated the database
     */
    public int run() throws SQLException {
        return run(MigrationFiles.packaged());
    }

    int run(MigrationFiles files) throws SQLException {
        return run(files, YearRange.from(Year.now(ZoneOffset.UTC), 1), line -> {});
    }

    /**
     * @param years the years that must have partitions
     * @param report receives a line for each partition
     */
    int run(MigrationFiles files, YearRange years, Consumer<String> report) throws SQLException {
        try (Connection connection = connect()) {
            return run(files, years, report, connection);
        }
    }

    int run(MigrationFiles files, Connection connection) throws SQLException {
        return run(files, YearRange.from(Year.now(ZoneOffset.UTC), 1), line -> {}, connection);
    }

    private int run(MigrationFiles files, YearRange years, Consumer<String> report, Connection connection)
            throws SQLException {
        return alone(connection, () -> migrate(files, years, report, connection));
    }

    /**
     * Moves the partitions of a past year to where the service cannot read them.
     *
     * @param report receives a line that says where the rows are
     * @throws IllegalArgumentException when the year has no partitions, or the owner or the service cannot be used
     */
    void detach(int year, Consumer<String> report) throws SQLException {
        try (Connection connection = connect()) {
            String role = RestrictedRole.quoted(connection, service.role());
            alone(connection, () -> {
                new YearPartitions(connection, report).detach(year, role);
                return 0;
            });
        }
    }

    private interface Work {
        int run() throws SQLException;
    }

    private int alone(Connection connection, Work work) throws SQLException {
        requireOwner(connection);
        execute(connection, SESSION);
        // Migrators run one after the other, also on an empty database. The lock ends with the connection.
        execute(connection, "select pg_advisory_lock(hashtext('athena.migration'))");
        try {
            requireNotNewer(connection);
            return work.run();
        } finally {
            release(connection);
        }
    }

    /** A pooler may give the session to another client, so its lock and settings are removed. */
    private static void release(Connection connection) {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            execute(connection, "reset all; select pg_advisory_unlock_all()");
        } catch (SQLException e) {
            // The connection is broken, so lock and settings are gone too. The exception of the work itself says why.
        }
    }

    private int migrate(MigrationFiles files, YearRange years, Consumer<String> report, Connection connection)
            throws SQLException {
        int applied;
        try {
            applied = flyway(files).migrate().migrationsExecuted;
            new YearPartitions(connection, report).require(years.first(), years.last());
        } catch (FlywayException | SQLException e) {
            // An earlier migration may have created a function again, which removes its grants.
            try {
                grant(connection);
            } catch (SQLException | IllegalArgumentException suppressed) {
                e.addSuppressed(suppressed);
            }
            throw e;
        }
        grant(connection);
        return applied;
    }

    private void grant(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        new RestrictedRole(service).ensure(connection);
        String grants = new PackagedFile("db/grants.sql").text();
        execute(connection, grants.replace("${service}", RestrictedRole.quoted(connection, service.role())));
        connection.commit();
    }

    private Connection connect() throws SQLException {
        if (owner.port() == TRANSACTION_POOLER_PORT) {
            throw new IllegalArgumentException(
                    "MIGRATION_DATABASE_URL is the transaction pooler (port 6543): use the direct or the session connection");
        }
        if (owner.role().equals(service.role())) {
            throw new IllegalArgumentException("DATABASE_URL and MIGRATION_DATABASE_URL name the same role");
        }
        Properties properties = new Properties();
        properties.setProperty("user", owner.user());
        properties.setProperty("password", owner.password());
        // The connection is silent during a long migration; keepalive prevents a proxy from dropping it.
        properties.setProperty("tcpKeepAlive", "true");
        try {
            return DriverManager.getConnection(owner.jdbcUrl(), properties);
        } catch (SQLException e) {
            throw new SQLException(
                    ConnectFault.of("MIGRATION_DATABASE_URL", e, TlsRule.encrypts(owner.jdbcUrl())),
                    e.getSQLState(),
                    e);
        }
    }

    private Flyway flyway(MigrationFiles files) {
        return Flyway.configure()
                .dataSource(owner.jdbcUrl(), owner.user(), owner.password())
                .initSql(SESSION)
                .resourceProvider(files)
                .javaMigrationClassProvider(List::of)
                .schemas(HISTORY_SCHEMA)
                .defaultSchema(HISTORY_SCHEMA)
                .createSchemas(true)
                .cleanDisabled(true)
                // A migration calls functions with select, whose output is empty.
                .outputQueryResults(false)
                .validateMigrationNaming(true)
                .load();
    }

    private static void requireOwner(Connection connection) throws SQLException {
        if (!ask(connection, "select rolsuper or rolbypassrls from pg_roles where rolname = current_user")) {
            throw new IllegalArgumentException(
                    "MIGRATION_DATABASE_URL: the role is neither superuser nor BYPASSRLS, so its migrations would miss rows");
        }
    }

    /** The grants of an older version would remove rights that the newer version needs. */
    private static void requireNotNewer(Connection connection) throws SQLException {
        if (ask(connection, "select to_regclass('athena_migration.flyway_schema_history') is not null")) {
            SchemaVersion version = SchemaVersion.read(connection);
            if (version.installed() > version.known()) {
                throw new IllegalStateException(version.startFault().orElseThrow());
            }
        }
    }

    private static boolean ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
