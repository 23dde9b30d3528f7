package org.athena.platform.sheet.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import org.athena.platform.sheet.cells.SheetWriter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a workbook with one sheet. Cells have the format "text", so that Excel keeps their zeros when they are edited. */
public final class XlsxWriter implements SheetWriter {

    /** The rows that are in memory at once. */
    private static final int AT_A_TIME = 200;

    private static final String TEXT = "@";

    private final Workbook workbook;
    private final Worksheet sheet;
    private int rows;

    public XlsxWriter(OutputStream out, String title) {
        workbook = new Workbook(out, "Athena", null);
        sheet = workbook.newWorksheet(title);
        sheet.freezePane(0, 1);
    }

    @Override
    public void row(List<String> cells) throws IOException {
        if (rows == 0) {
            columns(cells.size());
        }
        for (int i = 0; i < cells.size(); i++) {
            write(i, cells.get(i));
        }
        if (++rows % AT_A_TIME == 0) {
            sheet.flush();
        }
    }

    /** Whole columns are texts, because Excel would drop the zeros of a number that somebody adds below. */
    private void columns(int count) {
        for (int i = 0; i < count; i++) {
            sheet.style(i).format(TEXT).set();
        }
    }

    private void write(int column, String cell) {
        if (cell != null) {
            // Inline, because shared texts stay in memory until the end.
            sheet.inlineString(rows, column, cell);
            sheet.style(rows, column).format(TEXT).set();
        }
    }

    @Override
    public void close() throws IOException {
        workbook.finish();
    }
}
