package org.athena.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What {@code compose.yaml} starts, and with what. */
class ComposeTest {

    private static final Path FILE = Dockerfile.DIRECTORY.resolve("compose.yaml");

    @Test
    void theDatabaseIsMigratedBeforeTheServiceStarts() throws IOException {
        assertThat(map(service("migrate"), "depends_on"))
                .isEqualTo(Map.of("database", Map.of("condition", "service_healthy")));
        assertThat(service("migrate").get("command").toString()).isEqualTo("[migrate]");
        assertThat(map(service("service"), "depends_on"))
                .isEqualTo(Map.of("migrate", Map.of("condition", "service_completed_successfully")));
    }

    @Test
    void theOwnersPasswordIsTheMigrationsAlone() throws IOException {
        assertThat(map(service("migrate"), "environment")).containsKey("MIGRATION_DATABASE_URL");
        assertThat(map(service("service"), "environment").toString())
                .doesNotContain("MIGRATION_DATABASE_URL")
                .doesNotContain("POSTGRES_PASSWORD");
    }

    @Test
    void everyVariableIsOneOfTheExample() throws IOException {
        assertThat(map(service("service"), "environment").keySet()).isSubsetOf(Variables.known());
        assertThat(Pattern.compile("\\$\\{([A-Z_]+)")
                        .matcher(Files.readString(FILE))
                        .results())
                .extracting(match -> match.group(1))
                .contains("POSTGRES_PASSWORD")
                .allMatch(name -> name.equals("DOCKERFILE") || known(name));
    }

    @Test
    void itMayDoNothingButServe() throws IOException {
        for (String name : new String[] {"migrate", "service"}) {
            assertThat(service(name))
                    .containsEntry("read_only", true)
                    .doesNotContainKeys("tmpfs", "volumes")
                    .hasEntrySatisfying("cap_drop", drop -> assertThat(drop).hasToString("[ALL]"));
        }
        assertThat(service("service").get("ports").toString()).startsWith("[127.0.0.1:");
        assertThat(service("database")).doesNotContainKey("ports");
    }

    @Test
    void nobodyIsCutOffWhoIsWaitedFor() throws IOException {
        String grace = service("service").get("stop_grace_period").toString();
        assertThat(Duration.parse("PT" + grace)).isGreaterThan(Variables.shutdownTimeout());
    }

    private static boolean known(String name) {
        try {
            return Variables.known().contains(name);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> service(String name) throws IOException {
        Map<String, Object> compose = new Yaml().load(Files.readString(FILE));
        return map(map(compose, "services"), name);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> parent, String name) {
        return (Map<String, Object>) parent.get(name);
    }
}
