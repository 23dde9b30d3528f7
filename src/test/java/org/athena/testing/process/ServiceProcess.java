package org.athena.testing.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.crypto.spec.SecretKeySpec;

import org.athena.testing.Schools;
import org.athena.testing.Tokens;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;

/**
 * The service that the last build made, the jar or the native executable, in a process of its own on free ports of loopback. It
 * is ended by its own handle.
 */
public final class ServiceProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Set<String> INHERITED = Set.of("PATH", "HOME", "LANG", "TMPDIR");
    private static final String ISSUER = "https://project.example/auth/v1";
    private static final String SECRET = "a-secret-for-a-process-" + UUID.randomUUID();

    private final Process process;
    private final Path log;
    private final Path errors;
    private final int port;
    private final int managementPort;

    private ServiceProcess(Process process, Path log, Path errors, int port, int managementPort) {
        this.process = process;
        this.log = log;
        this.errors = errors;
        this.port = port;
        this.managementPort = managementPort;
    }

    /**
     * Starts it with these variables on top of what every service needs; what it says goes into the file, and what it says on
     * standard error into one beside it.
     */
    public static ServiceProcess start(Path log, Map<String, String> variables) throws IOException {
        int port = freePort();
        int managementPort = freePort();
        Path errors = log.resolveSibling(log.getFileName() + ".errors");
        ProcessBuilder builder = new ProcessBuilder(Packaged.covered().command())
                .redirectOutput(log.toFile())
                .redirectError(errors.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(INHERITED);
        environment.putAll(Map.of(
                "ATHENA_AUTH_ISSUER",
                ISSUER,
                "JWT_SECRET",
                SECRET,
                "QUARKUS_HTTP_HOST",
                "127.0.0.1",
                "QUARKUS_MANAGEMENT_HOST",
                "127.0.0.1",
                "PORT",
                String.valueOf(port),
                "MANAGEMENT_PORT",
                String.valueOf(managementPort)));
        environment.putAll(variables);
        return new ServiceProcess(builder.start(), log, errors, port, managementPort);
    }

    /** Returns when it says that it is ready, which includes its database. */
    public ServiceProcess awaitReady() {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .failFast("it ended", () -> {
                    assertThat(process.isAlive()).as(output()).isTrue();
                })
                .until(() -> RestAssured.get("http://127.0.0.1:" + managementPort + "/q/health/ready")
                                .statusCode()
                        == 200);
        return this;
    }

    /** Waits until it ends by itself, and gives its exit code. */
    public int awaitEnd() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("it still runs: " + output());
        }
        return process.exitValue();
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
            throw new IllegalStateException(e);
        }
    }

    /** A request to it as the person with that role in the school. */
    public RequestSpecification as(Schools.School school, String role) {
        Tokens tokens = new Tokens(
                ISSUER, "HS256", null, new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return with(tokens.of(school.person(role)))
                .header("X-School-Id", school.id().toString());
    }

    /** A request to it with that token. */
    public RequestSpecification with(String token) {
        return RestAssured.given()
                .baseUri("http://127.0.0.1:" + port)
                .header("Authorization", "Bearer " + token)
                .contentType("application/json");
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
