package org.athena.platform.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.athena.platform.problem.FaultCode;
import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.problem.Violation;
import org.athena.platform.sheet.Row.ColumnFault;
import org.athena.platform.sheet.cells.CellFault;
import org.athena.platform.sheet.cells.CellText;
import org.athena.platform.sheet.cells.RawRow;
import org.athena.platform.sheet.cells.RowLimits;
import org.athena.platform.sheet.cells.RowSource;
import org.athena.platform.sheet.cells.Unreadable;
import org.athena.platform.sheet.csv.CsvSource;
import org.athena.platform.sheet.xlsx.XlsxSource;

/**
 * A list that a person made in a spreadsheet: CSV or xlsx, told by its first bytes. The header is read and checked first, then the
 * rows one by one; only the file itself is in memory, and the shared texts of a workbook.
 */
public final class SheetFile {

    private static final CellFault NO_HEADING = CellFault.of(FaultCode.NO_HEADING, "has a cell without a heading");

    private final RowSource source;
    private final Header header;
    private final Bounds bounds;

    private SheetFile(RowSource source, List<Column> columns, Bounds bounds) {
        this.source = source;
        this.bounds = bounds;
        header = Header.find(source, columns);
    }

    /**
     * Reads as far as the header.
     *
     * @throws ProblemException 413 when the file is too large, 400 when it cannot be read or its header has faults
     */
    public static SheetFile of(byte[] file, List<Column> columns, Bounds bounds) {
        if (file.length > bounds.bytes()) {
            throw new ProblemException(
                    ProblemCode.REQUEST_TOO_LARGE,
                    "The file is larger than " + bounds.bytes() / (1024 * 1024) + " MB; divide it.");
        }
        RowSource source = FileKind.of(file) == SheetFormat.XLSX
                ? XlsxSource.of(file, rows -> Header.mostRequired(rows, columns))
                : CsvSource.of(file, rows -> Header.mostNamed(rows, columns));
        return new SheetFile(source, columns, bounds);
    }

    /** What was understood of the file. */
    public Understood understood() {
        return header.understood(source);
    }

    /** The fields of the file, from left to right. */
    public List<String> fields() {
        return header.found().stream().map(Understood.FoundColumn::field).toList();
    }

    /** What the person who sent the file should know besides faults; complete when the rows were read. */
    public List<String> notes() {
        return Stream.concat(header.brokenHeadings().stream(), source.notes().stream())
                .toList();
    }

    /**
     * Passes every row that is not blank to the consumer; can be called once.
     *
     * @throws ProblemException 400 when the file cannot be read, or has too many rows
     */
    public void rows(Consumer<Row> rows) {
        int filled = 0;
        int blank = 0;
        for (RawRow raw = source.next(); raw != null; raw = source.next()) {
            if (raw.isBlank()) {
                check(++blank, RowLimits.MAX_BLANK_ROWS, "has more than %,d blank rows; delete them");
            } else {
                check(++filled, bounds.rows(), "has more than %,d rows; divide it");
                rows.accept(row(raw));
            }
        }
        if (filled == 0) {
            throw Unreadable.file(FaultCode.FILE_HAS_NO_ROWS, "has a header and no rows below it");
        }
    }

    private static void check(int rows, int most, String why) {
        if (rows > most) {
            throw ProblemException.invalid(new Violation(
                            "file", "body", String.format(Locale.ROOT, why, most), FaultCode.FILE_HAS_TOO_MANY_ROWS)
                    .with("max", most));
        }
    }

    private Row row(RawRow raw) {
        Map<String, String> cells = new LinkedHashMap<>();
        List<ColumnFault> faults = new ArrayList<>();
        if (raw.faults().containsKey(RawRow.WHOLE)) {
            faults.add(new ColumnFault("", raw.faults().get(RawRow.WHOLE)));
        }
        for (int i = 0; i < raw.cells().size(); i++) {
            take(raw, i, cells, faults);
        }
        return new Row(raw.number(), cells, faults);
    }

    private void take(RawRow raw, int place, Map<String, String> cells, List<ColumnFault> faults) {
        String cell = raw.cells().get(place);
        String field = header.field(place);
        if (field == null && header.isBlank(place) && !cell.isEmpty()) {
            faults.add(new ColumnFault("", NO_HEADING));
        }
        if (field == null || cell.isEmpty() && !raw.faults().containsKey(place)) {
            return;
        }
        CellFault why = raw.faults().getOrDefault(place, CellText.whyBroken(cell));
        if (why == null) {
            cells.put(field, cell);
        } else {
            faults.add(new ColumnFault(field, why));
        }
    }
}
