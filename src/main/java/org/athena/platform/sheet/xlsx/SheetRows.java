package org.athena.platform.sheet.xlsx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.athena.platform.problem.FaultCode;
import org.athena.platform.sheet.cells.CellCount;
import org.athena.platform.sheet.cells.CellFault;
import org.athena.platform.sheet.cells.RawRow;
import org.athena.platform.sheet.cells.RowLimits;
import org.athena.platform.sheet.cells.Unreadable;

/** Reads the rows of a sheet's part one after the other, and after them the merged cells. */
final class SheetRows {

    private static final int LAST_ROW = 1_048_576;
    private static final int MOST_MERGED = 20_000;

    private final XmlPart part;
    private final SharedTexts shared;
    private final NumberFormats formats;
    private final boolean from1904;
    private final List<String> merged = new ArrayList<>();
    private final CellCount count = new CellCount();
    private final PaddedNumbers padded = new PaddedNumbers();
    private int row;
    private int formulas;

    SheetRows(XmlPart part, SharedTexts shared, NumberFormats formats, boolean from1904) {
        this.part = part;
        this.shared = shared;
        this.formats = formats;
        this.from1904 = from1904;
    }

    /** @return null at the end */
    RawRow next() {
        while (part.next()) {
            if (part.begins("row")) {
                return row();
            }
            if (part.begins("mergeCell") && merged.size() < MOST_MERGED) {
                merged.add(String.valueOf(part.attribute("ref")));
            }
        }
        return null;
    }

    private RawRow row() {
        int number = part.number("r", row + 1);
        if (number <= row || number > LAST_ROW) {
            throw Unreadable.workbook();
        }
        row = number;
        List<String> cells = new ArrayList<>();
        Map<Integer, CellFault> faults = new HashMap<>();
        boolean hidden = part.isOn("hidden");
        cells(cells, faults);
        if (hidden && cells.stream().anyMatch(cell -> !cell.isEmpty())) {
            faults.put(RawRow.WHOLE, CellFault.of(FaultCode.HIDDEN_ROW, "is hidden; show the row or delete it"));
        }
        return new RawRow(number, cells, faults);
    }

    private void cells(List<String> cells, Map<Integer, CellFault> faults) {
        int characters = 0;
        while (part.next() && !part.ends("row")) {
            if (part.begins("c")) {
                count.add(1);
                int place = place(cells.size());
                CellValue value = value();
                characters += value.text().length();
                keep(value, place, cells, faults);
            }
            if (characters > RowLimits.MAX_CHARACTERS) {
                throw Unreadable.longRow(row);
            }
        }
    }

    private static void keep(CellValue value, int place, List<String> cells, Map<Integer, CellFault> faults) {
        if (value.text().isEmpty() && value.fault() == null) {
            return;
        }
        if (place >= RowLimits.MAX_COLUMNS) {
            throw Unreadable.file(FaultCode.FILE_TOO_BIG, "has more than " + RowLimits.MAX_COLUMNS + " columns");
        }
        while (cells.size() <= place) {
            cells.add("");
        }
        cells.set(place, value.text());
        if (value.fault() != null) {
            faults.put(place, value.fault());
        }
    }

    /** The place of the cell: its column's letters as a number from 0. A cell without an address follows the one before. */
    private int place(int next) {
        String address = part.attribute("r");
        if (address == null) {
            return next;
        }
        int column = 0;
        for (int i = 0; i < address.length() && Character.isLetter(address.charAt(i)); i++) {
            column = Math.min(column * 26 + (address.charAt(i) & 31), LAST_ROW);
        }
        return Math.max(column - 1, 0);
    }

    private CellValue value() {
        String type = part.attribute("t");
        int style = part.number("s", 0);
        boolean formula = false;
        StringBuilder value = new StringBuilder();
        boolean inValue = false;
        while (part.next() && !part.ends("c")) {
            formula |= part.begins("f");
            if (part.begins("is")) {
                return rest(RichText.read(part, "is"));
            }
            inValue = part.begins("v") || inValue && !part.ends("v");
            if (inValue) {
                RichText.append(value, part.text());
            }
        }
        formulas += formula ? 1 : 0;
        return formula && value.isEmpty()
                ? CellValue.faulty(
                        FaultCode.NO_RESULT,
                        "is a formula without a saved result; copy the column and paste it as values")
                : value(type == null ? "n" : type, style, value.toString());
    }

    private CellValue rest(String inline) {
        while (!part.ends("c") && part.next()) {
            continue;
        }
        return CellValue.text(inline);
    }

    private CellValue value(String type, int style, String value) {
        if (value.isEmpty()) {
            return CellValue.text("");
        }
        return switch (type) {
            case "s" -> CellValue.text(shared.at(XmlPart.number(value)));
            case "b" -> CellValue.text(value.equals("1") ? "true" : "false");
            case "e" ->
                CellValue.faulty(CellFault.of(FaultCode.CELL_ERROR, "holds the error " + value)
                        .with("error", value));
            case "d" -> CellValue.text(value.substring(0, Math.min(value.length(), "YYYY-MM-DD".length())));
            case "n" -> number(style, value);
            default -> CellValue.text(RichText.unescaped(value));
        };
    }

    private CellValue number(int style, String value) {
        if (formats.showsDay(style)) {
            return CellValue.day(value, from1904);
        }
        CellValue number = CellValue.number(value);
        padded.see(row, number.text(), formats.digits(style));
        return number;
    }

    /** The numbers that the sheet shows with zeros in front. */
    PaddedNumbers padded() {
        return padded;
    }

    /** The number of cells with formulas in the rows so far. */
    int formulas() {
        return formulas;
    }

    /** The merged cells, for example {@code A1:D1}; known after the last row. */
    List<String> merged() {
        return merged;
    }
}
