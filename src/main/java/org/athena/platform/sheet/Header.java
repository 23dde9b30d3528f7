package org.athena.platform.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.athena.platform.problem.FaultCode;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.problem.Violation;
import org.athena.platform.sheet.Understood.FoundColumn;
import org.athena.platform.sheet.cells.CellFault;
import org.athena.platform.sheet.cells.CellText;
import org.athena.platform.sheet.cells.Origin;
import org.athena.platform.sheet.cells.RawRow;
import org.athena.platform.sheet.cells.RowLimits;
import org.athena.platform.sheet.cells.RowSource;
import org.athena.platform.sheet.cells.Unreadable;

/**
 * The row with the headings: the first of the first rows that names two columns or more, so that a title may stand above it.
 *
 * @param row the number of the row
 * @param headings the headings from left to right
 * @param fields the field of each heading; null for a heading that is not one of a column
 */
record Header(long row, List<String> headings, List<String> fields) {

    private static final int SEARCHED_ROWS = 20;
    private static final int LEAST_NAMED = 2;

    /**
     * Reads the rows up to the header.
     *
     * @throws ProblemException 400 when there is none, or it has faults
     */
    static Header find(RowSource source, List<Column> columns) {
        KnownHeadings known = new KnownHeadings(columns);
        Header first = null;
        for (int i = 0; i < SEARCHED_ROWS; i++) {
            RawRow row = source.next();
            if (row == null) {
                break;
            }
            Header header = of(row, known);
            if (header.named() >= Math.min(LEAST_NAMED, columns.size())) {
                return header.checked(source, columns);
            }
            first = first == null && !row.isBlank() ? header : first;
        }
        if (first == null) {
            throw Unreadable.file(FaultCode.FILE_IS_EMPTY, "is empty");
        }
        return first.checked(source, columns);
    }

    /** The largest number of columns that one of the first rows names. */
    static int mostNamed(RowSource source, List<Column> columns) {
        KnownHeadings known = new KnownHeadings(columns);
        int most = 0;
        for (int i = 0; i < SEARCHED_ROWS && most < LEAST_NAMED; i++) {
            RawRow row = source.next();
            if (row == null) {
                break;
            }
            most = Math.max(most, of(row, known).named());
        }
        return most;
    }

    /** The largest number of required columns that one of the first rows names. */
    static int mostRequired(RowSource source, List<Column> columns) {
        return mostNamed(source, columns.stream().filter(Column::required).toList());
    }

    private static Header of(RawRow row, KnownHeadings known) {
        if (row.cells().size() > RowLimits.MAX_COLUMNS
                && row.cells().stream().skip(RowLimits.MAX_COLUMNS).anyMatch(cell -> !cell.isEmpty())) {
            throw Unreadable.file(FaultCode.FILE_TOO_BIG, "has more than " + RowLimits.MAX_COLUMNS + " columns");
        }
        List<String> headings =
                row.cells().stream().limit(RowLimits.MAX_COLUMNS).toList();
        return new Header(row.number(), headings, known.fields(headings));
    }

    private int named() {
        return (int) fields.stream().filter(field -> field != null).count();
    }

    private Header checked(RowSource source, List<Column> columns) {
        List<Violation> faults = faults(columns);
        if (!faults.isEmpty()) {
            throw ProblemException.invalid("The header has faults. Nothing was imported." + why(source), faults)
                    .with("understood", understood(source));
        }
        return this;
    }

    private String why(RowSource source) {
        String merged = source.whyNoHeader(row);
        return Stream.concat(
                        Stream.ofNullable(merged), brokenHeadings().stream().map(why -> why + "."))
                .map(why -> " " + why)
                .collect(Collectors.joining());
    }

    /** Which ignored headings have letters that were decoded wrongly, so that their columns may not be known. */
    List<String> brokenHeadings() {
        return ignored().stream()
                .filter(heading -> CellText.whyHeadingIsBroken(heading) != null)
                .map(heading -> "The heading " + heading + " "
                        + CellText.whyHeadingIsBroken(heading).message())
                .toList();
    }

    private List<Violation> faults(List<Column> columns) {
        List<Violation> faults = new ArrayList<>();
        Map<String, String> seen = new HashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            String first = fields.get(i) == null ? null : seen.putIfAbsent(fields.get(i), shortened(headings.get(i)));
            if (first != null) {
                faults.add(twice(first, shortened(headings.get(i))).at(row, fields.get(i)));
            }
        }
        columns.stream()
                .filter(column -> column.required() && !seen.containsKey(column.name()))
                .forEach(column -> faults.add(column.missing(ignored()).at(row, column.name())));
        return faults;
    }

    /** Both headings as they are written: two different ones may stand for one column. */
    private static CellFault twice(String first, String second) {
        return CellFault.of(FaultCode.REPEATED_COLUMN, "is in the header twice: " + first + " and " + second)
                .with("first", first)
                .with("second", second);
    }

    /** What was understood of the file with this header. */
    Understood understood(RowSource source) {
        Origin origin = source.origin();
        return new Understood(
                origin.sheet() == null ? SheetFormat.CSV : SheetFormat.XLSX,
                origin.encoding(),
                origin.separator(),
                origin.sheet(),
                origin.otherSheets(),
                row,
                found(),
                ignored());
    }

    /** Whether the place has no heading. */
    boolean isBlank(int place) {
        return place >= headings.size() || headings.get(place).isEmpty();
    }

    /** @return the field at the place; null when it has none */
    String field(int place) {
        return place < fields.size() ? fields.get(place) : null;
    }

    List<FoundColumn> found() {
        List<FoundColumn> found = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i) != null) {
                found.add(new FoundColumn(shortened(headings.get(i)), fields.get(i)));
            }
        }
        return found;
    }

    List<String> ignored() {
        List<String> ignored = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i) == null && !isBlank(i)) {
                ignored.add(shortened(headings.get(i)));
            }
        }
        return ignored;
    }

    private static String shortened(String heading) {
        return heading.length() <= 40 ? heading : heading.substring(0, 40) + "…";
    }
}
