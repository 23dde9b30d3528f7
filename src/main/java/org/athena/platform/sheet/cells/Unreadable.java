package org.athena.platform.sheet.cells;

import java.util.List;

import org.athena.platform.problem.ProblemException;
import org.athena.platform.problem.Violation;

/** The refusals of a file as a whole. */
public final class Unreadable {

    private Unreadable() {}

    /** @param why continues the sentence "The file …" */
    public static ProblemException file(String why) {
        Violation fault = new Violation("file", "body", why, FaultCode.UNREADABLE_FILE.word());
        return ProblemException.invalid("file: " + why, List.of(fault));
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
