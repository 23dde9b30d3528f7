package org.athena.platform.sheet.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.athena.platform.sheet.cells.Unreadable;

/** Tells which styles of a workbook show a number as a day, or with zeros in front. */
final class NumberFormats {

    /** The parts of a format that are text, a colour or a condition (ECMA-376, part 1, 18.8.31). */
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*]");

    private static final Pattern DAY = Pattern.compile("(?i)[dy]|m{3,}");
    private static final Pattern ZEROS = Pattern.compile("0{2,}");
    private static final int MOST = 100_000;

    private final Map<Integer, String> formats = new HashMap<>();
    private final Set<Integer> days = new HashSet<>();
    private final Map<Integer, Integer> digits = new HashMap<>();
    private int styles;

    /** @param bytes null for a workbook without styles */
    NumberFormats(InputStream bytes) throws IOException {
        if (bytes == null) {
            return;
        }
        try (XmlPart part = new XmlPart(bytes)) {
            boolean ofCells = false;
            while (part.next()) {
                ofCells = part.begins("cellXfs") || ofCells && !part.ends("cellXfs");
                read(part, ofCells);
            }
        }
    }

    private void read(XmlPart part, boolean ofCells) {
        if (part.begins("numFmt")) {
            formats.put(part.number("numFmtId", 0), String.valueOf(part.attribute("formatCode")));
        } else if (ofCells && part.begins("xf")) {
            style(part.number("numFmtId", 0));
            styles++;
        }
        if (styles > MOST || formats.size() > MOST) {
            throw Unreadable.workbook();
        }
    }

    private void style(int format) {
        if (isDay(format)) {
            days.add(styles);
        }
        String code = formats.getOrDefault(format, "");
        if (ZEROS.matcher(code).matches()) {
            digits.put(styles, code.length());
        }
    }

    /** Formats below 164 are built in; some of them belong to languages of Asia (ECMA-376, part 1, 18.8.30). */
    private boolean isDay(int format) {
        String code = formats.get(format);
        if (code == null) {
            return format >= 14 && format <= 17
                    || format == 22
                    || format >= 27 && format <= 36
                    || format >= 50 && format <= 58;
        }
        return DAY.matcher(LITERAL.matcher(code).replaceAll("")).find();
    }

    boolean showsDay(int style) {
        return days.contains(style);
    }

    /** The number of digits to which the style fills up numbers with zeros; 0 when it does not. */
    int digits(int style) {
        return digits.getOrDefault(style, 0);
    }
}
