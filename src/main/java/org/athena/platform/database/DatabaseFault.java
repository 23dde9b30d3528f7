package org.athena.platform.database;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;
import org.postgresql.util.PSQLException;

/**
 * What a failure of the database says about the server and its connections. The database's own message is only written to the
 * log.
 */
public final class DatabaseFault {

    /** Deadlock, serialization, lock not available, cancelled: trying again helps. */
    private static final Set<String> TRANSIENT = Set.of("40P01", "40001", "55P03", "57014");

    private static final Set<String> BROKEN = Set.of("08", "28", "57P");

    private static final Set<String> FATAL = Set.of("FATAL", "PANIC");

    private static final int MAX_CAUSES = 20;

    private DatabaseFault() {}

    /** The problem to answer when the database is unreachable, full or busy; empty when trying again would not help. */
    public static Optional<ProblemException> outage(Throwable failure) {
        return causes(failure).anyMatch(DatabaseFault::passes)
                ? Optional.of(new ProblemException(
                                ProblemCode.UNAVAILABLE, "The database cannot answer right now. Try again shortly.")
                        .header("Retry-After", "2"))
                : Optional.empty();
    }

    private static boolean passes(Throwable cause) {
        return driverGaveUp(cause)
                || cause instanceof SQLException e
                        && (broken(e) || e.getSQLState().startsWith("53") || TRANSIENT.contains(e.getSQLState()));
    }

    /** Whether pgjdbc reports, without a cause, that the connection broke during a batch. */
    private static boolean driverGaveUp(Throwable cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        return cause instanceof AssertionError
                && trace.length > 0
                && trace[0].getClassName().startsWith("org.postgresql.");
    }

    /** Whether the server is gone or refuses connections, so that another server with the same data may answer. */
    public static boolean ofThisServer(Throwable failure) {
        return causes(failure).anyMatch(cause -> driverGaveUp(cause) || cause instanceof SQLException e && broken(e));
    }

    /**
     * Whether all connections of the pool stayed in use for the whole waiting time. The pool reports this without an SQL state.
     * It also has no cause, unlike a connection that could not be opened in time.
     */
    public static boolean poolExhausted(Throwable failure) {
        return causes(failure)
                .anyMatch(cause -> cause instanceof SQLException e && e.getSQLState() == null && e.getCause() == null);
    }

    /**
     * Whether the server answered with this SQL state.
     *
     * @param state an SQL state, or the class it begins with
     */
    public static boolean hasState(Throwable failure, String state) {
        return causes(failure)
                .anyMatch(cause -> cause instanceof SQLException e
                        && e.getSQLState() != null
                        && e.getSQLState().startsWith(state));
    }

    static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(MAX_CAUSES);
    }

    /** The SQL state, which an operator can look up and which contains nothing of the data. */
    public static String sqlState(Throwable failure) {
        return causes(failure)
                .filter(SQLException.class::isInstance)
                .map(cause -> ((SQLException) cause).getSQLState())
                .filter(Objects::nonNull)
                .map("SQL state "::concat)
                .findFirst()
                .orElse("no SQL state");
    }

    /**
     * Whether the connection is gone, or could not be opened. Some classes of SQL states say so: 08 (connection), 28 (the
     * password or the role is refused) and 57P (the server stops). An error of the severity FATAL also ends the connection
     * (PostgreSQL, "Message Severity Levels"). Poolers use this severity for refusals, with SQL states of their own.
     */
    public static boolean broken(SQLException e) {
        // The pool's own time-out has no SQL state.
        return e.getSQLState() == null || BROKEN.stream().anyMatch(e.getSQLState()::startsWith) || fatal(e);
    }

    private static boolean fatal(SQLException e) {
        return e instanceof PSQLException said
                && said.getServerErrorMessage() != null
                && FATAL.contains(String.valueOf(said.getServerErrorMessage().getSeverity()));
    }
}
