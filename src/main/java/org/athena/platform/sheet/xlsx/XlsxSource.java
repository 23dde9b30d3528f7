package org.athena.platform.sheet.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.athena.platform.problem.ProblemException;
import org.athena.platform.sheet.cells.Origin;
import org.athena.platform.sheet.cells.RawRow;
import org.athena.platform.sheet.cells.RowSource;
import org.athena.platform.sheet.cells.Unreadable;

/** The rows of the first visible sheet of a workbook (ECMA-376). Nothing but the shared texts is kept of it. */
public final class XlsxSource implements RowSource {

    private static final Pattern AREA = Pattern.compile("[A-Z]+(\\d{1,7}):[A-Z]+(\\d{1,7})");

    private final Sheets sheets;
    private final SheetRows rows;

    private XlsxSource(Parts parts) throws IOException {
        sheets = new Sheets(parts);
        SharedTexts shared = new SharedTexts(sheets.beside(parts, "sharedStrings.xml"));
        NumberFormats formats = new NumberFormats(sheets.beside(parts, "styles.xml"));
        if (!parts.has(sheets.first().part())) {
            throw Unreadable.workbook();
        }
        rows = new SheetRows(new XmlPart(parts.open(sheets.first().part())), shared, formats, sheets.from1904());
    }

    /** @throws ProblemException 400 when it is not a workbook */
    public static XlsxSource of(byte[] file) {
        try {
            return new XlsxSource(new Parts(file));
        } catch (IOException e) {
            throw Unreadable.workbook();
        }
    }

    @Override
    public RawRow next() {
        return rows.next();
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (!sheets.others().isEmpty()) {
            notes.add("Only the first visible sheet was read: " + sheets.first().name());
        }
        if (rows.formulas() > 0) {
            notes.add("Cells with formulas: " + rows.formulas() + "; the results that the file holds were read");
        }
        if (!rows.merged().isEmpty()) {
            notes.add("Merged cells: " + rows.merged().get(0) + (rows.merged().size() == 1 ? "" : " and others")
                    + "; only the first cell of each was read, and the others are blank");
        }
        return notes;
    }

    /** The merged cells are behind the rows, so the rest of the sheet is read. */
    @Override
    public String whyNoHeader(long row) {
        while (rows.next() != null) {
            continue;
        }
        return rows.merged().stream()
                .filter(area -> touches(area, row))
                .findFirst()
                .map(area -> "Row " + row + " has merged cells (" + area
                        + "); undo the merge, because each column needs" + " a heading of its own.")
                .orElse(null);
    }

    private static boolean touches(String area, long row) {
        Matcher rows = AREA.matcher(area);
        return rows.matches() && Long.parseLong(rows.group(1)) <= row && row <= Long.parseLong(rows.group(2));
    }

    @Override
    public Origin origin() {
        return new Origin(null, null, sheets.first().name(), sheets.others());
    }
}
