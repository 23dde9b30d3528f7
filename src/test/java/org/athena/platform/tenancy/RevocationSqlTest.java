package org.athena.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

import org.athena.testing.SupabaseProject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code supabase/revocation.sql}, run by the project's {@code postgres}, who is no superuser. */
class RevocationSqlTest {

    private static SupabaseProject project;

    @BeforeAll
    static void start() throws Exception {
        project = SupabaseProject.start();
        // It may be run again.
        project.runFile("revocation.sql");
        project.runFile("revocation.sql");
    }

    @AfterAll
    static void stop() throws IOException {
        project.close();
    }

    @Test
    void theServiceIsToldWhetherASessionLivesAndNothingElse() throws SQLException {
        UUID user = UUID.randomUUID();
        project.account(user);
        UUID session = project.signIn(user);
        try (Connection service = project.open("athena_service")) {
            assertThat(live(service, user, session)).isTrue();
            assertThat(live(service, UUID.randomUUID(), session)).isFalse();
            assertThat(live(service, user, null)).isFalse();
            assertThat(live(service, null, session)).isFalse();
            for (String table : new String[] {"auth.sessions", "auth.users"}) {
                assertThatThrownBy(() -> execute(service, "select 1 from " + table))
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"anon", "authenticated", "service_role", "public", "authenticator"})
    void nobodyElseMayAsk(String role) throws SQLException {
        try (Connection owner = project.open("postgres");
                PreparedStatement question = owner.prepareStatement(
                        "select has_function_privilege(?, 'athena.session_is_live(uuid, uuid)', 'execute')")) {
            question.setString(1, role);
            try (ResultSet row = question.executeQuery()) {
                row.next();
                assertThat(row.getBoolean(1)).isFalse();
            }
        }
    }

    /** What a caller puts into the path, or makes as a temporary table, is not looked at. */
    @Test
    void namesCannotBeTakenOver() throws SQLException {
        try (Connection owner = project.open("postgres")) {
            execute(owner, "create temp table sessions (id uuid, user_id uuid, not_after timestamptz)");
            UUID user = UUID.randomUUID();
            UUID session = UUID.randomUUID();
            execute(owner, "insert into sessions values ('" + session + "', '" + user + "', null)");
            execute(owner, "set search_path = pg_temp, athena");
            assertThat(live(owner, user, session)).isFalse();
        }
    }

    @Test
    void afterMigratingAgainTheServiceMayStillAskAndNothingStandsOpen() throws Exception {
        project.migrate();
        try (Connection service = project.open("athena_service")) {
            assertThat(live(service, UUID.randomUUID(), UUID.randomUUID())).isFalse();
        }
        assertThat(project.listOf("check.sql")).isEmpty();
    }

    private static boolean live(Connection connection, UUID user, UUID session) throws SQLException {
        try (PreparedStatement question =
                connection.prepareStatement("select athena.session_is_live(?::uuid, ?::uuid)")) {
            question.setObject(1, user == null ? null : user.toString());
            question.setObject(2, session == null ? null : session.toString());
            try (ResultSet row = question.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
