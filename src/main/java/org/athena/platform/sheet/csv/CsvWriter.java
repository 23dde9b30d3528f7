package org.athena.platform.sheet.csv;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.athena.platform.sheet.cells.SheetWriter;

/**
 * Writes CSV that a Spanish Excel opens with a double click: UTF-8 with a byte order mark, separated by semicolons. A cell that a
 * spreadsheet would calculate gets an apostrophe in front (OWASP, CSV injection); reading such a file removes it.
 */
public final class CsvWriter implements SheetWriter {

    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setDelimiter(';').get();

    /**
     * What begins a formula in Excel or LibreOffice. Blank and invisible characters in front of it may be dropped on the way, and
     * full-width forms may be converted.
     */
    private static final String BEGINNING =
            "([\\t\\r\\n]|[\\p{Z}\\p{Cc}\\p{Cf}\\u115f\\u1160\\u2800\\u3164\\uffa0]*[=+\\-@\\uff1d\\uff0b\\uff0d\\uff20]).*";

    private static final Pattern FORMULA = Pattern.compile("(?s)" + BEGINNING);

    /** What such a cell looks like once it is made a text. */
    private static final Pattern INERT = Pattern.compile("(?s)'" + BEGINNING);

    private final CSVPrinter printer;

    public CsvWriter(OutputStream out) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        text.write(BYTE_ORDER_MARK);
        printer = new CSVPrinter(text, FORMAT);
    }

    @Override
    public void row(List<String> cells) throws IOException {
        printer.printRecord(cells.stream().map(CsvWriter::inert));
    }

    private static String inert(String cell) {
        return cell != null && FORMULA.matcher(cell).matches() ? "'" + cell : cell;
    }

    /** The cell as it was before {@link #inert}. */
    static String original(String cell) {
        return INERT.matcher(cell).matches() ? cell.substring(1) : cell;
    }

    @Override
    public void close() throws IOException {
        printer.flush();
    }
}
