package org.athena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.athena.devmode.AuthStandIn;
import org.athena.testing.PackagedJar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** The operator's commands of the packaged jar, or of the native executable, from an empty PostgreSQL on. */
class CommandsIT {

    private static final String EMAIL = "primera@example.org";

    @TempDir
    Path directory;

    private EmbeddedPostgres postgres;
    private AuthStandIn supabase;
    /** Holds the ports of an instance that serves. */
    private ServerSocket serving;

    private record Ended(int status, String said) {

        /** Which failure it was, an executable may tell in its own way; that it was one, it does not hide. */
        void assertFailed(int expected) {
            assertThat(PackagedJar.isNative() && status != 0 ? expected : status)
                    .as(said)
                    .isEqualTo(expected);
        }
    }

    @BeforeEach
    void start() throws IOException {
        postgres = EmbeddedPostgres.start();
        supabase = new AuthStandIn(3600);
        serving = new ServerSocket(0);
    }

    @AfterEach
    void stop() throws IOException {
        serving.close();
        supabase.close();
        postgres.close();
    }

    @Test
    void anEmptyDatabaseIsMigratedAndGetsItsFirstSuperadminWhoStays() throws Exception {
        assertThat(command("create-superadmin", EMAIL)).satisfies(ended -> {
            ended.assertFailed(1);
            assertThat(ended.said()).contains("DATABASE_URL");
        });
        assertThat(command("migrate").said()).contains("applied");
        assertThat(command("migrate").said()).contains("nothing to migrate");

        Ended made = command("create-superadmin", EMAIL);
        assertThat(made.status()).as(made.said()).isZero();
        assertThat(made.said()).contains(EMAIL + " is a superadmin now");
        UUID id = UUID.fromString(ask("select id::text from athena.users where is_superadmin and status = 'active'"));
        assertThat(supabase.hasAccount(id)).isTrue();
        assertThat(command("create-superadmin", EMAIL)).isEqualTo(new Ended(0, EMAIL + " is a superadmin already\n"));

        Ended second = command("create-superadmin", "otra@example.org");
        second.assertFailed(1);
        assertThat(second.said()).contains("who makes others");
        assertThatThrownBy(() -> ask("select athena.set_superadmin('" + id + "', false)::text"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("superadmin");
        assertThat(ask("select count(*)::text from athena.users")).isEqualTo("1");
    }

    @Test
    void anAccountThatExistsIsNamedByItsId() throws Exception {
        UUID id = UUID.randomUUID();
        supabase.account(id, EMAIL, "their-own-password");
        command("migrate");
        Ended refused = command("create-superadmin", EMAIL);
        refused.assertFailed(1);
        assertThat(ask("select count(*)::text from athena.users")).isEqualTo("0");
        Ended made = command("create-superadmin", EMAIL, id.toString());
        assertThat(made.status()).as(made.said()).isZero();
        assertThat(ask("select id::text from athena.users where is_superadmin")).isEqualTo(id.toString());
    }

    @Test
    void partitionsAreMadeForTheYearsToComeAndDetachedWhenTheirYearIsOver() throws Exception {
        int year = Year.now(ZoneOffset.UTC).getValue();
        assertThat(command("migrate").status()).isZero();
        Ended ahead = command("migrate", "--partitions-ahead", "3");
        assertThat(ahead.status()).as(ahead.said()).isZero();
        assertThat(ahead.said()).contains("made audit_log_" + (year + 3), "made attendance_records_" + (year + 3));
        assertThat(command("migrate", "--partitions-ahead", "3").said()).doesNotContain("made ");

        Ended none = command("detach-partitions", String.valueOf(year - 1));
        none.assertFailed(1);
        assertThat(none.said()).contains("there are no partitions of " + (year - 1));
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "create table athena.audit_log_" + (year - 1) + " partition of athena.audit_log for values from ('"
                            + (year - 1) + "-01-01Z') to ('" + year + "-01-01Z');"
                            + " insert into athena.audit_log (action, entity_type, created_at) values ('create', 'schools', '"
                            + (year - 1) + "-06-01Z')");
        }
        Ended detached = command("detach-partitions", String.valueOf(year - 1));
        assertThat(detached.status()).as(detached.said()).isZero();
        assertThat(detached.said()).contains("1 rows are in athena_archive.audit_log_" + (year - 1));
        assertThat(command("detach-partitions", String.valueOf(year - 1)).said())
                .contains("already");
        command("detach-partitions", String.valueOf(year)).assertFailed(2);
    }

    @Test
    void whatIsNotUnderstoodIsExplained() throws Exception {
        command("serv").assertFailed(2);
        assertThat(command("serv").said()).contains("create-superadmin EMAIL");
        assertThat(command("migrate").status()).isZero();
        command("create-superadmin", "nobody").assertFailed(2);
    }

    private Ended command(String... arguments) throws IOException, InterruptedException {
        Path output = directory.resolve("output");
        ProcessBuilder builder = new ProcessBuilder(PackagedJar.operatorsCommand(arguments))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        Map<String, String> environment = builder.environment();
        environment.put("DATABASE_URL", url("athena_service:s"));
        environment.put("MIGRATION_DATABASE_URL", url("postgres"));
        environment.put("PORT", String.valueOf(serving.getLocalPort()));
        environment.put("MANAGEMENT_PORT", String.valueOf(serving.getLocalPort()));
        // What only a serving instance must not start with is nothing to a command.
        environment.put("JWT_SECRET", "too-short");
        environment.put("SUPABASE_URL", supabase.url());
        environment.put("SUPABASE_SERVICE_ROLE_KEY", supabase.serviceKey());
        environment.put("QUARKUS_LOG_CONSOLE_LEVEL", "ERROR");
        environment.put("QUARKUS_BANNER_ENABLED", "false");
        Process process = builder.start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly();
        String said = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(ended).as(said).isTrue();
        return new Ended(process.exitValue(), said);
    }

    private String url(String user) {
        return "postgresql://" + user + "@127.0.0.1:" + postgres.getPort() + "/postgres";
    }

    private String ask(String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
