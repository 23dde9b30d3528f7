package org.athena.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The owner's connections that are not in use. Tests arrange thousands of rows, and opening a connection takes longer than most of
 * their statements. A connection serves one caller at a time, so a statement that waits for a lock stops nobody else.
 */
final class OwnersConnections {

    private static final Queue<Idle> IDLE = new ConcurrentLinkedQueue<>();

    /** The address tells which database it leads to: a test may put another one in place of the shared one. */
    private record Idle(String url, Connection connection) {}

    /** What is done with a connection. */
    interface Work<T> {
        T with(Connection owner) throws SQLException;
    }

    private OwnersConnections() {}

    /** Does the work in autocommit mode. A connection on which it failed is closed. */
    static <T> T use(Work<T> work) {
        String url = DatabaseResource.ownerUrl();
        try {
            Connection connection = take(url);
            T result;
            try {
                result = work.with(connection);
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
            IDLE.add(new Idle(url, connection));
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection take(String url) throws SQLException {
        for (Idle idle = IDLE.poll(); idle != null; idle = IDLE.poll()) {
            if (idle.url().equals(url)) {
                return idle.connection();
            }
            idle.connection().close();
        }
        return DatabaseResource.open(url);
    }
}
