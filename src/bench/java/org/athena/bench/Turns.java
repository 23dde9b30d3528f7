package org.athena.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

import org.athena.testing.DatabaseResource;
import org.athena.testing.process.Sample;

/**
 * What single turns to the database take from this JVM, as the service's role and with its driver's settings; medians in
 * microseconds.
 *
 * @param bare the smallest statement
 * @param lookUp of the caller
 * @param settings of the transaction, with the BEGIN that travels with them
 * @param commit of a transaction that only read
 */
record Turns(double bare, double lookUp, double settings, double commit) {

    private static final int ROUNDS = 1_000;
    private static final String SETTINGS = """
            select set_config('athena.user_id', ?, true), set_config('athena.school_id', ?, true),
                   set_config('athena.platform', '', true), set_config('athena.request_id', 'bench', true)""";

    private interface Work {
        void run() throws SQLException;
    }

    static Turns measure(Sample sample) throws SQLException {
        String user = sample.secretary().toString();
        String school = sample.school().toString();
        try (Connection connection = DatabaseResource.service();
                Statement plain = connection.createStatement()) {
            double bare = median(() -> plain.executeQuery("select 1").close(), () -> {});
            double lookUp = median(
                    () -> run(
                            connection,
                            "select * from athena.enter(?::uuid, ?::uuid, false, 'bench', 'GET /')",
                            user,
                            school),
                    () -> {});
            connection.setAutoCommit(false);
            double settings = median(() -> run(connection, SETTINGS, user, school), connection::commit);
            double all = median(
                    () -> {
                        run(connection, SETTINGS, user, school);
                        connection.commit();
                    },
                    () -> {});
            return new Turns(bare, lookUp, settings, all - settings);
        }
    }

    private static void run(Connection connection, String sql, String user, String school) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, user);
            statement.setString(2, school);
            statement.executeQuery().close();
        }
    }

    private static double median(Work work, Work after) throws SQLException {
        long[] nanos = new long[ROUNDS];
        for (int round = -ROUNDS; round < ROUNDS; round++) {
            long before = System.nanoTime();
            work.run();
            if (round >= 0) {
                nanos[round] = System.nanoTime() - before;
            }
            after.run();
        }
        return Median.of(nanos) / 1e3;
    }
}
