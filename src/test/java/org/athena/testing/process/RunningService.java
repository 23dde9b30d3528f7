package org.athena.testing.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.athena.testing.DatabaseResource;
import org.athena.testing.Ports;
import org.athena.testing.Schools;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;

/**
 * The packaged service in a process of its own, on a free port of loopback, in front of the tests' database unless the settings name
 * another. It is ended by its own handle.
 */
public final class RunningService implements AutoCloseable {

    /** The exit code of whoever was ended by SIGTERM: 128 and the signal's number. */
    public static final int TERMINATED = 143;

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Set<String> INHERITED = Set.of("PATH", "HOME", "LANG", "TMPDIR");

    /**
     * When things happened, counted from just before the process was made.
     *
     * @param listening the port took a connection
     * @param answered the first authenticated answer was there
     */
    public record Started(Duration listening, Duration answered) {}

    private final Process process;
    private final Path log;
    private final Path errors;
    private final Ports ports;
    private final long before;

    private RunningService(Process process, Path log, Path errors, Ports ports, long before) {
        this.process = process;
        this.log = log;
        this.errors = errors;
        this.ports = ports;
        this.before = before;
    }

    /** Starts it; it may not serve yet. */
    public static RunningService start(Packaged service) throws IOException {
        return start(service, service.name(), new Ports(Ports.one(), 0), Map.of());
    }

    /**
     * The same at given ports; it may not serve yet.
     *
     * @param name of its log in {@code target/bench}
     * @param settings environment variables beside the necessary ones
     */
    public static RunningService start(Packaged service, String name, Ports ports, Map<String, String> settings)
            throws IOException {
        Path directory = Files.createDirectories(Path.of("target/bench"));
        return start(service, directory.resolve(name + ".log"), ports, settings);
    }

    /**
     * What the build has just made, which is measured for coverage; it may not serve yet.
     *
     * @param log the file for what it says; what it says on standard error goes into one beside it
     * @param settings environment variables beside the necessary ones
     */
    public static RunningService start(Path log, Map<String, String> settings) throws IOException {
        return start(Packaged.covered(), log, Ports.free(), settings);
    }

    private static RunningService start(Packaged service, Path log, Ports ports, Map<String, String> settings)
            throws IOException {
        Path errors = log.resolveSibling(log.getFileName() + ".errors");
        ProcessBuilder builder = new ProcessBuilder(service.command())
                .redirectOutput(log.toFile())
                .redirectError(errors.toFile());
        // Settings of the shell must not make one run differ from the next.
        builder.environment().keySet().retainAll(INHERITED);
        builder.environment().putAll(necessary(ports));
        builder.environment().putAll(settings);
        long before = System.nanoTime();
        return new RunningService(builder.start(), log, errors, ports, before);
    }

    private static Map<String, String> necessary(Ports ports) {
        return Map.of(
                "DATABASE_URL",
                DatabaseResource.serviceUrl(),
                "JWT_SECRET",
                Sample.SECRET,
                "ATHENA_AUTH_ISSUER",
                Sample.ISSUER,
                "QUARKUS_HTTP_HOST",
                "127.0.0.1",
                "PORT",
                String.valueOf(ports.api()),
                "QUARKUS_MANAGEMENT_HOST",
                "127.0.0.1",
                "MANAGEMENT_PORT",
                String.valueOf(ports.management()));
    }

    /** Asks until the sample's student is answered with 200. */
    public Started firstAnswer(Sample sample) throws InterruptedException {
        String headers = sample.headers();
        Duration listening = null;
        int status = 0;
        while (process.isAlive() && since().compareTo(PATIENCE) < 0) {
            try (Wire wire = new Wire(port())) {
                listening = listening == null ? since() : listening;
                status = wire.get(sample.path(), headers);
                if (status == 200) {
                    return new Started(listening, since());
                }
            } catch (IOException e) {
                // Nobody listens yet.
            }
            Thread.sleep(1);
        }
        throw new IllegalStateException("no answer, last status " + status + ": " + output());
    }

    private Duration since() {
        return Duration.ofNanos(System.nanoTime() - before);
    }

    /** Where the API is. */
    public int port() {
        return ports.api();
    }

    /** The status that the readiness probe is answered with; 0 when nobody answers. */
    public int readiness() {
        try (Wire wire = new Wire(ports.management())) {
            return wire.get("/q/health/ready", "");
        } catch (IOException e) {
            return 0;
        }
    }

    /** Returns when it says that it is ready, which includes its database. */
    public RunningService awaitReady() {
        await().atMost(PATIENCE)
                .failFast(
                        "it ended",
                        () -> assertThat(process.isAlive()).as(output()).isTrue())
                .until(() -> readiness() == 200);
        return this;
    }

    /** A request to it as the person with that role in the school. */
    public RequestSpecification as(Schools.School school, String role) {
        return with(Sample.token(school.person(role)))
                .header("X-School-Id", school.id().toString());
    }

    /** A request to it with that token. */
    public RequestSpecification with(String token) {
        return RestAssured.given()
                .baseUri("http://127.0.0.1:" + port())
                .header("Authorization", "Bearer " + token)
                .contentType("application/json");
    }

    /** What it has said so far, the log first. */
    public String output() {
        return read(log) + read(errors);
    }

    /** The last line on standard error, where whoever looks at a terminal looks first; empty when there is none. */
    public String lastError() {
        return read(errors).lines().reduce((first, second) -> second).orElse("");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends SIGTERM, and returns at once. */
    public void terminate() {
        process.destroy();
    }

    /** Waits until it has ended, and gives its exit code. */
    public int awaitEnd() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("it still runs: " + output());
        }
        return process.exitValue();
    }

    /** Of the process. */
    public long pid() {
        return process.pid();
    }

    /** Whether it has not ended yet. */
    public boolean alive() {
        return process.isAlive();
    }

    /** What its threads have used of the processors so far, which other work on the machine changes less than the clock's time. */
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** Memory of the process by the kernel's names ({@code VmRSS}, {@code RssAnon}, {@code RssFile}), in MB (10^6 bytes). */
    public double memory(String name) throws IOException {
        String line = Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(candidate -> candidate.startsWith(name + ":"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(line.replaceAll("\\D", "")) * 1024 / 1e6;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    /** Starts it, waits for the first answer, ends it. */
    public static Started measure(Packaged service, Sample sample) throws IOException, InterruptedException {
        try (RunningService running = start(service)) {
            return running.firstAnswer(sample);
        }
    }
}
