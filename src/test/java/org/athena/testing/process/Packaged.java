package org.athena.testing.process;

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
 * @param name {@code native}, {@code jvm} (the Java that runs the tests), {@code jvm 25}, {@code aot}, or that of another build
 * @param command how it is started
 * @param file what must be there
 */
public record Packaged(String name, List<String> command, Path file) {

    private static final Path TARGET = Path.of("target");
    private static final Path JAR = TARGET.resolve("quarkus-app/quarkus-run.jar");
    private static final Path AOT_JAR = TARGET.resolve("aot/quarkus-run.jar");
    private static final String CACHE = "app.aot";

    /** What the last build made, which says so in a file of its own. */
    public static Packaged built() throws IOException {
        Properties artifact = new Properties();
        try (InputStream in = Files.newInputStream(TARGET.resolve("quarkus-artifact.properties"))) {
            artifact.load(in);
        }
        Path file = TARGET.resolve(artifact.getProperty("path"));
        return artifact.getProperty("type").equals("native") ? executable(file) : jar(file);
    }

    /** The same, with the agent by which the build measures what of the jar is run. Whoever takes times leaves it out. */
    public static Packaged covered() throws IOException {
        Packaged built = built();
        String agent = System.getProperty("athena.test.agent", "");
        if (built.isNative() || agent.isBlank()) {
            return built;
        }
        List<String> command = new ArrayList<>(built.command);
        command.add(1, agent);
        return new Packaged(built.name, command, built.file);
    }

    /** Whether it is the native executable. */
    public boolean isNative() {
        return name.equals("native");
    }

    /** The command line with these arguments. */
    public List<String> command(String... arguments) {
        return Stream.concat(command.stream(), Stream.of(arguments)).toList();
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
        return Optional.of(JAR).filter(Files::exists).map(Packaged::jar);
    }

    /** A jar that some other build made, under a name of its own. */
    public static Packaged jar(String name, Path file) {
        return jar(name, System.getProperty("java.home") + "/bin/java", List.of(), file);
    }

    /** The jar on the JDK 25 that {@code AOT_JAVA_HOME} names, when both are there. */
    public static Optional<Packaged> jarOnJava25() {
        return java25().filter(java -> Files.exists(JAR)).map(java -> jar("jvm 25", java, List.of(), JAR));
    }

    /** The jar with its ahead-of-time cache, on the same JDK 25, when all three are there. */
    public static Optional<Packaged> aot() {
        return java25().filter(java -> Files.exists(AOT_JAR.resolveSibling(CACHE)))
                .map(java -> aot(java, AOT_JAR, List.of()));
    }

    /**
     * A jar with the cache that lies beside it.
     *
     * @param java the program
     * @param options beside those that an image gives
     */
    public static Packaged aot(String java, Path jar, List<String> options) {
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of("-XX:AOTCache=" + jar.resolveSibling(CACHE), "-Xlog:aot*=error"));
        return jar("aot", java, all, jar);
    }

    /** The jar that the profile {@code aot} made. */
    public static Path aotJar() {
        return AOT_JAR;
    }

    /** What an image copies of it, in MB (10^6 bytes). */
    public double size() throws IOException {
        try (Stream<Path> files = Files.walk(isNative() ? file : file.getParent())) {
            return files.filter(Files::isRegularFile)
                            .mapToLong(part -> part.toFile().length())
                            .sum()
                    / 1e6;
        }
    }

    private static Packaged executable(Path file) {
        List<String> command = new ArrayList<>(List.of(file.toAbsolutePath().toString()));
        command.addAll(options("NATIVE_OPTIONS"));
        return new Packaged("native", command, file);
    }

    private static Packaged jar(Path file) {
        return jar("jvm", file);
    }

    private static Packaged jar(String name, String java, List<String> options, Path file) {
        List<String> command = new ArrayList<>(List.of(java));
        command.addAll(options);
        command.addAll(options("JAVA_OPTIONS"));
        command.addAll(List.of("-jar", file.toString()));
        return new Packaged(name, command, file);
    }

    private static Optional<String> java25() {
        return Optional.ofNullable(System.getenv("AOT_JAVA_HOME"))
                .map(home -> Path.of(home, "bin/java"))
                .filter(Files::isExecutable)
                .map(Path::toString);
    }

    /** Such as {@code -Xmx64m}, from the environment of whoever measures. */
    private static List<String> options(String variable) {
        String options = System.getenv().getOrDefault(variable, "").strip();
        return options.isEmpty() ? List.of() : List.of(options.split("\\s+"));
    }
}
