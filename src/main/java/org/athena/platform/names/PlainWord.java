package org.athena.platform.names;

import java.text.Normalizer;
import java.util.Locale;

/** The form in which words of people are compared: accents, case, spaces and punctuation do not matter. */
public final class PlainWord {

    private PlainWord() {}

    /** Letters and digits of ASCII, in lower case. */
    public static String of(String written) {
        return Normalizer.normalize(written, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]", "");
    }
}
