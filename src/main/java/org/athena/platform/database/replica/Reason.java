package org.athena.platform.database.replica;

import java.util.Locale;
import java.util.Optional;

import org.athena.platform.database.DatabaseFault;

/** Why a report was not read from the replica. */
enum Reason {
    /** There is no {@code DATABASE_READ_URL}. */
    NO_REPLICA,
    /** The replica does not answer, or did not answer some seconds ago. */
    DOWN,
    /** All connections to the replica are in use. The report fails, because the primary has to keep its time for other work. */
    BUSY,
    /** The replica ended the query because of a conflict with its replay (PostgreSQL, "Handling Query Conflicts"). */
    CONFLICT,
    /** The replica lacks a table or a right that the query needs, because it has not replayed a migration yet. */
    UNMIGRATED,
    /** The server is not a replica of this primary. */
    FOREIGN,
    /** The replica is further behind than reports allow. */
    BEHIND,
    /** The replica has not replayed what the caller wrote. */
    OWN_WRITE;

    private static final String SERIALIZATION_FAILURE = "40001";
    /** Syntax error or access rule violation. */
    private static final String NOT_UNDERSTOOD = "42";

    /** The reason for a failure of the replica; empty when the primary would have failed as well. */
    static Optional<Reason> of(Throwable failure) {
        if (DatabaseFault.hasState(failure, SERIALIZATION_FAILURE)) {
            return Optional.of(CONFLICT);
        }
        if (DatabaseFault.poolExhausted(failure)) {
            return Optional.of(BUSY);
        }
        if (DatabaseFault.ofThisServer(failure)) {
            return Optional.of(DOWN);
        }
        return DatabaseFault.hasState(failure, NOT_UNDERSTOOD) ? Optional.of(UNMIGRATED) : Optional.empty();
    }

    /** Whether the report is read from the primary instead. */
    boolean primaryAnswers() {
        return this != BUSY;
    }

    /** The name in the metrics. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
