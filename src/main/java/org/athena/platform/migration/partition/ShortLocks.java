package org.athena.platform.migration.partition;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/**
 * Changes tables while the service works. Requests queue behind a lock that a change waits for. So the change waits for a moment
 * only, lets the requests go first, and tries again. The moment is shorter than the second after which PostgreSQL looks for
 * deadlocks, so the service's transactions are not ended by one.
 *
 * @param connection the connection for the transactions
 * @param subject the name of what is changed, for messages
 */
record ShortLocks(Connection connection, String subject) {

    private static final int TRIES = 20;
    private static final Set<String> TAKEN = Set.of("55P03", "40P01");

    interface Work {
        long run() throws SQLException;
    }

    /**
     * Runs the work in a transaction, and again from the beginning when a lock was not available.
     *
     * @return the result of the work
     * @throws SQLException when the locks were not available at any try, or the work failed
     */
    long in(Work work) throws SQLException {
        for (int left = TRIES; ; left--) {
            try {
                return once(work);
            } catch (SQLException e) {
                if (!TAKEN.contains(e.getSQLState())) {
                    throw e;
                }
                if (left == 1) {
                    throw new SQLException(
                            subject
                                    + ": the table is in constant use, so it could not be locked; nothing was changed, run the command"
                                    + " again at a quieter time",
                            e.getSQLState());
                }
                execute("select pg_sleep(0.5)");
            }
        }
    }

    private long once(Work work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            execute("set local lock_timeout = '500ms'");
            // Years begin in UTC. With an empty search path, copied definitions contain full names.
            execute("set local timezone = 'UTC'");
            execute("set local search_path = ''");
            long result = work.run();
            connection.commit();
            return result;
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
