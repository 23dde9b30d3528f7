package org.athena.platform.database.replica;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;

/**
 * How far the primary was when it was asked: what a replica has to have replayed to answer in its place.
 *
 * @param system the cluster's identifier, which its physical replicas share
 * @param database the number of the database in it, which they share as well
 * @param wal where its write-ahead log was flushed to
 * @param at when, by its clock
 * @param since from when on writes are counted: every transaction that began before, and may still be unknown to the replica, has
 *     ended longer ago than a report may be behind
 * @param writes lines that the caller has in the audit log since then. Transactions are replayed in the order in which they were
 *     committed, and lines are never deleted: a replica with as many has them all
 */
record Progress(long system, long database, String wal, OffsetDateTime at, OffsetDateTime since, long writes) {

    private static final String OF_PRIMARY = """
            select s.system_identifier, d.oid::bigint, pg_current_wal_flush_lsn()::text, statement_timestamp(), t.since,
                   athena.writes_of_caller(t.since)
              from pg_control_system() s, (select statement_timestamp() - interval '10 minutes' as since) t, pg_database d
             where d.datname = current_database()""";

    /** While the primary is idle the last transaction is long ago, and nothing is missing. */
    private static final String OF_REPLICA = """
            select pg_is_in_recovery() and s.system_identifier = ? and d.oid::bigint = ?,
                   case when pg_last_wal_replay_lsn() >= ?::pg_lsn then 0
                        else extract(epoch from ?::timestamptz - pg_last_xact_replay_timestamp())::float8 end,
                   athena.writes_of_caller(?) >= ?
              from pg_control_system() s, pg_database d where d.datname = current_database()""";

    /**
     * What a replica says.
     *
     * @param replica whether it is a physical replica of that primary
     * @param lag seconds that it is behind at most; NaN when it does not know
     * @param ownWrites whether it has all that the caller had written
     */
    record Reached(boolean replica, double lag, boolean ownWrites) {

        boolean within(Duration most) {
            return lag <= most.toMillis() / 1000.0;
        }
    }

    /** Asks the primary, for the caller of the transaction. */
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
