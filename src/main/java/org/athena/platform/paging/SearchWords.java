package org.athena.platform.paging;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The words from a search box, in the form of {@code athena.search_text}: accents, case and punctuation do not matter. */
public final class SearchWords {

    /** What is asked for when the text has no letter and no digit. No row has an empty text. */
    private static final List<String> NOTHING = List.of("");

    private SearchWords() {}

    /**
     * Patterns for {@code like all} on a column made by {@code athena.search_text}. A single letter must begin a word; longer words
     * may stand anywhere.
     *
     * @param text the text from the search box
     * @return one for each word; none for a blank text
     */
    public static List<String> patterns(String text) {
        List<String> words = words(text);
        return words.isEmpty() && !text.isBlank()
                ? NOTHING
                : words.stream()
                        .map(word -> (word.length() == 1 ? "% " : "%") + word + "%")
                        .toList();
    }

    private static List<String> words(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("[\\u0300-\\u036f]", "")
                .toLowerCase(Locale.ROOT);
        return Stream.of(folded.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
