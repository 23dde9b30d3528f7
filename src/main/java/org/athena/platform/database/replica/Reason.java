package org.athena.platform.database.replica;

import java.util.Locale;
import java.util.Optional;

import org.athena.platform.database.DatabaseFault;

/** Why a report was not read from the replica. */
enum Reason {
    /** There is no {@code DATABASE_READ_URL}. */
    NO_REPLICA,
    /** The replica does not answer, or did not some seconds ago. */
    DOWN,
    /** All connections to it were in use. The primary would be no faster, and has better things to do: nobody answers. */
    BUSY,
    /** It ended the query because of what it replays (PostgreSQL, "Handling Query Conflicts"). */
    CONFLICT,
    /** It does not know what the query names, or does not allow it yet: a migration is not replayed. */
    UNMIGRATED,
    /** What answers is no replica of this primary. */
    FOREIGN,
    /** It is further behind than reports may be. */
    BEHIND,
    /** It has not replayed yet what the caller wrote. */
    OWN_WRITE;

    private static final String SERIALIZATION_FAILURE = "40001";
    /** Syntax error or access rule violation. */
    private static final String NOT_UNDERSTOOD = "42";

    /** What a failure of the replica says about it; empty when the primary would have failed as well. */
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

    /** Whether the primary answers in its place. */
    boolean primaryAnswers() {
        return this != BUSY;
    }

    /** As the metrics name it. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
