package org.athena.platform.sheet;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.athena.platform.problem.FaultCode;
import org.athena.platform.sheet.cells.CellFault;

/**
 * A row of a file that is not blank.
 *
 * @param number the number of the row, as a spreadsheet shows it: the first row of the file is row 1
 * @param cells the cells that are not blank, by the field of their column
 * @param faults the cells that cannot be read; they are not among the cells
 */
public record Row(long number, Map<String, String> cells, List<ColumnFault> faults) {

    /** @param column the field of the cell; empty for the whole row */
    public record ColumnFault(String column, CellFault fault) {}

    /** @return the text of the cell; null when the cell is blank, unreadable, or the file has no such column */
    public String text(String column) {
        return cells.get(column);
    }

    /**
     * @return the day in the cell, written day/month/year, YYYY-MM-DD or in another form of {@link WrittenDay}; null without a cell
     * @throws DateTimeException when it is anything else
     */
    public LocalDate day(String column) {
        String written = cells.get(column);
        return written == null ? null : WrittenDay.read(written);
    }

    /** What is wrong with a cell that {@link #day} refused. */
    public CellFault whyNotADay(String column, DateTimeException why) {
        return CellFault.of(
                WrittenDay.hasShortYear(cells.get(column)) ? FaultCode.SHORT_YEAR : FaultCode.NOT_A_DATE,
                why.getMessage());
    }
}
