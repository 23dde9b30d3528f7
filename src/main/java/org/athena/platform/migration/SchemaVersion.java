package org.athena.platform.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Compares a database's schema with the one that this version of the service needs (docs/decisions/schema-version.md).
 *
 * @param known the version after the packaged migrations
 * @param installed the version of the database, 0 before the first migration
 * @param breaking whether a newer migration is marked as breaking for older instances
 */
record SchemaVersion(int known, int installed, boolean breaking) {

    private static final String READ = """
            select coalesce(max(version::int) filter (where success), 0),
                   coalesce(bool_or(version::int > ? and description like 'breaking %'), false)
              from athena_migration.flyway_schema_history
             where version is not null""";

    /**
     * Reads the version of a migrated database.
     *
     * @throws SQLException when the database has no history, or the role may not read it
     */
    static SchemaVersion read(Connection connection) throws SQLException {
        int known = MigrationFiles.packaged().version();
        try (PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setInt(1, known);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new SchemaVersion(known, row.getInt(1), row.getBoolean(2));
            }
        }
    }

    /** Why an instance must not start with this schema, nor migrate it when it is newer; empty when it may. */
    Optional<String> startFault() {
        return installed > known ? Optional.of(newer()) : olderFault();
    }

    /** Why a serving instance must stop; empty when it may continue, as it may after a compatible migration. */
    Optional<String> servingFault() {
        return breaking ? Optional.of(newer()) : olderFault();
    }

    private Optional<String> olderFault() {
        return installed < known
                ? Optional.of("the schema is at version " + installed + ", this service needs " + known
                        + ": run its migrate command first")
                : Optional.empty();
    }

    private String newer() {
        return "the schema is at version " + installed + ", this service knows " + known
                + " at most: deploy the version that migrated it";
    }
}
