package org.athena.platform.paging;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The words from a search box, folded like a column by {@code athena.fold}: accents and case do not matter. */
public final class SearchWords {

    /** Enough words for a name and a document number. */
    private static final int MAX = 6;

    private SearchWords() {}

    /**
     * Patterns for {@code like … escape '!'} on a folded column; a row must match all of them.
     *
     * @param text the text from the search box
     * @return at most 6 patterns, none for a blank text
     */
    public static List<String> patterns(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("[\\u0300-\\u036f]", "")
                .toLowerCase(Locale.ROOT);
        return Stream.of(folded.split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(MAX)
                .map(word -> "%" + word.replaceAll("[!%_]", "!$0") + "%")
                .toList();
    }
}
