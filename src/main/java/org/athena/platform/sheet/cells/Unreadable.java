package org.athena.platform.sheet.cells;

import org.athena.platform.problem.FaultCode;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.problem.Violation;

/** The refusals of a file as a whole. */
public final class Unreadable {

    private Unreadable() {}

    /** @param why continues the sentence "The file …" */
    public static ProblemException file(FaultCode code, String why) {
        return ProblemException.invalid("file", "body", code, why);
    }

    public static ProblemException csv(long row) {
        return quotes(row, "is not a CSV file: row " + row + " cannot be read; a quotation mark may be missing");
    }

    public static ProblemException workbook() {
        return file(
                FaultCode.FILE_IS_DAMAGED,
                "is a workbook that is damaged; open it in Excel and save it as .xlsx again");
    }

    public static ProblemException longRow(long row) {
        return quotes(row, "has too many characters in row " + row + "; a quotation mark may be missing");
    }

    private static ProblemException quotes(long row, String why) {
        return ProblemException.invalid(
                new Violation("file", "body", why, FaultCode.FILE_HAS_OPEN_QUOTES).with("row", row));
    }
}
