package org.athena.platform.start;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects the findings of a check, a sentence for each. */
final class Findings {

    private final List<String> sentences = new ArrayList<>();

    /** Adds the sentence when the condition is true. */
    Findings when(boolean found, String sentence) {
        if (found) {
            sentences.add(sentence);
        }
        return this;
    }

    /** Adds the finding of a part of the check, if it has one. */
    Findings and(Optional<String> sentence) {
        sentence.ifPresent(sentences::add);
        return this;
    }

    /** All findings in their order. */
    List<String> all() {
        return List.copyOf(sentences);
    }
}
