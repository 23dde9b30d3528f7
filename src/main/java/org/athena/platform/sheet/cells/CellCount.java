package org.athena.platform.sheet.cells;

import java.util.Locale;

import org.athena.platform.problem.FaultCode;
import org.athena.platform.problem.ProblemException;

/** Counts the cells of a file, blank ones too, because a small file can have millions of blank cells. */
public final class CellCount {

    /** Ten thousand rows with all columns have a million cells. */
    private static final int MOST = 1_500_000;

    private int cells;

    /** @throws ProblemException 400 when the file has too many */
    public void add(int more) {
        cells += more;
        if (cells > MOST) {
            throw Unreadable.file(
                    FaultCode.FILE_TOO_BIG,
                    String.format(Locale.ROOT, "has more than %,d cells; delete blank rows and columns", MOST));
        }
    }
}
