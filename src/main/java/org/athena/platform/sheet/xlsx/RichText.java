package org.athena.platform.sheet.xlsx;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.athena.platform.sheet.cells.Unreadable;

/** Reads a text with its formats, an {@code si} or {@code is} element; only the text counts. */
final class RichText {

    /** The most characters that Excel keeps in a cell. */
    static final int LONGEST = 32_767;

    /** A character that XML cannot hold (ECMA-376, part 1, 22.9.2.19). */
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private RichText() {}

    /** @param element the name of the element at whose beginning the part is */
    static String read(XmlPart part, String element) {
        StringBuilder text = new StringBuilder();
        boolean shown = false;
        boolean pronunciation = false;
        while (part.next() && !part.ends(element)) {
            pronunciation = part.begins("rPh") || pronunciation && !part.ends("rPh");
            shown = part.begins("t") || shown && !part.ends("t");
            if (shown && !pronunciation) {
                append(text, part.text());
            }
        }
        return unescaped(text.toString());
    }

    static void append(StringBuilder text, String more) {
        if (text.length() + more.length() > LONGEST) {
            throw Unreadable.workbook();
        }
        text.append(more);
    }

    static String unescaped(String text) {
        return text.contains("_x") ? ESCAPED.matcher(text).replaceAll(RichText::character) : text;
    }

    private static String character(java.util.regex.MatchResult escaped) {
        return Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escaped.group(1), 16)));
    }
}
