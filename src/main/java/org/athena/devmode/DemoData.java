package org.athena.devmode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import org.athena.platform.database.DatabaseUrl;

/** Fills an empty database with two schools: people in every role, some hundred families each, and what they did this year. */
record DemoData(DatabaseUrl owner) {

    private static final List<String> SCRIPTS =
            List.of("1-schools", "2-students", "3-guardians", "4-invitations", "5-changes");

    void load() throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(owner.jdbcUrl(), owner.user(), owner.password())) {
            connection.setAutoCommit(false);
            if (!empty(connection)) {
                return;
            }
            person(connection, DemoPeople.SUPERADMIN);
            update(connection, "update athena.users set is_superadmin = true where id = ?", DemoPeople.SUPERADMIN.id());
            for (int school = 0; school < DemoPeople.SCHOOLS.size(); school++) {
                update(
                        connection,
                        "insert into athena.schools (id, name) values (?, ?)",
                        DemoPeople.schoolId(school),
                        DemoPeople.SCHOOLS.get(school));
            }
            for (DemoPeople.Person person : DemoPeople.members()) {
                person(connection, person);
            }
            try (Statement statement = connection.createStatement()) {
                for (String script : SCRIPTS) {
                    statement.execute(text(script));
                }
            }
            connection.commit();
        }
    }

    private static boolean empty(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select not exists (select 1 from athena.schools)")) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static void person(Connection connection, DemoPeople.Person person) throws SQLException {
        update(
                connection,
                "insert into athena.users (id, email, full_name, status) values (?, ?, ?, 'active')",
                person.id(),
                person.email(),
                person.name());
        for (DemoPeople.Membership membership : person.memberships()) {
            update(
                    connection,
                    "insert into athena.school_memberships (school_id, user_id, roles, status)"
                            + " values (?, ?, array[?]::text[], ?)",
                    DemoPeople.schoolId(membership.school()),
                    person.id(),
                    membership.role(),
                    membership.invited() ? "invited" : "active");
        }
    }

    private static void update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private static String text(String script) throws IOException {
        try (InputStream sql = DemoData.class.getClassLoader().getResourceAsStream("devmode/demo/" + script + ".sql")) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
