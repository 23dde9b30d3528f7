package org.athena.platform.sheet.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.athena.platform.problem.ProblemException;
import org.athena.platform.sheet.cells.Origin;
import org.athena.platform.sheet.cells.RawRow;
import org.athena.platform.sheet.cells.RowSource;
import org.athena.platform.sheet.cells.Unreadable;
import org.athena.platform.sheet.xlsx.Sheets.Sheet;

/** The rows of a visible sheet of a workbook (ECMA-376): the first, or the one with the list behind a cover. Nothing but the shared texts is kept of it. */
public final class XlsxSource implements RowSource {

    private static final Pattern AREA = Pattern.compile("[A-Z]+(\\d{1,7}):[A-Z]+(\\d{1,7})");

    /** More sheets than this are not searched for a list. */
    private static final int TRIED = 50;

    /** More rows than any list has with its blank ones. */
    private static final int ROWS_OF_A_SHEET = 30_000;

    private final Parts parts;
    private final Sheets sheets;
    private final SharedTexts shared;
    private final NumberFormats formats;
    private final Sheet sheet;
    private final SheetRows rows;

    private XlsxSource(Parts parts, ToIntFunction<RowSource> required) throws IOException {
        this.parts = parts;
        sheets = new Sheets(parts);
        shared = new SharedTexts(sheets.beside(parts, "sharedStrings.xml"));
        formats = new NumberFormats(sheets.beside(parts, "styles.xml"));
        sheet = chosen(required);
        rows = rows(sheet);
    }

    private XlsxSource(XlsxSource of, Sheet sheet) {
        parts = of.parts;
        sheets = of.sheets;
        shared = of.shared;
        formats = of.formats;
        this.sheet = sheet;
        rows = rows(sheet);
    }

    /**
     * @param required the number of required columns that the first rows of a sheet name
     * @throws ProblemException 400 when it is not a workbook
     */
    public static XlsxSource of(byte[] file, ToIntFunction<RowSource> required) {
        try {
            return new XlsxSource(new Parts(file), required);
        } catch (IOException e) {
            throw Unreadable.workbook();
        }
    }

    private SheetRows rows(Sheet of) {
        if (!parts.has(of.part())) {
            throw Unreadable.workbook();
        }
        return new SheetRows(new XmlPart(parts.open(of.part())), shared, formats, sheets.from1904());
    }

    /** The first visible sheet. A cover, which has none of the columns, is passed over when exactly one other sheet has some. */
    private Sheet chosen(ToIntFunction<RowSource> required) {
        Sheet first = sheets.visible().get(0);
        if (sheets.visible().size() == 1 || has(first, required)) {
            return first;
        }
        List<Sheet> lists = sheets.visible().stream()
                .skip(1)
                .limit(TRIED)
                .filter(other -> has(other, required))
                .toList();
        return lists.size() == 1 ? lists.get(0) : first;
    }

    private boolean has(Sheet candidate, ToIntFunction<RowSource> required) {
        return parts.has(candidate.part()) && required.applyAsInt(new XlsxSource(this, candidate)) > 0;
    }

    private List<String> others() {
        return sheets.visible().stream()
                .filter(other -> other != sheet)
                .map(Sheet::name)
                .toList();
    }

    @Override
    public RawRow next() {
        return rows.next();
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (!others().isEmpty()) {
            notes.add("Only this sheet was read: " + sheet.name());
        }
        if (rows.formulas() > 0) {
            notes.add("Cells with formulas: " + rows.formulas() + "; the results that the file holds were read");
        }
        rows.padded().note().ifPresent(notes::add);
        if (!rows.merged().isEmpty()) {
            notes.add("Merged cells: " + rows.merged().get(0) + (rows.merged().size() == 1 ? "" : " and others")
                    + "; only the first cell of each was read, and the others are blank");
        }
        return notes;
    }

    /** The merged cells are behind the rows, so the rest of the sheet is read. */
    @Override
    public String whyNoHeader(long row) {
        int read = 0;
        while (read < ROWS_OF_A_SHEET && rows.next() != null) {
            read++;
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
        return new Origin(null, null, sheet.name(), others());
    }
}
