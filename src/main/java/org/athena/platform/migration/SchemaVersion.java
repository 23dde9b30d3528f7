package org.athena.platform.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * How far a database's schema is from the one that this version of the service was written for
 * (docs/decisions/schema-version.md).
 *
 * @param known the version that the packaged migrations make
 * @param installed the version that the database is at, 0 before the first migration
 * @param breaking whether a migration beyond the known ones said that it leaves nothing for older instances
 */
record SchemaVersion(int known, int installed, boolean breaking) {

    private static final String READ = """
            select coalesce(max(version::int) filter (where success), 0),
                   coalesce(bool_or(version::int > ? and description like 'breaking %'), false)
              from athena_migration.flyway_schema_history
             where version is not null""";

    /**
     * Asks a migrated database.
     *
     * @throws SQLException when it has no history, or the role may not read it
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

    /** Why an instance must not start on it, nor migrate it when it is newer. */
    Optional<String> startFault() {
        return installed > known ? Optional.of(newer()) : olderFault();
    }

    /** Why an instance that serves already must stop: one that was there before a compatible migration goes on. */
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
