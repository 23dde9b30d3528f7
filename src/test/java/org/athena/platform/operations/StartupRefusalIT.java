package org.athena.platform.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.athena.testing.DatabaseResource;
import org.athena.testing.PackagedJar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts the packaged jar with settings it must not serve with. */
class StartupRefusalIT {

    @TempDir
    Path directory;

    @Test
    void aShortSecret() throws Exception {
        assertRefused(Map.of("JWT_SECRET", "too-short"), "JWT_SECRET is shorter than 32 bytes");
    }

    @Test
    void theOwnersCredentials() throws Exception {
        assertRefused(Map.of("MIGRATION_DATABASE_URL", DatabaseResource.ownerUrl()), "MIGRATION_DATABASE_URL is set");
    }

    @Test
    void anOwnerAsTheServiceRole() throws Exception {
        assertRefused(
                Map.of("DATABASE_URL", DatabaseResource.ownerUrl()),
                "DATABASE_URL: the role is superuser or BYPASSRLS");
    }

    @Test
    void noIssuer() throws Exception {
        assertRefused(Map.of("SUPABASE_URL", ""), "SUPABASE_URL is not set");
    }

    @Test
    void everyPageWithCredentials() throws Exception {
        assertRefused(
                Map.of("ATHENA_CORS_ORIGINS", "*", "ATHENA_CORS_CREDENTIALS", "true"), "ATHENA_CORS_ORIGINS: * would");
    }

    @Test
    void anUnknownDatabaseOption() throws Exception {
        assertRefused(
                Map.of("DATABASE_URL", DatabaseResource.serviceUrl() + "?loggerLevel=TRACE"),
                "DATABASE_URL has the unknown option loggerLevel");
    }

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

    @Test
    void aSchemaThatIsNewer() throws Exception {
        database("insert into athena_migration.flyway_schema_history"
                + " (installed_rank, version, description, type, script, installed_by, execution_time, success)"
                + " values (9999, '9999', 'add a column', 'SQL', 'V9999__x.sql', 'postgres', 1, true)");
        try {
            assertRefused(Map.of(), "the schema is at version 9999");
        } finally {
            database("delete from athena_migration.flyway_schema_history where version = '9999'");
        }
    }

    private static void database(String change) throws SQLException {
        try (Connection connection = DatabaseResource.owner();
                Statement statement = connection.createStatement()) {
            statement.execute(change);
        }
    }

    private void assertRefused(Map<String, String> change, String fault) throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>(Map.of(
                "DATABASE_URL", DatabaseResource.serviceUrl(),
                "SUPABASE_URL", "https://project.example",
                "QUARKUS_HTTP_HOST", "127.0.0.1",
                "PORT", "0",
                "MANAGEMENT_PORT", "0"));
        environment.putAll(change);
        Path output = directory.resolve("output");
        ProcessBuilder builder = new ProcessBuilder(PackagedJar.command())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly();
        String said = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(ended).as(said).isTrue();
        assertThat(process.exitValue()).as(said).isEqualTo(1);
        assertThat(said).contains(fault).doesNotContain("too-short").doesNotContain("a%20word");
    }
}
