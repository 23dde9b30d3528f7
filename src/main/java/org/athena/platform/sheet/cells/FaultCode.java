package org.athena.platform.sheet.cells;

import java.util.Locale;

/** What can be wrong with a file, a row or a cell. Clients rely on the words. */
public enum FaultCode {
    UNREADABLE_FILE,
    MISSING_COLUMN,
    REPEATED_COLUMN,
    NO_HEADING,
    HIDDEN_ROW,
    EXAMPLE,
    REQUIRED,
    LENGTH,
    NOT_A_NAME,
    NOT_AN_EMAIL,
    NOT_ONE_LINE,
    NOT_A_DATE,
    SHORT_YEAR,
    NOT_IN_THE_PAST,
    TOO_EARLY,
    NOT_YES_OR_NO,
    DOCUMENT_TYPE,
    DOCUMENT_NUMBER,
    NOT_ONE_OF,
    NOT_PERMITTED,
    KNOWN,
    KNOWN_DEACTIVATED,
    FORMER_NUMBER,
    OWN_GUARDIAN,
    PHONE,
    REPEATED,
    REPEATED_IN_ROW,
    CONTRADICTION,
    ADDED_MEANWHILE,
    DIFFERENT,
    RESTRICTED,
    RESEMBLES_RESTRICTED,
    LOST_LETTER,
    BROKEN_UTF8,
    BROKEN_ENCODING,
    TOO_MANY_DIGITS,
    NO_RESULT,
    CELL_ERROR,
    INVALID;

    /** The word in JSON and in lists of sentences. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
