package org.athena.delivery;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** nginx as a load balancer on loopback, as the user who runs the tests; what it writes stays in a directory of its own. */
final class Nginx implements AutoCloseable {

    private final Process process;
    private final Path directory;
    private final int port;

    private Nginx(Process process, Path directory, int port) {
        this.process = process;
        this.directory = directory;
        this.port = port;
    }

    /** The program, where this machine has it. */
    static Optional<Path> program() {
        return Stream.of("/usr/sbin/nginx", "/usr/bin/nginx", "/opt/homebrew/bin/nginx")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Starts it.
     *
     * @param directory an empty one
     * @param port where it listens
     * @param instances the ports of the service's instances
     */
    static Nginx start(Path directory, int port, int... instances) throws IOException {
        return start(directory, port, balanced(port, instances));
    }

    /**
     * Starts it with a configuration of one's own.
     *
     * @param http what stands in the block {@code http}; it listens on the port
     */
    static Nginx start(Path directory, int port, String http) throws IOException {
        configure(directory, http);
        Process process = new ProcessBuilder(command(directory))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile())
                .start();
        Nginx nginx = new Nginx(process, directory, port);
        await().until(nginx::listening);
        return nginx;
    }

    /** From now on only these get new requests. What is under way with another is brought to its end. */
    void balance(int... instances) throws IOException, InterruptedException {
        List<Long> before = workers();
        configure(directory, balanced(port, instances));
        run("-s", "reload");
        // Those who took the old configuration leave when their last request is answered.
        await().atMost(60, TimeUnit.SECONDS).until(() -> workers().stream().noneMatch(before::contains));
    }

    /** A line for each request: method, status, and the ports of the instances that were asked. */
    List<String> answered() throws IOException {
        return Files.readAllLines(directory.resolve("access.log"));
    }

    /** Its own log, for a test that failed. */
    String errors() throws IOException {
        return Files.readString(directory.resolve("error.log"));
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    private boolean listening() throws IOException {
        if (!process.isAlive()) {
            throw new IllegalStateException("nginx did not start: " + Files.readString(directory.resolve("output")));
        }
        try (Socket ignored = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private List<Long> workers() {
        return process.children().map(ProcessHandle::pid).toList();
    }

    private void run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(command(directory));
        command.addAll(List.of(arguments));
        Process sent = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile())
                .start();
        if (sent.waitFor() != 0) {
            throw new IllegalStateException("nginx: " + Files.readString(directory.resolve("output")));
        }
    }

    private static List<String> command(Path directory) {
        return List.of(
                program().orElseThrow().toString(),
                "-p",
                directory.toString(),
                "-c",
                directory.resolve("nginx.conf").toString(),
                "-e",
                directory.resolve("error.log").toString());
    }

    private static String balanced(int port, int... instances) {
        String servers = Arrays.stream(instances)
                .mapToObj(instance -> "server 127.0.0.1:" + instance + ";")
                .collect(Collectors.joining(" "));
        return """
                upstream athena { %s keepalive 8; }
                server {
                    listen 127.0.0.1:%d;
                    location / {
                        proxy_pass http://athena;
                        proxy_http_version 1.1;
                        proxy_set_header Connection "";
                        # Nothing is asked twice: a request that an instance did not answer is one that failed.
                        proxy_next_upstream off;
                    }
                }
                """.formatted(servers, port);
    }

    private static void configure(Path directory, String http) throws IOException {
        String temporary = Stream.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
                .map(kind -> kind + "_temp_path " + directory.resolve(kind) + ";")
                .collect(Collectors.joining(" "));
        // Started by root it would become somebody else, who may not look into the directory.
        String user = System.getProperty("user.name").equals("root") ? "user root;" : "";
        Files.writeString(directory.resolve("nginx.conf"), """
                %s
                daemon off;
                pid %s/pid;
                events {}
                http {
                    %s
                    log_format asked '$request_method $status $upstream_addr';
                    access_log %s/access.log asked;
                    %s
                }
                """.formatted(user, directory, temporary, directory, http));
    }
}
