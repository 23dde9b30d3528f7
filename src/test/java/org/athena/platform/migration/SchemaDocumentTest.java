package org.athena.platform.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import org.athena.platform.database.DatabaseUrl;
import org.athena.testing.DatabaseResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Keeps {@code docs/schema.sql} what the migrations make. With {@code -Dathena.schema.write=true} it writes the file first. The
 * databases are its own, because other tests change the one they share.
 */
class SchemaDocumentTest {

    private static final Path FILE = Path.of("docs/schema.sql");
    private static final String COMMAND = "./mvnw test -Dtest=SchemaDocumentTest -Dathena.schema.write=true";
    private static final String MIGRATED = "schema_migrated";
    private static final String FROM_FILE = "schema_from_file";

    @BeforeAll
    static void migrate() throws SQLException, IOException {
        for (String database : List.of(MIGRATED, FROM_FILE)) {
            execute(DatabaseResource.owner(), "create database " + database);
        }
        // The file is to be the same next year.
        new Migration(url(DatabaseResource.ownerUrl(), MIGRATED), url(DatabaseResource.serviceUrl(), MIGRATED))
                .run(MigrationFiles.packaged(), new YearRange(2026, 2027), line -> {});
        if (Boolean.getBoolean("athena.schema.write")) {
            Files.writeString(FILE, SchemaDocument.of(open(MIGRATED)));
        }
    }

    @AfterAll
    static void drop() throws SQLException {
        for (String database : List.of(MIGRATED, FROM_FILE)) {
            execute(DatabaseResource.owner(), "drop database if exists " + database + " with (force)");
        }
    }

    @Test
    void theFileSaysWhatTheMigrationsMake() throws SQLException, IOException {
        assertSameAsFile(
                documentOf(MIGRATED), "docs/schema.sql is not what the migrations make; write it anew with " + COMMAND);
    }

    @Test
    void theFileRunsOnAnEmptyDatabaseAndMakesTheSameSchema() throws SQLException, IOException {
        execute(open(FROM_FILE), Files.readString(FILE));
        assertSameAsFile(documentOf(FROM_FILE), "docs/schema.sql, when run, makes a schema other than it says");
    }

    @Test
    void nothingInTheSchemasIsLeftOut() throws SQLException {
        try (Connection connection = open(MIGRATED)) {
            assertThat(new CatalogReader(connection).list(SchemaQueries.UNKNOWN))
                    .as("SchemaDocument cannot write these yet")
                    .isEmpty();
        }
    }

    @Test
    void commentsAndForeignKeysInACircleAreWrittenToo() throws SQLException {
        try (Connection connection = open(MIGRATED);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("""
                    comment on table athena.schools is 'It''s a school';
                    comment on column athena.schools.nit is 'Tax number';
                    comment on constraint pk_schools on athena.schools is 'Key';
                    alter table athena.schools add constraint fk_schools_id foreign key (id) references athena.school_settings""");
            assertThat(SchemaDocument.of(connection))
                    .contains("COMMENT ON TABLE athena.schools IS 'It''s a school';")
                    .contains("COMMENT ON COLUMN athena.schools.nit IS 'Tax number';")
                    .contains("COMMENT ON CONSTRAINT pk_schools on athena.schools IS 'Key';")
                    .containsPattern("ALTER TABLE athena\\.school\\w+ ADD CONSTRAINT fk_school");
            connection.rollback();
        }
    }

    /** Names the first line that differs: both texts together would fill screens. */
    private static void assertSameAsFile(String document, String message) throws IOException {
        List<String> expected = document.lines().toList();
        List<String> actual = Files.readAllLines(FILE);
        for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
            assertThat(line(actual, i)).as(message + "; line " + (i + 1)).isEqualTo(line(expected, i));
        }
    }

    private static String line(List<String> lines, int number) {
        return number < lines.size() ? lines.get(number) : "(end of file)";
    }

    private static String documentOf(String database) throws SQLException {
        try (Connection connection = open(database)) {
            return SchemaDocument.of(connection);
        }
    }

    private static Connection open(String database) throws SQLException {
        DatabaseUrl url = url(DatabaseResource.ownerUrl(), database);
        return DriverManager.getConnection(url.jdbcUrl(), url.user(), url.password());
    }

    private static DatabaseUrl url(String shared, String database) {
        return DatabaseUrl.parse("URL", shared.replaceFirst("/postgres$", "/" + database));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (connection;
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
