package org.athena.platform.names;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** The stored form of a person's name, see {@link PersonName}. */
public final class NormalName {

    /** Spaces of every width, and the tab. Line breaks are not among them: inside a name they are refused. */
    private static final Pattern SPACES = Pattern.compile("[\\p{Zs}\\t]+");

    /** At the ends of a name line breaks are removed, because copied text often ends with one. */
    private static final Pattern ENDS = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$");

    /** The characters that keyboards, telephones and word processors write for an apostrophe; some of them are letters. */
    private static final Pattern APOSTROPHES =
            Pattern.compile("[`\\u00b4\\u02b9\\u02bb-\\u02bd\\u02c8\\u02ca\\u02cb\\u055a\\u05f3"
                    + "\\u2018-\\u201b\\u2032\\u2035\\ua78b\\ua78c\\uff07\\uff40]");

    private static final Pattern HYPHENS = Pattern.compile("[\\p{Pd}\\u2043\\u2212\\u02d7]");

    private NormalName() {}

    /** The stored form of a name as people write it, also for names that are not read from a JSON body. Null stays null. */
    public static String of(String written) {
        return written == null ? null : normal(written);
    }

    private static String normal(String written) {
        String composed = Normalizer.normalize(ENDS.matcher(written).replaceAll(""), Normalizer.Form.NFC);
        String spaced = SPACES.matcher(composed).replaceAll(" ");
        return HYPHENS.matcher(APOSTROPHES.matcher(spaced).replaceAll("'")).replaceAll("-");
    }

    /** Whether the name has a letter, and nothing but letters with their marks, spaces, apostrophes, hyphens and full stops. */
    static boolean allowed(String name) {
        boolean letters = false;
        int before = ' ';
        for (int at = 0; at < name.length(); at += Character.charCount(before)) {
            int character = name.codePointAt(at);
            boolean marks = mark(character) && (Character.isLetter(before) || mark(before));
            if (invisible(character) || !marks && !Character.isLetter(character) && " .'-".indexOf(character) < 0) {
                return false;
            }
            letters |= Character.isLetter(character);
            before = character;
        }
        return letters;
    }

    private static boolean mark(int character) {
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /**
     * Letters and marks that are not shown: fillers, joiners and variation selectors (property Default_Ignorable_Code_Point,
     * Unicode Standard Annex 44). Java does not know the property.
     */
    private static boolean invisible(int character) {
        return character == 0x34f
                || character == 0x115f
                || character == 0x1160
                || character == 0x17b4
                || character == 0x17b5
                || character >= 0x180b && character <= 0x180f
                || character == 0x3164
                || character == 0xffa0
                || character >= 0xfe00 && character <= 0xfe0f
                || character >= 0xe0000 && character <= 0xe0fff;
    }
}
