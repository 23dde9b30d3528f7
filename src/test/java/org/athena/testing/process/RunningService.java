package org.athena.testing.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.athena.testing.DatabaseResource;

/**
 * The packaged service in a process of its own, on a free port of loopback, in front of the tests' database. It is ended by its
 * own handle.
 */
public final class RunningService implements AutoCloseable {

    /** The exit code of whoever was ended by SIGTERM: 128 and the signal's number. */
    public static final int TERMINATED = 143;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
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
    private final Ports ports;
    private final long before;

    /**
     * Where one listens, both on loopback.
     *
     * @param api the API's port
     * @param management the operator's port
     */
    public record Ports(int api, int management) {

        /** Two that nobody listens at. */
        public static Ports free() throws IOException {
            return new Ports(freePort(), freePort());
        }
    }

    private RunningService(Process process, Path log, Ports ports, long before) {
        this.process = process;
        this.log = log;
        this.ports = ports;
        this.before = before;
    }

    /** Starts it; it may not serve yet. */
    public static RunningService start(Packaged service) throws IOException {
        return start(service, service.name(), new Ports(freePort(), 0), Map.of());
    }

    /**
     * The same at given ports; it may not serve yet.
     *
     * @param name of its log in {@code target/bench}
     * @param settings environment variables beside the necessary ones
     */
    public static RunningService start(Packaged service, String name, Ports ports, Map<String, String> settings)
            throws IOException {
        Path log = Files.createDirectories(Path.of("target/bench")).resolve(name + ".log");
        ProcessBuilder builder =
                new ProcessBuilder(service.command()).redirectErrorStream(true).redirectOutput(log.toFile());
        // Settings of the shell must not make one run differ from the next.
        builder.environment().keySet().retainAll(INHERITED);
        builder.environment()
                .putAll(Map.of(
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
                        String.valueOf(ports.management())));
        builder.environment().putAll(settings);
        long before = System.nanoTime();
        return new RunningService(builder.start(), log, ports, before);
    }

    /** One that nobody listens at. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Asks until the sample's student is answered with 200. */
    public Started firstAnswer(Sample sample) throws IOException, InterruptedException {
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
        throw new IllegalStateException("no answer, last status " + status + ": " + log());
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

    /** What it wrote so far. */
    public String log() throws IOException {
        return Files.readString(log);
    }

    /** Sends SIGTERM, and returns at once. */
    public void terminate() {
        process.destroy();
    }

    /** Of the process. */
    public long pid() {
        return process.pid();
    }

    /** Waits until it has ended, for a minute, and gives its exit code. */
    public int awaitEnd() throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("it still runs: " + log());
        }
        return process.exitValue();
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
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
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
