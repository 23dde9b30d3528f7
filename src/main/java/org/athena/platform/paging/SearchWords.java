package org.athena.platform.paging;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.athena.platform.names.LatinLetters;

/**
 * The words from a search box, in the form of {@code athena.search_text}: accents, case and punctuation do not matter. Numbers are
 * kept without separators, leading zeros and the country's prefix, but people type them.
 */
public final class SearchWords {

    private static final Pattern ZEROS = Pattern.compile("0+(?=[1-9])([0-9]+)");

    /** What is rewritten before a text is split into words, in this order. */
    private static final Map<Pattern, String> REWRITTEN = new LinkedHashMap<>();

    static {
        rewrite("\\+57(?![0-9])|\\+57(?=[0-9]{10}(?![0-9]))", " ");
        // The type of a document before its number: T.I. 1001, CC1001.
        rewrite("(?<!\\p{L})(\\p{L})\\. ?(\\p{L})\\. ?(?=[0-9])", "$1$2 ");
        rewrite("(?<=\\p{L}{2})(?=[0-9]{3})", " ");
        // Groups of three digits, each separated by the same character, and the check digit of a NIT.
        rewrite("(?<![0-9])([0-9]{1,3})([ .,'])([0-9]{3})(?:\\2([0-9]{3}))?(?:\\2([0-9]{3}))?(?![0-9])", "$1$3$4$5");
        rewrite("(?<=[0-9]{6})-(?=[0-9](?![0-9]))", "");
    }

    private static void rewrite(String typed, String by) {
        REWRITTEN.put(Pattern.compile(typed), by);
    }

    /** What is asked for when the text has no letter and no digit. No row has an empty text. */
    private static final List<String> NOTHING = List.of("");

    private SearchWords() {}

    /**
     * Patterns for {@code like all} on a column made by {@code athena.search_text}. A single character must begin a word; longer
     * words, and numbers with leading zeros, may stand anywhere.
     *
     * @param text the text from the search box
     * @return one for each word; none for a blank text
     */
    public static List<String> patterns(String text) {
        List<String> words = words(text);
        return words.isEmpty() && !text.isBlank()
                ? NOTHING
                : words.stream().map(SearchWords::pattern).toList();
    }

    private static String pattern(String word) {
        Matcher zeros = ZEROS.matcher(word);
        if (zeros.matches()) {
            return "%" + zeros.group(1) + "%";
        }
        return (word.length() == 1 ? "% " : "%") + word + "%";
    }

    private static List<String> words(String text) {
        String rewritten = folded(text);
        for (Map.Entry<Pattern, String> rule : REWRITTEN.entrySet()) {
            rewritten = rule.getKey().matcher(rewritten).replaceAll(rule.getValue());
        }
        return Stream.of(rewritten.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Without accents, in lower case, with plain letters and the digits of ASCII. */
    private static String folded(String text) {
        StringBuilder digits = new StringBuilder();
        text.codePoints()
                .map(character -> Character.isDigit(character) ? '0' + Character.digit(character, 10) : character)
                .forEach(digits::appendCodePoint);
        return LatinLetters.fold(LatinLetters.usual(digits.toString()));
    }
}
