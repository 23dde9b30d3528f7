package org.athena.platform.sheet.cells;

/** The limits of one row, whatever the format of its file is. */
public final class RowLimits {

    public static final int MAX_COLUMNS = 100;

    /** The row of a person has about 2,000 characters at most. */
    public static final int MAX_CHARACTERS = 32_768;

    private RowLimits() {}
}
