package org.athena.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.athena.platform.database.DatabaseUrl;
import org.athena.platform.migration.Migration;
import org.jboss.logging.Logger;
import org.opentest4j.TestAbortedException;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** A primary of Debian's PostgreSQL 15 with a streaming replica, in place of the embedded database, for one test class. */
public class ReplicatedDatabase implements QuarkusTestResourceLifecycleManager {

    /** How far the replica may be behind for the service to read from it. */
    public static final Duration MOST_LAG = Duration.ofSeconds(10);

    private static final String PASSWORD = "services-own";

    private static DebianPostgres primary;
    private static DebianPostgres replica;

    private Runnable embeddedAgain;

    @Override
    public Map<String, String> start() {
        // Without the programs the class is skipped, aloud; there is nothing to start.
        if (!DebianPostgres.installed()) {
            return DatabaseResource.settings(DatabaseResource.port());
        }
        try {
            primary = DebianPostgres.start("postgres");
            String service = primary.url(DatabaseResource.SERVICE_ROLE, PASSWORD);
            new Migration(DatabaseUrl.parse("OWNER", primary.url()), DatabaseUrl.parse("SERVICE", service)).run();
            replica = primary.replica();
            embeddedAgain = DatabaseResource.instead(primary.url(), service);
            Map<String, String> settings = new HashMap<>(DatabaseResource.settings(DatabaseResource.port()));
            settings.put("DATABASE_READ_URL", asService());
            settings.put("ATHENA_DATABASE_REPLICA_MAX_LAG", MOST_LAG.getSeconds() + "S");
            return settings;
        } catch (IOException | InterruptedException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        if (embeddedAgain == null) {
            return;
        }
        embeddedAgain.run();
        try (DebianPostgres first = replica;
                DebianPostgres second = primary) {
            // Both end here.
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Leaves the test aloud where this machine has no such PostgreSQL; under CI that is a failure. */
    public static void requirePrograms() {
        if (DebianPostgres.installed()) {
            return;
        }
        Logger.getLogger(ReplicatedDatabase.class)
                .error("NOT TESTED WITH A REPLICA: this machine has no PostgreSQL 15");
        if (System.getenv("CI") != null) {
            throw new AssertionError("PostgreSQL 15 is missing under CI");
        }
        throw new TestAbortedException("there is no PostgreSQL 15 in " + DebianPostgres.PROGRAMS);
    }

    /** The replica's connection string for the restricted role. */
    public static String asService() {
        return replica.url(DatabaseResource.SERVICE_ROLE, PASSWORD);
    }

    /** The primary's connection string for the superuser. */
    public static String owner() {
        return primary.url();
    }

    /** The replica's connection string for the superuser. */
    public static String ownerOfReplica() {
        return replica.url();
    }

    /** The server itself, to be stopped and started. */
    public static DebianPostgres replica() {
        return replica;
    }

    /** From here on it gets what is written, and does not show it: it has just been level, and falls behind from now. */
    public static void pause() {
        ask(primary.url(), "select txid_current()::text");
        awaitCaughtUp();
        onReplica("select pg_wal_replay_pause()");
        await().until(() -> onReplica("select pg_get_wal_replay_pause_state()").equals("paused"));
    }

    /** It catches up. */
    public static void resume() {
        onReplica("select pg_wal_replay_resume()");
    }

    /** Returns when it has replayed all that the primary has written until now. */
    public static void awaitCaughtUp() {
        String written = ask(primary.url(), "select pg_current_wal_flush_lsn()::text");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> onReplica("select (pg_last_wal_replay_lsn() >= '" + written + "')::text")
                        .equals("true"));
    }

    private static String onReplica(String sql) {
        return ask(replica.url(), sql);
    }

    private static String ask(String url, String sql) {
        try (Connection connection = DebianPostgres.open(url)) {
            return Sql.text(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
