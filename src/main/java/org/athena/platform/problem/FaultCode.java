package org.athena.platform.problem;

/** What can be wrong with a field of a request, or with a file, a row or a cell. */
public enum FaultCode implements ViolationCode {
    // a value that is missing, or where none may be
    REQUIRED,
    MUST_NOT_BE_NULL,
    UNKNOWN_FIELD,
    UNKNOWN_PARAMETER,
    SENT_TWICE,

    // the kind of a value
    NOT_A_TEXT,
    NOT_A_NUMBER,
    NOT_A_WHOLE_NUMBER,
    NOT_TRUE_OR_FALSE,
    NOT_YES_OR_NO,
    NOT_A_DATE,
    NOT_A_TIME,
    SHORT_YEAR,
    NOT_A_UUID,
    NOT_A_LIST,
    NOT_AN_OBJECT,
    NOT_ALLOWED,
    WRONG_TYPE,
    WRONG_FORM,
    NOT_STORABLE,
    NOT_ACCEPTED,

    // its size
    TOO_LONG,
    TOO_SHORT,
    TOO_LARGE,
    TOO_SMALL,
    OUT_OF_RANGE,
    TOO_MANY,
    TOO_FEW,
    TOO_MANY_BYTES,
    TOO_MANY_DECIMALS,
    NOT_IN_THE_PAST,
    TOO_EARLY,
    BEFORE_START,

    // what it stands for
    NOT_A_NAME,
    NOT_AN_EMAIL,
    NOT_ONE_LINE,
    NOT_A_PHONE,
    NOT_A_DOCUMENT_TYPE,
    NOT_A_DOCUMENT_NUMBER,
    WEAK_PASSWORD,
    SAME_PASSWORD,

    // other values and rows
    REPEATED_IN_LIST,
    NOT_PERMITTED,
    TAKEN,
    UNKNOWN,
    OVERLAPS,
    CONFLICTS,
    BUSY,

    // a file as a whole
    FILE_IS_EMPTY,
    FILE_HAS_NO_ROWS,
    FILE_TOO_BIG,
    FILE_HAS_TOO_MANY_ROWS,
    FILE_IS_DAMAGED,
    FILE_HAS_OPEN_QUOTES,
    FILE_HAS_A_PASSWORD,
    FILE_IS_OLD_EXCEL,
    FILE_IS_NOT_EXCEL,
    FILE_IS_NOT_A_TABLE,
    FILE_IS_A_WEB_PAGE,

    // a row or a cell of a file
    MISSING_COLUMN,
    REPEATED_COLUMN,
    NO_HEADING,
    HIDDEN_ROW,
    EXAMPLE,
    KNOWN,
    KNOWN_DEACTIVATED,
    FORMER_NUMBER,
    OWN_GUARDIAN,
    REPEATED,
    REPEATED_IN_ROW,
    CONTRADICTION,
    ADDED_MEANWHILE,
    DIFFERENT,
    RESTRICTED,
    LOST_LETTER,
    BROKEN_UTF8,
    BROKEN_ENCODING,
    TOO_MANY_DIGITS,
    NO_RESULT,
    CELL_ERROR,
    INVALID
}
