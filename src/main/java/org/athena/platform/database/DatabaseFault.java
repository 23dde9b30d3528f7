package org.athena.platform.database;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

import jakarta.persistence.OptimisticLockException;

import org.athena.platform.problem.ConstraintRule;
import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;
import org.hibernate.StaleStateException;
import org.hibernate.exception.ConstraintViolationException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Finds out what a failure of the database means to the caller. The database's own words stay in the log. */
public final class DatabaseFault {

    /** Deadlock, serialization, lock not available, cancelled: trying again helps. */
    private static final Set<String> TRANSIENT = Set.of("40P01", "40001", "55P03", "57014");

    private static final int MAX_CAUSES = 20;

    private DatabaseFault() {}

    /**
     * @param failure whatever left the transaction
     * @param conditional whether the caller named the version to change ({@code If-Match}), so that losing a race to somebody
     *     else means that the version is stale (412, RFC 9110, section 13.1.1) and not only in conflict
     * @return the problem to answer, empty when the failure is not the database's
     */
    public static Optional<ProblemException> of(Throwable failure, boolean conditional) {
        Throwable cause = failure;
        for (int i = 0; cause != null && i < MAX_CAUSES; i++, cause = cause.getCause()) {
            Optional<ProblemException> problem = meaning(cause, conditional);
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
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
        return cause instanceof SQLException sql ? state(sql) : Optional.empty();
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

    private static Optional<ProblemException> state(SQLException e) {
        // The pool's own time-out has no SQL state.
        String state = e.getSQLState() == null ? "08" : e.getSQLState();
        boolean unreachable = state.startsWith("08") || state.startsWith("53") || state.startsWith("57P");
        return unreachable || TRANSIENT.contains(state)
                ? Optional.of(new ProblemException(
                                ProblemCode.UNAVAILABLE, "The database cannot answer right now. Try again shortly.")
                        .header("Retry-After", "2"))
                : Optional.empty();
    }
}
