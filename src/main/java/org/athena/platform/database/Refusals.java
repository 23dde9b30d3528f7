package org.athena.platform.database;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.inject.Singleton;
import jakarta.persistence.OptimisticLockException;

import org.athena.platform.problem.Conflict;
import org.athena.platform.problem.Conflicts;
import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.problem.RowConflicts;
import org.hibernate.StaleStateException;
import org.hibernate.exception.ConstraintViolationException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Explains to the caller why the database refused the request. */
@Singleton
public class Refusals {

    /** Deadlock and lock not available. The message tells whether a row or a table was locked. */
    private static final Set<String> HELD = Set.of("40P01", "55P03");

    private static final Pattern ROW = Pattern.compile("tuple \\(\\d+,\\d+\\) in relation \"([^\"]+)\"");

    private static final int MAX_CAUSES = 20;

    /**
     * The kind of the request.
     *
     * @param conditional whether the caller named the version to change ({@code If-Match}); a simultaneous change by another
     *     request then makes the version stale (412, RFC 9110, section 13.1.1) instead of a conflict
     * @param deletes whether a row was to be deleted
     */
    public record Asked(boolean conditional, boolean deletes) {}

    private final Conflicts conflicts;

    Refusals(Conflicts conflicts) {
        this.conflicts = conflicts;
    }

    /**
     * @param failure the exception that ended the transaction
     * @return the problem to answer; empty when the failure does not come from the database
     */
    public Optional<ProblemException> of(Throwable failure, Asked asked) {
        return of(failure, asked, MAX_CAUSES)
                .or(() -> everything(failure, MAX_CAUSES)
                        .map(DatabaseFault::outage)
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    private Optional<ProblemException> of(Throwable failure, Asked asked, int depth) {
        return everything(failure, depth)
                .map(cause -> meaning(cause, asked))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /**
     * The failure, its causes and their suppressed exceptions. A failed commit keeps the connection's exception among the
     * suppressed ones.
     */
    private static Stream<Throwable> everything(Throwable failure, int depth) {
        if (failure == null || depth == 0) {
            return Stream.empty();
        }
        return Stream.concat(
                Stream.of(failure),
                Stream.concat(Stream.of(failure.getCause()), Stream.of(failure.getSuppressed()))
                        .filter(Objects::nonNull)
                        .flatMap(next -> everything(next, depth - 1)));
    }

    private Optional<ProblemException> meaning(Throwable cause, Asked asked) {
        if (cause instanceof ProblemException problem) {
            return Optional.of(problem);
        }
        if (cause instanceof OptimisticLockException || cause instanceof StaleStateException) {
            return Optional.of(new ProblemException(
                    asked.conditional() ? ProblemCode.STALE : ProblemCode.CONFLICT,
                    "Somebody else changed the row at the same moment. Read it again."));
        }
        if (cause instanceof ConstraintViolationException violation) {
            return Optional.of(refused(violation, asked.deletes()));
        }
        return cause instanceof SQLException e && HELD.contains(String.valueOf(e.getSQLState()))
                ? heldRelation(e).map(this::busy)
                : Optional.empty();
    }

    /**
     * The constraint's name as the server sends it. Hibernate reads the name from the message, but our own triggers write other
     * messages.
     */
    private ProblemException refused(ConstraintViolationException violation, boolean deletes) {
        return said(violation.getCause())
                .map(message -> conflicts.problem(message.getConstraint(), message.getTable(), deletes))
                .findFirst()
                .orElseGet(() -> conflicts.problem(violation.getConstraintName(), null, deletes));
    }

    private static Stream<ServerErrorMessage> said(Throwable failure) {
        return DatabaseFault.causes(failure)
                .filter(PSQLException.class::isInstance)
                .map(cause -> ((PSQLException) cause).getServerErrorMessage())
                .filter(Objects::nonNull);
    }

    /** The table or index of the row that was locked. For a batch, the cause of the batch's exception names it. */
    private static Optional<String> heldRelation(SQLException e) {
        return said(e).filter(message -> message.getWhere() != null)
                .map(message -> ROW.matcher(message.getWhere()))
                .filter(Matcher::find)
                .map(row -> row.group(1))
                .findFirst();
    }

    /** The problem when another request, such as an import, held the row for longer than the lock timeout. */
    private ProblemException busy(String relation) {
        String field = conflicts.of(relation).map(Conflict::field).orElse("");
        return RowConflicts.BUSY
                .at(field, "is being written by somebody else at this moment")
                .header("Retry-After", "1");
    }
}
