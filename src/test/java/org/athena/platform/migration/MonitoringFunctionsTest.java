package org.athena.platform.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.athena.platform.database.DatabaseUrl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** The summaries of the installation, in a database with pg_stat_statements, as the restricted role asks for them. */
class MonitoringFunctionsTest {

    private static final String SERVICE = "svc_figures";

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws Exception {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                .start();
        owner("create schema extensions; create extension pg_stat_statements schema extensions");
        new Migration(url("postgres", "p"), url(SERVICE, "s")).run();
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @Test
    void statementsAreShownWithoutTheirValues() throws SQLException {
        try (Connection service = service("on");
                PreparedStatement look = service.prepareStatement(
                        "select count(*) from athena.students where document_number = 'secreto-1' or document_number = ?");
                Statement role = service.createStatement()) {
            look.setString(1, "secreto-2");
            look.execute();
            role.execute("set application_name = 'secreto-3'");
        }
        owner("select 'a statement of the owner' as secreto_4");
        String statements = ask("on", "select athena.monitoring_statements(100)::text");
        assertThat(statements)
                .contains("document_number = $1")
                .contains("mean_ms")
                .doesNotContain("secreto");
    }

    @Test
    void sessionsAreCountedAndNotShown() throws SQLException {
        assertThat(ask("on", "select sum(sessions)::text from athena.monitoring_sessions() where kind = 'connection'"))
                .isNotEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"monitoring_sessions()", "monitoring_statements(1)", "monitoring_storage()"})
    void whoIsNotThePlatformIsRefused(String function) {
        for (String platform : new String[] {"", "off", "true"}) {
            assertThatThrownBy(() -> ask(platform, "select athena." + function + "::text"))
                    .hasMessageContaining("the platform's");
        }
    }

    private static String ask(String platform, String sql) throws SQLException {
        try (Connection service = service(platform);
                Statement statement = service.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : null;
        }
    }

    private static Connection service(String platform) throws SQLException {
        Connection connection = open(SERVICE, "s");
        try (PreparedStatement set = connection.prepareStatement("select set_config('athena.platform', ?, false)")) {
            set.setString(1, platform);
            set.execute();
        }
        return connection;
    }

    private static void owner(String sql) throws SQLException {
        try (Connection owner = open("postgres", "p");
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection open(String user, String password) throws SQLException {
        DatabaseUrl url = url(user, password);
        return DriverManager.getConnection(url.jdbcUrl(), url.user(), url.password());
    }

    private static DatabaseUrl url(String user, String password) {
        return DatabaseUrl.parse(
                "URL", "postgresql://" + user + ":" + password + "@127.0.0.1:" + postgres.getPort() + "/postgres");
    }
}
