package org.athena.platform.start;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a check has found so far, a sentence for each. */
final class Findings {

    private final List<String> sentences = new ArrayList<>();

    /** Adds the sentence where the condition holds. */
    Findings when(boolean found, String sentence) {
        if (found) {
            sentences.add(sentence);
        }
        return this;
    }

    /** Adds what a part of the check has found, if anything. */
    Findings and(Optional<String> sentence) {
        sentence.ifPresent(sentences::add);
        return this;
    }

    /** In the order in which they were found. */
    List<String> all() {
        return List.copyOf(sentences);
    }
}
