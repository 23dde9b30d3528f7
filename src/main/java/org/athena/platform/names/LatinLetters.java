package org.athena.platform.names;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The letters of people's names, and the plain letters that they are searched and compared by. Civil registries write names in the
 * Latin alphabet, and so do travel documents of all countries (ICAO Doc 9303, part 3). {@code athena.fold} does the same.
 */
public final class LatinLetters {

    private static final Pattern MARKS = Pattern.compile("[\\u0300-\\u036f]");

    /** Full-width forms, ligatures and raised letters, which Unicode knows as other forms of a letter. */
    private static final Pattern OTHER_FORMS = Pattern.compile("[\\p{IsLatin}&&\\p{L}&&[^\\x00-\\x7f]]+");

    /** Letters that are no plain letter with a mark, each before what it is compared as. */
    private static final String[] SINGLE = {
        "ØO", "øo", "ĐD", "đd", "ÐD", "ðd", "ƉD", "ɖd", "ƊD", "ɗd", "ŁL", "łl", "ıi", "ƗI", "ɨi", "ɄU", "ʉu", "ĦH",
                "ħh",
        "ŦT", "ŧt", "ŊN", "ŋn", "ƝN", "ɲn", "ƏE", "əe", "ƎE", "ǝe", "ƐE", "ɛe", "ƆO", "ɔo", "ƁB", "ɓb", "ƘK", "ƙk",
                "ƳY",
        "ƴy", "ƑF", "ƒf", "ƔG", "ɣg", "ƲV", "ʋv", "ƵZ", "ƶz"
    };

    private static final String[] DOUBLE = {"ẞSS", "ßss", "ÆAE", "æae", "ŒOE", "œoe", "ÞTH", "þth"};

    private static final Map<Integer, String> PLAIN = new HashMap<>();

    static {
        for (String[] pairs : new String[][] {SINGLE, DOUBLE}) {
            for (String pair : pairs) {
                PLAIN.put(pair.codePointAt(0), pair.substring(1));
            }
        }
    }

    private LatinLetters() {}

    /** The text with its Latin letters in their usual form (NFKC, Unicode Standard Annex 15), and everything else as it is. */
    public static String usual(String text) {
        String usual = OTHER_FORMS
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll(letters -> Normalizer.normalize(letters.group(), Normalizer.Form.NFKC));
        return Normalizer.normalize(usual, Normalizer.Form.NFC);
    }

    /** Without marks, in lower case, and with a plain letter for every other letter of a name. */
    public static String fold(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        StringBuilder folded = new StringBuilder(bare.length());
        bare.codePoints().forEach(letter -> {
            String plain = PLAIN.get(letter);
            if (plain == null) {
                folded.appendCodePoint(letter);
            } else {
                folded.append(plain);
            }
        });
        return folded.toString().toLowerCase(Locale.ROOT);
    }

    /** Whether the character is a letter that a name may have. */
    static boolean isLetter(int character) {
        return Character.isLetter(character)
                && fold(Character.toString(character)).matches("[a-z]+");
    }

    /** Whether the character is a mark that letters of the alphabet may have; the joiner among them is not shown. */
    static boolean isMark(int character) {
        return character >= 0x300 && character <= 0x36f && character != 0x34f;
    }
}
