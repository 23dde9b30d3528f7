package org.athena.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
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
    private Process process;

    private DebianPostgres(String superuser) throws IOException {
        this.directory = Files.createTempDirectory("athena-postgres");
        own(directory);
        this.superuser = superuser;
        this.port = Ports.one();
    }

    /** Whether this machine has it. */
    public static boolean installed() {
        return Stream.of("initdb", "postgres", "psql", "pg_dump", "pg_restore", "pg_basebackup")
                .allMatch(program -> Files.isExecutable(PROGRAMS.resolve(program)));
    }

    /**
     * Starts an empty one.
     *
     * @param superuser the name of the role that may do everything
     */
    public static DebianPostgres start(String superuser) throws IOException, InterruptedException {
        DebianPostgres server = new DebianPostgres(superuser);
        Path password = Files.writeString(server.directory.resolve("password"), SUPERUSERS_PASSWORD);
        own(password);
        server.run(
                        "initdb",
                        "-D",
                        server.data(),
                        "-U",
                        superuser,
                        "-A",
                        "scram-sha-256",
                        "--pwfile",
                        password.toString())
                .onExit()
                .join();
        server.start();
        return server;
    }

    /** Starts a streaming replica of this one. */
    public DebianPostgres replica() throws IOException, InterruptedException {
        DebianPostgres replica = new DebianPostgres(superuser);
        replica.run(
                        "pg_basebackup",
                        "-D",
                        replica.data(),
                        "-d",
                        "postgresql://" + superuser + "@127.0.0.1:" + port + "/postgres",
                        "--write-recovery-conf",
                        "--checkpoint=fast",
                        "--no-sync")
                .onExit()
                .join();
        replica.start();
        return replica;
    }

    /** Starts it, or starts it again, and waits until it answers. */
    public void start() throws IOException {
        process = run(
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

    /** Ends it at once, with everybody's connections; it keeps its data. */
    public void stop() throws IOException {
        try {
            run("pg_ctl", "stop", "-D", data(), "-m", "immediate").onExit().join();
            process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
        } finally {
            process.destroyForcibly();
        }
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
        if (process.isAlive()) {
            stop();
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
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("log").toFile()));
        // For pg_basebackup, which also hands it on to the replica.
        builder.environment().put("PGPASSWORD", SUPERUSERS_PASSWORD);
        return builder.start();
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
}
