package org.athena.platform.sheet.cells;

/** The limits of rows, whatever the format of their file is. */
public final class RowLimits {

    public static final int MAX_COLUMNS = 100;

    /** The row of a person has about 2,000 characters at most. */
    public static final int MAX_CHARACTERS = 32_768;

    /** Blank rows in all. People leave some between groups, and a spreadsheet may write some below its list. */
    public static final int MAX_BLANK_ROWS = 20_000;

    private RowLimits() {}
}
