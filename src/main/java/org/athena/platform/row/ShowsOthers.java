package org.athena.platform.row;

import java.util.List;

/**
 * An answer with a row that also shows others, whose changes do not always raise the version of the row. Its tag says what it shows
 * of them as well (docs/decisions/weakened-tags.md).
 */
public interface ShowsOthers {

    /** What is shown of the other rows; it becomes JSON. */
    List<?> others();
}
