package org.athena.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
        List<String> command = new ArrayList<>(List.of(file.toAbsolutePath().toString()));
        command.addAll(options("NATIVE_OPTIONS"));
        return new Packaged("native", command, file);
    }

    private static Packaged jar(Path file) {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        command.addAll(options("JAVA_OPTIONS"));
        command.addAll(List.of("-jar", file.toString()));
        return new Packaged("jvm", command, file);
    }

    /** Such as {@code -Xmx64m}, from the environment of whoever measures. */
    private static List<String> options(String variable) {
        String options = System.getenv().getOrDefault(variable, "").strip();
        return options.isEmpty() ? List.of() : List.of(options.split("\s+"));
    }
}
