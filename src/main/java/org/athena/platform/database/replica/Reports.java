package org.athena.platform.database.replica;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.FlushMode;
import org.hibernate.Session;
import org.hibernate.SessionFactory;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Runs what reads much and changes nothing: reports, exports, dashboards. They are read from the replica where there is one that
 * has replayed all that the caller has written; otherwise, and whenever it does not answer, from the primary. Too many reports at
 * once are refused as they are without a replica: the primary is not to take them all. Row level security and Hibernate's filter by
 * school count on both.
 */
@ApplicationScoped
public class Reports {

    private final SessionFactory sessions;
    private final AgroalDataSource primary;
    private final Replica replica;
    private final ReportMetrics metrics;

    Reports(SessionFactory sessions, AgroalDataSource primary, Replica replica, ReportMetrics metrics) {
        this.sessions = sessions;
        this.primary = primary;
        this.replica = replica;
        this.metrics = metrics;
    }

    /**
     * Runs a report in a transaction of its own.
     *
     * @param report only reads, and gives nothing that would have to be loaded later; it is run again on the primary when the
     *     replica fails in the middle
     * @return what the report gives
     * @throws RuntimeException what is answered with 503, when all connections to the replica are in use
     * @throws io.quarkus.narayana.jta.QuarkusTransactionException inside a transaction: what has been written in it the report
     *     could not see
     */
    public <T> T run(Function<Session, T> report) {
        try {
            T result = onReplica(report);
            metrics.readFromReplica();
            return result;
        } catch (UnfitReplicaException e) {
            metrics.notReadFromReplica(e.reason());
            if (!e.reason().primaryAnswers()) {
                throw e;
            }
            return in(primary, connection -> read(connection, report));
        }
    }

    private <T> T onReplica(Function<Session, T> report) {
        AgroalDataSource source = replica.take();
        Progress wanted = in(primary, Progress::ofPrimary);
        try {
            T result = in(source, connection -> {
                replica.require(wanted, connection);
                return read(connection, report);
            });
            replica.answered();
            return result;
        } catch (RuntimeException e) {
            throw replica.judged(e);
        }
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** One transaction on one database: never on both. */
    private static <T> T in(AgroalDataSource source, Work<T> work) {
        return QuarkusTransaction.disallowingExisting().call(() -> {
            try (Connection connection = source.getConnection()) {
                return work.on(connection);
            }
        });
    }

    private <T> T read(Connection connection, Function<Session, T> report) {
        // The transaction is ours already; what the report changed by mistake is not written.
        try (Session session = sessions.withOptions()
                .connection(connection)
                .autoJoinTransactions(false)
                .flushMode(FlushMode.MANUAL)
                .openSession()) {
            session.setDefaultReadOnly(true);
            return report.apply(session);
        }
    }
}
