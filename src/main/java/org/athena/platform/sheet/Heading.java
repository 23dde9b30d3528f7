package org.athena.platform.sheet;

import java.text.Normalizer;
import java.util.Locale;

/** Folds the headings of columns, so that "N.º de Documento" and "no_de_documento" are the same heading. */
final class Heading {

    private Heading() {}

    static String folded(String heading) {
        return Normalizer.normalize(heading, Normalizer.Form.NFKD)
                .replaceAll("[^\\p{L}\\p{N}]", "")
                .toLowerCase(Locale.ROOT);
    }
}
