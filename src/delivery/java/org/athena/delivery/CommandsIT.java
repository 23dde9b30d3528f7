package org.athena.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.athena.devmode.AuthStandIn;
import org.athena.testing.Sql;
import org.athena.testing.process.Packaged;
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

    /**
     * How a command ended.
     *
     * @param status its exit code
     * @param said on standard output
     * @param errors on standard error
     */
    private record Ended(int status, String said, String errors) {

        /** It says why in its last line. */
        void assertFailed(int expected, String why) {
            assertThat(status).as(errors).isEqualTo(expected);
            assertThat(errors.lines().reduce((first, second) -> second))
                    .hasValueSatisfying(last -> assertThat(last)
                            .contains(why)
                            .doesNotContain("quarkus.", "Exception", "secret-o", "too-short"));
        }

        void assertSaid(String what) {
            assertThat(status).as(said + errors).isZero();
            assertThat(said).contains(what);
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
        command("create-superadmin", EMAIL)
                .assertFailed(1, "refusing to start: DATABASE_URL: the database cannot be asked (SQL state 28000)");
        command("migrate").assertSaid("applied");
        command("migrate").assertSaid("nothing to migrate");

        command("create-superadmin", EMAIL).assertSaid(EMAIL + " is a superadmin now");
        UUID id = UUID.fromString(ask("select id::text from athena.users where is_superadmin and status = 'active'"));
        assertThat(supabase.hasAccount(id)).isTrue();
        Ended again = command("create-superadmin", EMAIL);
        assertThat(again.status()).as(again.errors()).isZero();
        assertThat(again.said()).isEqualTo(EMAIL + " is a superadmin already\n");

        command("create-superadmin", "otra@example.org")
                .assertFailed(
                        1, "create-superadmin failed: the installation already has a superadmin, who can make others");
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
        command("create-superadmin", EMAIL).assertFailed(1, "create-superadmin failed: ");
        assertThat(ask("select count(*)::text from athena.users")).isEqualTo("0");
        command("create-superadmin", EMAIL, id.toString()).assertSaid("is a superadmin now");
        assertThat(ask("select id::text from athena.users where is_superadmin")).isEqualTo(id.toString());
    }

    @Test
    void partitionsAreMadeForTheYearsToComeAndDetachedWhenTheirYearIsOver() throws Exception {
        int year = Year.now(ZoneOffset.UTC).getValue();
        assertThat(command("migrate").status()).isZero();
        Ended ahead = command("migrate", "--partitions-ahead", "3");
        ahead.assertSaid("made audit_log_" + (year + 3));
        assertThat(command("migrate", "--partitions-ahead", "3").said()).doesNotContain("made ");

        command("detach-partitions", String.valueOf(year - 1))
                .assertFailed(1, "detach-partitions failed: there are no partitions of " + (year - 1));
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "create table athena.audit_log_" + (year - 1) + " partition of athena.audit_log for values from ('"
                            + (year - 1) + "-01-01Z') to ('" + year + "-01-01Z');"
                            + " insert into athena.audit_log (action, entity_type, created_at) values ('create', 'schools', '"
                            + (year - 1) + "-06-01Z')");
        }
        command("detach-partitions", String.valueOf(year - 1))
                .assertSaid("1 rows are in athena_archive.audit_log_" + (year - 1));
        command("detach-partitions", String.valueOf(year - 1)).assertSaid("already");
        command("detach-partitions", String.valueOf(year)).assertFailed(2, "usage: athena-api detach-partitions YEAR");
    }

    @Test
    void whatIsNotUnderstoodIsExplained() throws Exception {
        command("serv").assertFailed(2, "create-superadmin EMAIL");
        assertThat(command("migrate").status()).isZero();
        command("create-superadmin", "nobody").assertFailed(2, "usage: athena-api create-superadmin EMAIL");
    }

    @Test
    void aCommandThatCannotWorkSaysWhy() throws Exception {
        String nowhere = "postgresql://postgres:secret-o@127.0.0.1:1/postgres";
        String nobody = "the database cannot be asked (SQL state 08001): nobody answers at the host and port";
        command(Map.of("MIGRATION_DATABASE_URL", nowhere), "migrate")
                .assertFailed(1, "migrate failed: MIGRATION_DATABASE_URL: " + nobody);
        command(Map.of("DATABASE_URL", ""), "migrate").assertFailed(1, "migrate failed: DATABASE_URL is not set");
        command(Map.of("DATABASE_URL", ""), "create-superadmin", EMAIL)
                .assertFailed(1, "refusing to start: DATABASE_URL is not set");
        command(Map.of("MANAGEMENT_PORT", "1"), "health").assertFailed(1, "nobody answers at MANAGEMENT_PORT 1");
        command(Map.of("MANAGEMENT_PORT", "one"), "health")
                .assertFailed(1, "MANAGEMENT_PORT must be a whole number from 0 to 65535");
    }

    private Ended command(String... arguments) throws IOException, InterruptedException {
        return command(Map.of(), arguments);
    }

    private Ended command(Map<String, String> change, String... arguments) throws IOException, InterruptedException {
        Path output = directory.resolve("output");
        Path errors = directory.resolve("errors");
        ProcessBuilder builder = new ProcessBuilder(Packaged.covered().command(arguments))
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
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
        environment.putAll(change);
        Process process = builder.start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly();
        String said = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(ended).as(said).isTrue();
        return new Ended(process.exitValue(), said, Files.readString(errors, StandardCharsets.UTF_8));
    }

    private String url(String user) {
        return "postgresql://" + user + "@127.0.0.1:" + postgres.getPort() + "/postgres";
    }

    private String ask(String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
            return Sql.text(connection, sql);
        }
    }
}
