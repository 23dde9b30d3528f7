package org.athena.logs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same calls against the packaged service, as a jar or as the native executable, whose log is JSON. */
@QuarkusIntegrationTest
class SentinelsResourceIT extends SentinelsResourceTest {

    @Override
    String log() throws IOException {
        return Files.readString(Path.of("target/quarkus.log"));
    }
}
