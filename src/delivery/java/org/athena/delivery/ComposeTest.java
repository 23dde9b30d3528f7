package org.athena.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What {@code compose.yaml} starts, and with what. */
class ComposeTest {

    private static final Path FILE = Dockerfile.DIRECTORY.resolve("compose.yaml");

    /** The migration's, dev mode's, and what this file itself settles: the passwords and the port outside. */
    private static final Set<String> NOT_THE_SERVICES = Set.of(
            "MIGRATION_DATABASE_URL",
            "ACCESS_TOKEN_EXPIRE_MINUTES",
            "POSTGRES_PASSWORD",
            "SERVICE_PASSWORD",
            "DATABASE_PASSWORD_FILE",
            "PORT");

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

    /** None is dropped without a word. */
    @Test
    void everyVariableOfTheExampleHasItsPlace() throws IOException {
        Set<String> placed =
                new HashSet<>(map(service("service"), "environment").keySet());
        assertThat(placed).doesNotContainAnyElementsOf(NOT_THE_SERVICES);
        placed.addAll(NOT_THE_SERVICES);
        assertThat(placed).isEqualTo(Variables.known());
    }

    /** A value of this file would be another default than the service's. */
    @Test
    void onlyTheDatabaseIsGivenByTheFile() throws IOException {
        Map<String, Object> given = new HashMap<>(map(service("service"), "environment"));
        given.values().removeIf(Objects::isNull);
        assertThat(given).containsOnlyKeys("DATABASE_URL", "ATHENA_DATABASE_TLS");
    }

    @Test
    void everyVariableOfTheFileIsOneOfTheExample() throws IOException {
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
