package org.athena.platform.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.flywaydb.core.Flyway;

/**
 * Brings a database to the service's schema: makes the restricted role, migrates, grants. Run by the {@code migrate} command
 * as the owner, never by a serving instance; running it again changes nothing.
 *
 * @param owner as whom to migrate: superuser or BYPASSRLS, because under forced row level security the data migration of
 *     anyone else would silently update no rows
 * @param service as whom the service will connect
 */
public record Migration(DatabaseUrl owner, DatabaseUrl service) {

    /** Flyway's history lives here, readable by the service. */
    public static final String HISTORY_SCHEMA = "athena_migration";

    private static final int TRANSACTION_POOLER_PORT = 6543;

    /**
     * @return how many migrations were applied
     * @throws SQLException when the database refuses
     * @throws IllegalArgumentException when owner or service cannot be used, naming the variable
     */
    public int run() throws SQLException {
        if (owner.port() == TRANSACTION_POOLER_PORT) {
            throw new IllegalArgumentException(
                    "MIGRATION_DATABASE_URL is the transaction pooler (port 6543): use the direct or the session connection");
        }
        if (owner.role().equals(service.role())) {
            throw new IllegalArgumentException("DATABASE_URL and MIGRATION_DATABASE_URL name the same role");
        }
        try (Connection connection = DriverManager.getConnection(owner.jdbcUrl(), owner.user(), owner.password())) {
            requireOwner(connection);
        }
        try {
            return flyway().migrate().migrationsExecuted;
        } finally {
            // Also after a migration that failed: one before it may have made a function anew, without its grants.
            grant();
        }
    }

    private void grant() throws SQLException {
        try (Connection connection = DriverManager.getConnection(owner.jdbcUrl(), owner.user(), owner.password())) {
            connection.setAutoCommit(false);
            // Two migrators at once would otherwise both try to create the role.
            execute(connection, "select pg_advisory_xact_lock(hashtext('athena.migration'))");
            new RestrictedRole(service).ensure(connection);
            execute(connection, grants().replace("${service}", RestrictedRole.quoted(connection, service.role())));
            connection.commit();
        }
    }

    private Flyway flyway() {
        return Flyway.configure()
                .dataSource(owner.jdbcUrl(), owner.user(), owner.password())
                .locations("classpath:db/migration")
                .schemas(HISTORY_SCHEMA)
                .defaultSchema(HISTORY_SCHEMA)
                .createSchemas(true)
                .cleanDisabled(true)
                .validateMigrationNaming(true)
                .load();
    }

    private static void requireOwner(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select rolsuper or rolbypassrls from pg_roles where rolname = current_user")) {
            if (!row.next() || !row.getBoolean(1)) {
                throw new IllegalArgumentException(
                        "MIGRATION_DATABASE_URL: the role is neither superuser nor BYPASSRLS, its migrations would miss rows");
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String grants() {
        try (InputStream sql = Thread.currentThread().getContextClassLoader().getResourceAsStream("db/grants.sql")) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("db/grants.sql cannot be read", e);
        }
    }
}
