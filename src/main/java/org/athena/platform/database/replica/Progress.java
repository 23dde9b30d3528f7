package org.athena.platform.database.replica;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;

/**
 * The primary's position when it was asked. A replica must have replayed this much to answer a report.
 *
 * @param system the cluster's identifier, which its physical replicas share
 * @param database the number of the database in it, which they share as well
 * @param wal where its write-ahead log was flushed to
 * @param at when it was asked, by the primary's clock
 * @param since the time from which the caller's writes are counted: every transaction that began earlier ended so long ago that a
 *     usable replica has replayed it
 * @param writes the caller's lines in the audit log since then. A replica replays transactions in the order of their commits, and
 *     lines are never deleted, so a replica with the same number has all of them
 */
record Progress(long system, long database, String wal, OffsetDateTime at, OffsetDateTime since, long writes) {

    private static final String OF_PRIMARY = """
            select s.system_identifier, d.oid::bigint, pg_current_wal_flush_lsn()::text, statement_timestamp(), t.since,
                   athena.writes_of_caller(t.since)
              from pg_control_system() s, (select statement_timestamp() - interval '10 minutes' as since) t, pg_database d
             where d.datname = current_database()""";

    /** The last replayed transaction is old while the primary is idle, although the replica is not behind then. */
    private static final String OF_REPLICA = """
            select pg_is_in_recovery() and s.system_identifier = ? and d.oid::bigint = ?,
                   case when pg_last_wal_replay_lsn() >= ?::pg_lsn then 0
                        else extract(epoch from ?::timestamptz - pg_last_xact_replay_timestamp())::float8 end,
                   athena.writes_of_caller(?) >= ?
              from pg_control_system() s, pg_database d where d.datname = current_database()""";

    /**
     * A replica's answer.
     *
     * @param replica whether it is a physical replica of that primary
     * @param lag by how many seconds the replica is behind at most; NaN when it does not know
     * @param ownWrites whether the replica has everything that the caller wrote
     */
    record Reached(boolean replica, double lag, boolean ownWrites) {

        boolean within(Duration most) {
            return lag <= most.toMillis() / 1000.0;
        }
    }

    /** Asks the primary, in the transaction of the caller. */
    static Progress ofPrimary(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OF_PRIMARY);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new Progress(
                    row.getLong(1),
                    row.getLong(2),
                    row.getString(3),
                    row.getObject(4, OffsetDateTime.class),
                    row.getObject(5, OffsetDateTime.class),
                    row.getLong(6));
        }
    }

    /** Asks a replica, after the primary and for the same caller. */
    Reached reachedBy(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OF_REPLICA)) {
            statement.setLong(1, system);
            statement.setLong(2, database);
            statement.setString(3, wal);
            statement.setObject(4, at);
            statement.setObject(5, since);
            statement.setLong(6, writes);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                double lag = row.getDouble(2);
                boolean known = !row.wasNull();
                return new Reached(row.getBoolean(1), known ? Math.max(lag, 0) : Double.NaN, row.getBoolean(3));
            }
        }
    }
}
