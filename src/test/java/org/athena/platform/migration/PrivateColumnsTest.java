package org.athena.platform.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.athena.platform.database.DatabaseUrl;
import org.athena.testing.DatabaseResource;
import org.athena.testing.Schools;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a table's private columns hold never reaches the audit log, and what an older trigger put there is gone. */
class PrivateColumnsTest {

    private static final String SECRET = "palabra-privada";
    private static final String OLD = "private_columns";
    private static final int BEFORE = 23;

    private static final String ROWS = """
            insert into athena.students (id, school_id, document_type, document_number, first_name, last_name, extra_data, piar_data)
            values ('%1$s', '%1$s', 'TI', '1', 'Ana', 'Ruiz', '{"a":"palabra-privada"}', '{"a":"palabra-privada"}');
            insert into athena.guardians (id, school_id, document_type, document_number, full_name)
            values ('%1$s', '%1$s', 'CC', '2', 'Eva Ruiz');
            insert into athena.student_guardians (id, school_id, student_id, guardian_id, relationship, restriction)
            values ('%1$s', '%1$s', '%1$s', '%1$s', 'madre', 'palabra-privada');
            insert into athena.school_years (id, school_id, name, starts_on, ends_on)
            values ('%1$s', '%1$s', '2026', '2026-01-20', '2026-11-30');
            insert into athena.enrollments (id, school_id, student_id, school_year_id, extra_data)
            values ('%1$s', '%1$s', '%1$s', '%1$s', '{"a":"palabra-privada"}');
            update athena.school_settings set security_settings = '{"smtp_password":"palabra-privada"}',
                   simat_settings = '{"password":"palabra-privada"}' where school_id = '%1$s';""";

    @AfterAll
    static void drop() throws SQLException {
        run(DatabaseResource.owner(), "drop database if exists " + OLD + " with (force)");
    }

    @ParameterizedTest
    @CsvSource({
        "students, piar_data, '{\"b\":2}'",
        "students, extra_data, '{\"b\":2}'",
        "enrollments, extra_data, '{\"b\":2}'",
        "student_guardians, restriction, otra",
        "school_settings, simat_settings, '{\"b\":2}'",
        "school_settings, security_settings, '{\"b\":2}'"
    })
    void theLogSaysThatAPrivateColumnChangedAndNotWhatItHolds(String table, String column, String value)
            throws SQLException {
        UUID school = school();
        run(DatabaseResource.owner(), ROWS.formatted(school));
        run(
                DatabaseResource.owner(),
                "update athena." + table + " set " + column + " = '" + value + "' where school_id = '" + school + "'",
                "delete from athena." + table + " where school_id = '" + school + "' and '" + table
                        + "' not in ('students')");
        String lines = "from athena.audit_log where school_id = '" + school + "' and entity_type = '" + table + "'";
        List<String> changed = list(
                DatabaseResource.owner(),
                "select changes ->> '" + column + "' " + lines + " and action = 'update' order by created_at");
        assertThat(changed).last().isEqualTo("changed");
        assertThat(list(DatabaseResource.owner(), "select coalesce(changes::text, '') " + lines))
                .isNotEmpty()
                .allSatisfy(changes -> assertThat(changes).doesNotContain(SECRET));
    }

    @Test
    void aMigrationTakesPrivateValuesOutOfTheLinesThatAreThere() throws SQLException {
        run(DatabaseResource.owner(), "drop database if exists " + OLD + " with (force)", "create database " + OLD);
        Migration migration = new Migration(url(DatabaseResource.ownerUrl()), url(DatabaseResource.serviceUrl()));
        migration.run(upTo(BEFORE));
        UUID school = UUID.randomUUID();
        run(
                old(),
                "insert into athena.schools (id, name) values ('" + school + "', 'Colegio')",
                "insert into athena.school_settings (school_id) values ('" + school + "')",
                ROWS.formatted(school),
                "update athena.student_guardians set restriction = 'palabra-privada dos', can_pickup = true",
                "update athena.school_settings set pei_summary = 'PEI', security_settings = '{\"smtp_password\":\"palabra-privada dos\"}'",
                "delete from athena.student_guardians",
                "delete from athena.school_settings",
                // As the command makes it of a year that is over.
                "create schema athena_archive",
                "create table athena_archive.audit_log_2025 as select * from athena.audit_log");
        assertThat(secrets()).hasSize(10);
        long lines = lines();

        migration.run(MigrationFiles.packaged());

        assertThat(secrets()).isEmpty();
        assertThat(lines()).isEqualTo(lines);
        for (String log : List.of("athena.audit_log", "athena_archive.audit_log_2025")) {
            assertThat(list(
                            old(),
                            "select changes::text from " + log + " where entity_type = 'student_guardians'"
                                    + " and action = 'update'"))
                    .containsExactly("{\"can_pickup\": [false, true], \"restriction\": \"changed\"}");
            assertThat(list(
                            old(),
                            "select changes::text from " + log + " where entity_type = 'school_settings'"
                                    + " and action = 'update' and changes -> 'pei_summary' is not null"))
                    .containsExactly("{\"pei_summary\": [null, \"PEI\"], \"security_settings\": \"changed\"}");
            assertThat(list(
                            old(),
                            "select entity_type from " + log + " where action = 'delete' and jsonb_exists_any(changes,"
                                    + " array['restriction', 'simat_settings', 'security_settings'])"))
                    .isEmpty();
            assertThat(list(
                            old(),
                            "select changes ->> 'relationship' from " + log
                                    + " where entity_type = 'student_guardians' and action = 'delete'"))
                    .containsExactly("madre");
        }
    }

    private static UUID school() {
        return Schools.create().first().id();
    }

    private static List<String> secrets() throws SQLException {
        return list(old(), """
                select changes::text from athena.audit_log where changes::text like '%palabra-privada%'
                union all
                select changes::text from athena_archive.audit_log_2025 where changes::text like '%palabra-privada%'""");
    }

    private static long lines() throws SQLException {
        return list(old(), "select id::text from athena.audit_log where action <> 'create'")
                .size();
    }

    private static MigrationFiles upTo(int version) {
        return new MigrationFiles(MigrationFiles.packaged().files().stream()
                .filter(file -> file.version() <= version)
                .toList());
    }

    private static DatabaseUrl url(String shared) {
        return DatabaseUrl.parse("URL", shared.replaceFirst("/postgres$", "/" + OLD));
    }

    private static Connection old() throws SQLException {
        DatabaseUrl url = url(DatabaseResource.ownerUrl());
        return DriverManager.getConnection(url.jdbcUrl(), url.user(), url.password());
    }

    private static void run(Connection connection, String... statements) throws SQLException {
        try (connection;
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static List<String> list(Connection connection, String sql) throws SQLException {
        try (connection) {
            return new ArrayList<>(new CatalogReader(connection).list(sql));
        }
    }
}
