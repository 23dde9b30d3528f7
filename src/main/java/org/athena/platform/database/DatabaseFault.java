package org.athena.platform.database;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.persistence.OptimisticLockException;

import org.athena.platform.problem.ConstraintRule;
import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.problem.Violation;
import org.hibernate.StaleStateException;
import org.hibernate.exception.ConstraintViolationException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Finds out what a failure of the database means to the caller. The database's own words stay in the log. */
public final class DatabaseFault {

    /** Deadlock, serialization, lock not available, cancelled: trying again helps. */
    private static final Set<String> TRANSIENT = Set.of("40P01", "40001", "55P03", "57014");

    /** Deadlock, lock not available: what PostgreSQL says beside it tells a row that somebody holds from a table. */
    private static final Set<String> HELD = Set.of("40P01", "55P03");

    private static final Pattern ROW = Pattern.compile("tuple \\(\\d+,\\d+\\) in relation \"([^\"]+)\"");

    private static final Set<String> BROKEN = Set.of("08", "28", "57P");

    private static final Set<String> FATAL = Set.of("FATAL", "PANIC");

    private static final int MAX_CAUSES = 20;

    private DatabaseFault() {}

    /**
     * @param failure whatever left the transaction
     * @param conditional whether the caller named the version to change ({@code If-Match}), so that losing a race to somebody
     *     else means that the version is stale (412, RFC 9110, section 13.1.1) and not only in conflict
     * @return the problem to answer, empty when the failure is not the database's
     */
    public static Optional<ProblemException> of(Throwable failure, boolean conditional) {
        return of(failure, conditional, MAX_CAUSES);
    }

    private static Optional<ProblemException> of(Throwable failure, boolean conditional, int depth) {
        if (failure == null || depth == 0) {
            return Optional.empty();
        }
        // A failed commit keeps what the connection said among the suppressed.
        return meaning(failure, conditional)
                .or(() -> of(failure.getCause(), conditional, depth - 1))
                .or(() -> Stream.of(failure.getSuppressed())
                        .flatMap(suppressed -> of(suppressed, conditional, depth - 1).stream())
                        .findFirst());
    }

    private static Optional<ProblemException> meaning(Throwable cause, boolean conditional) {
        if (cause instanceof ProblemException problem) {
            return Optional.of(problem);
        }
        if (cause instanceof OptimisticLockException || cause instanceof StaleStateException) {
            return Optional.of(new ProblemException(
                    conditional ? ProblemCode.STALE : ProblemCode.CONFLICT,
                    "Somebody else changed the row at the same moment. Read it again."));
        }
        if (cause instanceof ConstraintViolationException violation) {
            return Optional.of(refused(violation));
        }
        if (driverGaveUp(cause)) {
            return Optional.of(unavailable());
        }
        return cause instanceof SQLException sql ? state(sql) : Optional.empty();
    }

    /** What pgjdbc says, without a cause, when a connection breaks while a batch is under way. */
    private static boolean driverGaveUp(Throwable cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        return cause instanceof AssertionError
                && trace.length > 0
                && trace[0].getClassName().startsWith("org.postgresql.");
    }

    /** As the server names it; Hibernate reads it out of the message, which our own triggers word themselves. */
    private static ProblemException refused(ConstraintViolationException violation) {
        Throwable cause = violation.getCause();
        for (int i = 0; cause != null && i < MAX_CAUSES; i++, cause = cause.getCause()) {
            if (cause instanceof PSQLException refused && refused.getServerErrorMessage() != null) {
                ServerErrorMessage message = refused.getServerErrorMessage();
                return ConstraintRule.problem(message.getConstraint(), message.getTable());
            }
        }
        return ConstraintRule.problem(violation.getConstraintName(), null);
    }

    /** Whether the server is gone or refuses to be connected to, so that another one of the same data may well answer. */
    public static boolean ofThisServer(Throwable failure) {
        return causes(failure).anyMatch(cause -> driverGaveUp(cause) || cause instanceof SQLException e && broken(e));
    }

    /**
     * Whether all connections of a pool were in use for as long as one waits for them. The pool says so without a state and, other
     * than when a connection could not be made in that time, without a cause.
     */
    public static boolean poolExhausted(Throwable failure) {
        return causes(failure)
                .anyMatch(cause -> cause instanceof SQLException e && e.getSQLState() == null && e.getCause() == null);
    }

    /**
     * Whether the server answered so.
     *
     * @param state an SQL state, or the class it begins with
     */
    public static boolean hasState(Throwable failure, String state) {
        return causes(failure)
                .anyMatch(cause -> cause instanceof SQLException e
                        && e.getSQLState() != null
                        && e.getSQLState().startsWith(state));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(MAX_CAUSES);
    }

    /** What an operator can look up, without a word of what was sent. */
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
     * Whether the connection is gone, or could not be made. Apart from the classes of SQL states that say so (08: connection, 28:
     * the password or the role is refused, 57P: the server goes away) that is whatever the server calls fatal: it ends the
     * connection with it (PostgreSQL, "Message Severity Levels"). Poolers name their refusals so, under states of their own.
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

    private static Optional<ProblemException> state(SQLException e) {
        // The pool's own time-out has no state.
        Optional<String> held = HELD.contains(String.valueOf(e.getSQLState())) ? heldRelation(e) : Optional.empty();
        if (held.isPresent()) {
            return held.map(DatabaseFault::busy);
        }
        return broken(e) || e.getSQLState().startsWith("53") || TRANSIENT.contains(e.getSQLState())
                ? Optional.of(unavailable())
                : Optional.empty();
    }

    /** The table or index of the row that was waited for; what a batch met is the cause of the batch's own failure. */
    private static Optional<String> heldRelation(SQLException e) {
        return causes(e)
                .filter(PSQLException.class::isInstance)
                .map(said -> ((PSQLException) said).getServerErrorMessage())
                .filter(message -> message != null && message.getWhere() != null)
                .map(message -> ROW.matcher(message.getWhere()))
                .filter(Matcher::find)
                .map(row -> row.group(1))
                .findFirst();
    }

    /** Another request, such as an import, writes the same row and was waited for in vain. */
    private static ProblemException busy(String relation) {
        List<Violation> fields = ConstraintRule.field(relation)
                .map(field -> new Violation(field, "body", "is being written by somebody else at this moment"))
                .stream()
                .toList();
        return new ProblemException(
                        ProblemCode.CONFLICT,
                        "Somebody else is writing the same rows at this moment. Try again shortly.",
                        fields)
                .header("Retry-After", "1")
                .with("reason", "row.busy");
    }

    private static ProblemException unavailable() {
        return new ProblemException(ProblemCode.UNAVAILABLE, "The database cannot answer right now. Try again shortly.")
                .header("Retry-After", "2");
    }
}
