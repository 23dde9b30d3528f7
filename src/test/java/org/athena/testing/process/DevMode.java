package org.athena.testing.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.athena.testing.Ports;

/**
 * {@code ./mvnw quarkus:dev} in a fresh copy of the sources, so that nothing is compiled yet and the database is new. It is ended by
 * its own handle.
 */
public final class DevMode implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Path COPY = Path.of("target/bench/checkout");

    private final Process maven;
    private final int port;
    private final Path log;
    private final long before;

    private DevMode(Process maven, int port, Path log, long before) {
        this.maven = maven;
        this.port = port;
        this.log = log;
        this.before = before;
    }

    /** Makes the copy. */
    public static void checkOut() throws IOException {
        Files.createDirectories(COPY);
        delete(COPY);
        for (String part : List.of("pom.xml", "mvnw", ".mvn", "src")) {
            copy(Path.of(part));
        }
    }

    /** Runs the command in the copy. */
    public static DevMode start() throws IOException {
        int port = Ports.one();
        Path log = COPY.resolveSibling("dev.log");
        ProcessBuilder builder = new ProcessBuilder(
                        "./mvnw",
                        "-B",
                        "-ntp",
                        "quarkus:dev",
                        "-Ddebug=false",
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=" + port,
                        "-Dquarkus.management.host=127.0.0.1",
                        "-Dquarkus.management.port=0")
                .directory(COPY.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        // The one of the shell, or of the build that runs this, may name another database.
        builder.environment().keySet().removeIf(name -> name.matches("DATABASE_URL|SUPABASE_.*|JWT_.*|PORT|CI"));
        long before = System.nanoTime();
        return new DevMode(builder.start(), port, log, before);
    }

    /** Where the API is. */
    public int port() {
        return port;
    }

    /** What it has said so far. */
    public String log() throws IOException {
        return Files.readString(log);
    }

    /** Waits for the first 200 of the API's description, and gives the time since the command. */
    public Duration awaitAnswer() throws IOException, InterruptedException {
        while (maven.isAlive() && since().compareTo(PATIENCE) < 0) {
            try (Wire wire = new Wire(port)) {
                if (wire.get("/q/openapi", "") == 200) {
                    return since();
                }
            } catch (IOException e) {
                // Nobody listens yet.
            }
            Thread.sleep(10);
        }
        throw new IllegalStateException("no answer: " + log());
    }

    private Duration since() {
        return Duration.ofNanos(System.nanoTime() - before);
    }

    /** Children first; the service's JVM stops its database when it is asked to end. */
    @Override
    public void close() throws IOException, InterruptedException {
        Optional<ProcessHandle> database = database();
        List<ProcessHandle> tree =
                Stream.concat(maven.descendants(), Stream.of(maven.toHandle())).toList();
        tree.forEach(ProcessHandle::destroy);
        for (ProcessHandle process : tree) {
            await(process);
        }
        if (database.isPresent()) {
            await(database.get());
        }
    }

    private static void await(ProcessHandle process) throws InterruptedException {
        for (int i = 0; i < 150 && process.isAlive(); i++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        process.destroyForcibly();
    }

    /** Not a child of the service's JVM: it writes its id into its directory. */
    private static Optional<ProcessHandle> database() throws IOException {
        Path id = COPY.resolve("target/dev-postgres/postmaster.pid");
        return Files.exists(id)
                ? ProcessHandle.of(Long.parseLong(Files.readAllLines(id).get(0).strip()))
                : Optional.empty();
    }

    /** What the page installs and builds is no source. */
    private static boolean isSource(Path file) {
        return Stream.of("src/main/webui/node_modules", "src/main/webui/dist").noneMatch(file::startsWith);
    }

    private static void copy(Path part) throws IOException {
        try (Stream<Path> files = Files.walk(part)) {
            for (Path file : files.filter(DevMode::isSource).toList()) {
                Files.copy(file, COPY.resolve(file.toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                if (!file.equals(directory)) {
                    Files.delete(file);
                }
            }
        }
    }
}
