package org.athena.platform.paging;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The words of a search box, folded as {@code athena.fold} folds a column: accents and case mean nothing. */
public final class SearchWords {

    /** As many as a name and a document number have. */
    private static final int MAX = 6;

    private SearchWords() {}

    /**
     * Patterns for {@code like … escape '!'} on a folded column; a row is meant when all of them match.
     *
     * @param text what was typed
     * @return at most 6, none for a blank text
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
