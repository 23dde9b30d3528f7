package org.athena.platform.sheet.cells;

import org.athena.platform.problem.ProblemException;

/** The refusals of a file as a whole. */
public final class Unreadable {

    private Unreadable() {}

    /** @param why continues the sentence "The file …" */
    public static ProblemException file(String why) {
        return ProblemException.invalid("file", "body", why);
    }

    public static ProblemException csv(long row) {
        return file("is not a CSV file: row " + row + " cannot be read; a quotation mark may be missing");
    }

    public static ProblemException workbook() {
        return file("is a workbook that is damaged; open it in Excel and save it as .xlsx again");
    }

    public static ProblemException longRow(long row) {
        return file("has too many characters in row " + row + "; a quotation mark may be missing");
    }
}
