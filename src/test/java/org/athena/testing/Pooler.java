package org.athena.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.athena.platform.database.DatabaseUrl;
import org.jboss.logging.Logger;
import org.opentest4j.TestAbortedException;

/**
 * PgBouncer before a database. In transaction mode each transaction gets another server connection, as on Supabase's port
 * 6543; it has fewer of them than the service has clients, so they really take turns.
 */
public final class Pooler implements AutoCloseable {

    /** How many connections to PostgreSQL all clients share. */
    public static final int SERVER_CONNECTIONS = 2;

    /** How long a client keeps a server connection. */
    public enum Mode {
        SESSION,
        TRANSACTION
    }

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Process process;
    private final DatabaseUrl server;
    private final int port;

    private Pooler(Process process, DatabaseUrl server, int port) {
        this.process = process;
        this.server = server;
        this.port = port;
    }

    /** The program, where this machine has it. */
    public static Optional<Path> program() {
        return Stream.of("/usr/sbin/pgbouncer", "/usr/bin/pgbouncer", "/opt/homebrew/bin/pgbouncer")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Leaves the test aloud where this machine has none; under CI that is a failure. */
    public static void requireProgram() {
        if (program().isPresent()) {
            return;
        }
        Logger.getLogger(Pooler.class).error("NOT TESTED THROUGH A POOLER: this machine has no pgbouncer");
        if (System.getenv("CI") != null) {
            throw new AssertionError("pgbouncer is missing under CI");
        }
        throw new TestAbortedException("there is no pgbouncer");
    }

    /**
     * Starts one on a free port of loopback.
     *
     * @param server the role's connection string without a pooler
     * @param mode for how long a client gets a server connection
     */
    public static Pooler before(String server, Mode mode) throws IOException {
        DatabaseUrl database = DatabaseUrl.parse("SERVER", server);
        int port = Ports.one();
        Path directory = Files.createTempDirectory("athena-pgbouncer");
        // As root it becomes another user, who has to read its files; the password in them opens a database of this
        // test alone.
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(
                directory.resolve("users.txt"),
                "\"" + database.user() + "\" \"" + database.password() + "\"\n\"postgres\" \"\"\n");
        Files.writeString(directory.resolve("pgbouncer.ini"), settings(database, port, directory, mode));
        Process process = new ProcessBuilder(command(directory))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
        awaitListening(process, port, directory.resolve("log"));
        return new Pooler(process, database, port);
    }

    /** Ends it. */
    @Override
    public void close() {
        process.destroy();
    }

    /** Its own port, in place of the database's. */
    public int port() {
        return port;
    }

    private static List<String> command(Path directory) {
        List<String> command = new ArrayList<>(List.of(program()
                .orElseThrow(() -> new IllegalStateException("there is no pgbouncer"))
                .toString()));
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("-u", "nobody"));
        }
        command.add(directory.resolve("pgbouncer.ini").toString());
        return command;
    }

    private static String settings(DatabaseUrl database, int port, Path directory, Mode mode) {
        return """
                [databases]
                * = host=%s port=%d
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = trust
                auth_file = %s/users.txt
                admin_users = %s
                pool_mode = %s
                default_pool_size = %d
                min_pool_size = %d
                server_round_robin = 1
                max_client_conn = 100
                ignore_startup_parameters = extra_float_digits
                """.formatted(
                        database.host(),
                        database.port(),
                        port,
                        directory,
                        database.user(),
                        mode.name().toLowerCase(Locale.ROOT),
                        SERVER_CONNECTIONS,
                        SERVER_CONNECTIONS);
    }

    /** The connection string that leads through it. */
    public String instead(String direct) {
        String pooled = direct.replace(":" + server.port() + "/", ":" + port + "/");
        return pooled + (pooled.contains("?") ? "&" : "?") + "prepareThreshold=0";
    }

    /** Where it tells what it does. */
    public PoolerConsole console() {
        return new PoolerConsole(port, server.user());
    }

    private static void awaitListening(Process process, int port, Path log) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try (Socket ignored = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException e) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    throw new IllegalStateException("pgbouncer did not start: " + Files.readString(log), e);
                }
                Thread.onSpinWait();
            }
        }
    }
}
