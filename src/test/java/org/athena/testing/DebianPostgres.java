package org.athena.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.athena.platform.database.DatabaseUrl;
import org.awaitility.Awaitility;

/**
 * A PostgreSQL 15 as Debian packages it, with its own {@code psql}, {@code pg_dump} and {@code pg_restore}, on a free port of
 * loopback. It asks everybody for a password.
 */
public final class DebianPostgres implements AutoCloseable {

    /** Where its programs are. */
    public static final Path PROGRAMS = Path.of("/usr/lib/postgresql/15/bin");

    private static final String SUPERUSERS_PASSWORD = "superusers-own";

    private final Path directory;
    private final String superuser;
    private final int port;
    private final Process process;

    private DebianPostgres(Path directory, String superuser) throws IOException, InterruptedException {
        this.directory = directory;
        this.superuser = superuser;
        this.port = freePort();
        Path password = Files.writeString(directory.resolve("password"), SUPERUSERS_PASSWORD);
        own(password);
        run("initdb", "-D", data(), "-U", superuser, "-A", "scram-sha-256", "--pwfile", password.toString())
                .onExit()
                .join();
        this.process = run(
                "postgres",
                "-D",
                data(),
                "-p",
                String.valueOf(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "fsync=off");
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(this::answers);
    }

    /** Whether this machine has it. */
    public static boolean installed() {
        return Stream.of("initdb", "postgres", "psql", "pg_dump", "pg_restore")
                .allMatch(program -> Files.isExecutable(PROGRAMS.resolve(program)));
    }

    /**
     * Starts an empty one.
     *
     * @param superuser the name of the role that may do everything
     */
    public static DebianPostgres start(String superuser) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("athena-postgres");
        own(directory);
        return new DebianPostgres(directory, superuser);
    }

    /** Its database {@code postgres}, for the superuser. */
    public String url() {
        return url(superuser, SUPERUSERS_PASSWORD);
    }

    /** Its database {@code postgres}, for that role. */
    public String url(String user, String password) {
        return "postgresql://" + user + ":" + password + "@127.0.0.1:" + port + "/postgres";
    }

    /** A connection to one of its addresses. */
    public static Connection open(String url) throws SQLException {
        DatabaseUrl database = DatabaseUrl.parse("URL", url);
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }

    /** Ends it at once, with everybody's connections, and removes its data. */
    @Override
    public void close() throws IOException {
        try {
            run("pg_ctl", "stop", "-D", data(), "-m", "immediate").onExit().join();
            process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
        } finally {
            process.destroyForcibly();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private String data() {
        return directory.resolve("data").toString();
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new IllegalStateException("postgres did not start: " + log());
        }
        try (Connection connection = open(url())) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    private String log() {
        try {
            return Files.readString(directory.resolve("log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (root()) {
            // It refuses to run as root.
            command.addAll(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"));
        }
        command.add(PROGRAMS.resolve(program).toString());
        command.addAll(List.of(arguments));
        if (program.equals("initdb")) {
            command.addAll(List.of("--encoding=UTF8", "--locale=C", "--no-sync"));
        }
        return new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("log").toFile()))
                .start();
    }

    private static void own(Path path) throws IOException {
        if (root()) {
            Files.setOwner(
                    path, path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
        }
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
    }

    private static boolean root() {
        return System.getProperty("user.name").equals("root");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
