package org.athena.platform.sheet;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.athena.platform.problem.Violation;

/**
 * A row of a file that is not blank.
 *
 * @param number the number of the row, as a spreadsheet shows it: the first row of the file is row 1
 * @param cells the cells that are not blank, by the field of their column
 * @param faults the cells that cannot be read; they are not among the cells
 */
public record Row(long number, Map<String, String> cells, List<Violation> faults) {

    /** @return the text of the cell; null when the cell is blank, unreadable, or the file has no such column */
    public String text(String column) {
        return cells.get(column);
    }

    /**
     * @return the day in the cell, written YYYY-MM-DD or day/month/year; null without a cell
     * @throws DateTimeException when it is anything else
     */
    public LocalDate day(String column) {
        String written = cells.get(column);
        return written == null ? null : WrittenDay.read(written);
    }

    static Violation fault(long row, String column, String message) {
        return new Violation(column, "row " + row, message);
    }
}
