package org.athena.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Railway is told which image to build, what to start, and how long to wait. */
class RailwayTest {

    @Test
    void bothServicesAreBuiltFromAnImageThatIsThere() throws IOException {
        for (String name : new String[] {"service", "migration"}) {
            String image = read(name).at("/build/dockerfilePath").asText();
            assertThat(Path.of(image)).exists().hasParent(Dockerfile.DIRECTORY);
        }
    }

    @Test
    void theMigrationIsTheImagesOwnCommand() throws IOException {
        Dockerfile image = Dockerfile.of(
                Path.of(read("migration").at("/build/dockerfilePath").asText()));
        String entry = image.lastStage().values("ENTRYPOINT").get(0).replaceAll("[\\[\\]\"]", "");
        assertThat(read("migration").at("/deploy/startCommand").asText()).isEqualTo(entry + " migrate");
        assertThat(read("migration").at("/deploy/restartPolicyType").asText()).isEqualTo("NEVER");
        // What it starts by itself is the service.
        assertThat(read("service").at("/deploy/startCommand").isMissingNode()).isTrue();
    }

    @Test
    void nobodyIsCutOffWhoIsWaitedFor() throws IOException {
        int draining = read("service").at("/deploy/drainingSeconds").asInt();
        assertThat(Duration.ofSeconds(draining)).isGreaterThan(Variables.shutdownTimeout());
    }

    /** Railway asks the API's port, where health is not; ManagementResourceTest shows that this is answered there. */
    @Test
    void theHealthCheckIsAtTheApisPort() throws IOException {
        assertThat(read("service").at("/deploy/healthcheckPath").asText()).isEqualTo("/q/openapi");
    }

    /** It copies from what is sent to the engine, to where the addresses of the page name it. */
    @Test
    void theLineForTheCertificateFitsTheImage() throws IOException {
        assertThat(DeployPage.text())
                .contains("\nCOPY --chmod=0644 src/main/railway/ca.crt " + DeployPage.certificate() + "\n");
        assertThat(Files.readAllLines(Path.of(".dockerignore"))).contains("!src/main/");
    }

    private static JsonNode read(String name) throws IOException {
        return new ObjectMapper().readTree(Files.readString(Path.of("src/main/railway", name + ".json")));
    }
}
