package org.athena.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The service as it is shipped.
 *
 * @param name {@code native} or {@code jvm}
 * @param command how it is started
 * @param file what must be there
 */
public record Packaged(String name, List<String> command, Path file) {

    private static final Path TARGET = Path.of("target");

    /** What the last build made, which says so in a file of its own. */
    public static Packaged built() throws IOException {
        Properties artifact = new Properties();
        try (InputStream in = Files.newInputStream(TARGET.resolve("quarkus-artifact.properties"))) {
            artifact.load(in);
        }
        Path file = TARGET.resolve(artifact.getProperty("path"));
        return artifact.getProperty("type").equals("native") ? executable(file) : jar(file);
    }

    /** The native executable, when one was built. */
    public static Optional<Packaged> executable() throws IOException {
        try (Stream<Path> files = Files.list(TARGET)) {
            return files.filter(file -> file.getFileName().toString().matches("athena-api-.*-runner"))
                    .findFirst()
                    .map(Packaged::executable);
        }
    }

    /** The jar, when one was built. */
    public static Optional<Packaged> jar() {
        return Optional.of(TARGET.resolve("quarkus-app/quarkus-run.jar"))
                .filter(Files::exists)
                .map(Packaged::jar);
    }

    private static Packaged executable(Path file) {
        return new Packaged("native", List.of(file.toAbsolutePath().toString()), file);
    }

    private static Packaged jar(Path file) {
        return new Packaged(
                "jvm", List.of(System.getProperty("java.home") + "/bin/java", "-jar", file.toString()), file);
    }
}
