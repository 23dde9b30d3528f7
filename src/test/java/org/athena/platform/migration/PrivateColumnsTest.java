package org.athena.platform.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.athena.testing.DatabaseResource;
import org.athena.testing.Schools;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a table's private columns hold never reaches the audit log. */
class PrivateColumnsTest {

    private static final String SECRET = "palabra-privada";

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

    private static UUID school() {
        return Schools.create().first().id();
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
