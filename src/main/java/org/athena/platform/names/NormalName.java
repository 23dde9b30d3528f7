package org.athena.platform.names;

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
        String usual = LatinLetters.usual(ENDS.matcher(written).replaceAll(""));
        String spaced = SPACES.matcher(usual).replaceAll(" ");
        return HYPHENS.matcher(APOSTROPHES.matcher(spaced).replaceAll("'")).replaceAll("-");
    }

    /** Whether the name has a Latin letter, and nothing but such letters with their marks, spaces, apostrophes, hyphens and full stops. */
    static boolean allowed(String name) {
        boolean letters = false;
        int before = ' ';
        for (int at = 0; at < name.length(); at += Character.charCount(before)) {
            int character = name.codePointAt(at);
            boolean letter = LatinLetters.isLetter(character);
            boolean mark =
                    LatinLetters.isMark(character) && (LatinLetters.isLetter(before) || LatinLetters.isMark(before));
            if (!letter && !mark && " .'-".indexOf(character) < 0) {
                return false;
            }
            letters |= letter;
            before = character;
        }
        return letters;
    }
}
