package org.athena.platform.database.replica;

import java.util.Locale;

/** Why a report was read from the primary. */
enum Reason {
    /** There is no {@code DATABASE_READ_URL}. */
    NO_REPLICA,
    /** The replica does not answer, or did not some seconds ago. */
    DOWN,
    /** What answers is no replica of this primary. */
    FOREIGN,
    /** It is further behind than reports may be. */
    BEHIND,
    /** It has not replayed yet what the caller wrote. */
    OWN_WRITE;

    /** As the metrics name it. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
