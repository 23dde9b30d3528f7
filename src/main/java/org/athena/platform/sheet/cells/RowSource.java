package org.athena.platform.sheet.cells;

import java.util.List;

/** The rows of a file, one after the other. */
public interface RowSource {

    /**
     * @return the next row, blank ones too; null at the end
     * @throws org.athena.platform.problem.ProblemException 400 when the file cannot be read
     */
    RawRow next();

    Origin origin();

    /** What the person who sent the file should know besides faults; complete when all rows were read. */
    List<String> notes();

    /** Why the row has no headings that can be read; null when the file does not show why. It reads the file to its end. */
    String whyNoHeader(long row);
}
