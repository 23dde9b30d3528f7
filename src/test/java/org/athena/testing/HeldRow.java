package org.athena.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A transaction of the owner that holds rows until it is let go, so that requests meet where a test wants them to. */
public final class HeldRow implements AutoCloseable {

    private static final String WAITING = "pg_stat_activity where cardinality(pg_blocking_pids(pid)) > 0";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Connection holder;

    private HeldRow(Connection holder) {
        this.holder = holder;
    }

    /** What the statement locks or changes is held from now on. */
    public static HeldRow by(String sql, Object... values) throws SQLException {
        Connection holder = DatabaseResource.owner();
        holder.setAutoCommit(false);
        try (PreparedStatement statement = holder.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
        return new HeldRow(holder);
    }

    /** The lock that another instance takes for these words, as long as its transaction lasts. */
    public static HeldRow lock(Object... words) throws SQLException {
        byte[] named = Stream.of(words)
                .map(String::valueOf)
                .collect(Collectors.joining("\n"))
                .getBytes(UTF_8);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(named);
            return by("select pg_advisory_xact_lock(?)", ByteBuffer.wrap(hash).getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many transactions wait at the moment, for this one or for each other. */
    public static int waiting() {
        return Schools.count(WAITING);
    }

    /** Returns when so many transactions wait, for this one or for each other. */
    public HeldRow awaitWaiting(int transactions) {
        await().atMost(PATIENCE).until(() -> waiting() == transactions);
        return this;
    }

    /** What was changed never was, and whoever waited goes on. */
    public void takeBack() throws SQLException {
        holder.rollback();
    }

    /** What was changed counts from now on, and whoever waited goes on. */
    @Override
    public void close() throws SQLException {
        holder.commit();
        holder.close();
    }
}
