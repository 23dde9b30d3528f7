package org.athena.platform.migration.partition;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/**
 * Changes tables under a service that works. Whoever comes after a lock that is waited for waits as well: it is waited for only for a
 * moment, then those who work go first, and it is tried again. The moment is shorter than the second after which PostgreSQL looks for a
 * deadlock, so that none ends with the service's transaction.
 *
 * @param connection whose transactions these are
 * @param subject what is changed, for the message
 */
record ShortLocks(Connection connection, String subject) {

    private static final int TRIES = 20;
    private static final Set<String> TAKEN = Set.of("55P03", "40P01");

    interface Work {
        long run() throws SQLException;
    }

    /**
     * Runs the work in a transaction, from the beginning again when a lock could not be had.
     *
     * @return what the work gives
     * @throws SQLException when others held the locks at every try, or the work fails
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
            // A year begins in UTC, and names in what is copied are written out.
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
