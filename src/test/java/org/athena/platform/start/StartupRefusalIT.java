package org.athena.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

import org.athena.testing.DatabaseResource;
import org.athena.testing.process.RunningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Starts the package, the jar or the native executable, as it must not serve. What exactly is refused is for the tests of the checks;
 * this one has a start for each way in which one ends. Each ends with 1, and its last line on standard error says why.
 */
class StartupRefusalIT {

    private static final String PUBLISHED = "sb_publishable_0123456789abcdef0123456789abcdef";

    @TempDir
    Path directory;

    @Test
    void settingsThatCannotBeMeant() throws Exception {
        assertRefused(
                Map.ofEntries(
                        Map.entry("DATABASE_URL", ""),
                        Map.entry("QUARKUS_PROFILE", "dev"),
                        Map.entry("SUPABASE_URL", "http://project.example"),
                        Map.entry("SUPABASE_ANON_KEY", PUBLISHED.replace("publishable", "secret")),
                        Map.entry("SUPABASE_SERVICE_ROLE_KEY", PUBLISHED),
                        Map.entry("JWT_SECRET", PUBLISHED),
                        Map.entry("JWT_SECRET_PREVIOUS", "too-short"),
                        Map.entry("MIGRATION_DATABASE_URL", DatabaseResource.ownerUrl()),
                        Map.entry("ATHENA_CORS_ORIGINS", "*"),
                        Map.entry("ATHENA_CORS_CREDENTIALS", "true"),
                        Map.entry("ATHENA_TRUSTED_PROXIES", "0.0.0.0/0"),
                        Map.entry("PORT", "18080"),
                        Map.entry("MANAGEMENT_PORT", "18080")),
                "DATABASE_URL is not set",
                "QUARKUS_PROFILE must be prod",
                "SUPABASE_URL must begin with https://",
                "SUPABASE_ANON_KEY is a secret key",
                "SUPABASE_SERVICE_ROLE_KEY is a published key",
                "JWT_SECRET is an API key or a token",
                "JWT_SECRET_PREVIOUS is shorter than 32 bytes",
                "MIGRATION_DATABASE_URL is set",
                "ATHENA_CORS_ORIGINS: * would",
                "ATHENA_TRUSTED_PROXIES: 0.0.0.0/0 would trust every caller",
                "PORT and MANAGEMENT_PORT are the same port");
    }

    @Test
    void noIssuer() throws Exception {
        assertRefused(Map.of("ATHENA_AUTH_ISSUER", "", "SUPABASE_URL", ""), "SUPABASE_URL is not set");
    }

    @Test
    void valuesThatCannotBeReadOrMakeNoSense() throws Exception {
        assertRefused(
                Map.of(
                        "PORT", "abc",
                        "ATHENA_DATABASE_POOL_SIZE", "0",
                        "ATHENA_AUTH_LEEWAY", "1000D",
                        "OTEL_EXPORTER_OTLP_ENDPOINT", "grpc://collector",
                        "ATHENA_TRUSTED_PROXIES", "10.0.0.0/99",
                        "SUPABASE_URL", "project.example",
                        "ATHENA_TENANCY_SUPERADMIN_NEEDS_SECOND_FACTOR", "ture"),
                "PORT must be a whole number from 0 to 65535",
                "ATHENA_DATABASE_POOL_SIZE must be a whole number from 1 to 1000",
                "ATHENA_AUTH_LEEWAY must be a time from 0S to 5M",
                "OTEL_EXPORTER_OTLP_ENDPOINT must be an address",
                "ATHENA_TRUSTED_PROXIES must be addresses",
                "SUPABASE_URL must be scheme, host and port alone",
                "ATHENA_TENANCY_SUPERADMIN_NEEDS_SECOND_FACTOR must be true or false");
    }

    @Test
    void aValueThatOnlyQuarkusReads() throws Exception {
        assertRefused(
                Map.of("QUARKUS_HTTP_IDLE_TIMEOUT", "too-short", "QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false"),
                "QUARKUS_HTTP_IDLE_TIMEOUT: the value is missing or cannot be read");
    }

    @Test
    void aPortThatIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            assertRefused(Map.of("PORT", port), "PORT: 127.0.0.1:" + port + " is in use by another process");
        }
    }

    @Test
    void aManagementPortThatIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            assertRefused(
                    Map.of("MANAGEMENT_PORT", port),
                    "MANAGEMENT_PORT: 127.0.0.1:" + port + " is in use by another process");
        }
    }

    @Test
    void aDatabaseThatDoesNotAnswer() throws Exception {
        assertRefused(
                Map.of("DATABASE_URL", "postgresql://athena_service:too-short@127.0.0.1:1/postgres"),
                "DATABASE_URL: the database cannot be asked (SQL state 08001): nobody answers at the host and port");
    }

    @Test
    void anUnknownDatabaseOption() throws Exception {
        assertRefused(
                Map.of("DATABASE_URL", DatabaseResource.serviceUrl() + "?loggerLevel=TRACE"),
                "DATABASE_URL has the unknown option loggerLevel");
    }

    @Test
    void anOwnerAsTheServiceRole() throws Exception {
        assertRefused(
                Map.of("DATABASE_URL", DatabaseResource.ownerUrl()),
                "DATABASE_URL: the role is superuser or BYPASSRLS");
    }

    @Test
    void aTableWithoutRowLevelSecurity() throws Exception {
        database("alter table athena.students disable row level security");
        try {
            assertRefused(Map.of(), "DATABASE_URL: row level security is not forced on athena.students");
        } finally {
            database("alter table athena.students enable row level security");
        }
    }

    /** The newest version that it knows is that of the migrations in the package. */
    @Test
    void aSchemaThatIsOlder() throws Exception {
        String history = " athena_migration.flyway_schema_history set success = %s where installed_rank ="
                + " (select max(installed_rank) from athena_migration.flyway_schema_history)";
        database("update" + history.formatted("false"));
        try {
            assertRefused(Map.of(), "run its migrate command first");
        } finally {
            database("update" + history.formatted("true"));
        }
    }

    private static void database(String change) throws SQLException {
        try (Connection connection = DatabaseResource.owner();
                Statement statement = connection.createStatement()) {
            statement.execute(change);
        }
    }

    private void assertRefused(Map<String, String> change, String... faults) throws Exception {
        Map<String, String> variables = new HashMap<>(Map.of("DATABASE_URL", DatabaseResource.serviceUrl()));
        variables.putAll(change);
        try (RunningService service = RunningService.start(directory.resolve("log"), variables)) {
            int status = service.awaitEnd();
            assertThat(status).as(service.output()).isEqualTo(1);
            assertThat(service.lastError())
                    .startsWith("refusing to start: ")
                    .contains(faults)
                    .doesNotContain("quarkus.", "SRCFG", "Exception");
            assertThat(service.output())
                    .doesNotContain("Listening on", "too-short", "0123456789abcdef", "a%20word", "a word!");
        }
    }
}
