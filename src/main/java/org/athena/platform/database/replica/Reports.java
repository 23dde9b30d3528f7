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
 * Runs reports, exports and dashboards, which read much and change nothing. They are read from the replica when it has replayed
 * everything that the caller wrote. Otherwise, or when the replica does not answer, they are read from the primary. When all
 * connections to the replica are in use, a report is refused and does not load the primary. Row level security and Hibernate's
 * filter by school work on both.
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
     * @param report reads only, and returns no object that is loaded later; it runs again on the primary when the replica fails
     *     during the report
     * @return the result of the report
     * @throws RuntimeException answered with 503, when all connections to the replica are in use
     * @throws io.quarkus.narayana.jta.QuarkusTransactionException inside a transaction, whose changes the report could not see
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

    /** Runs the work in one transaction on one database. */
    private static <T> T in(AgroalDataSource source, Work<T> work) {
        return QuarkusTransaction.disallowingExisting().call(() -> {
            try (Connection connection = source.getConnection()) {
                return work.on(connection);
            }
        });
    }

    private <T> T read(Connection connection, Function<Session, T> report) {
        // The transaction exists already. Changes that the report made by mistake are not written.
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
