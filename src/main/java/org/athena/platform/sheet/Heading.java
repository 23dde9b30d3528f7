package org.athena.platform.sheet;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Folds the headings of columns, so that "N.º de Documento" and "no_de_documento" are the same heading. Many keyboards write the
 * degree sign for the ordinal indicator: "N° documento".
 */
final class Heading {

    private static final Pattern BRACKET = Pattern.compile("(?s)(.+?)\\s*[(\\[][^()\\[\\]]*[)\\]]\\s*");

    private Heading() {}

    /** The heading without a bracket at its end, such as {@code (dd/mm/aaaa)}. */
    static String withoutBracket(String heading) {
        Matcher bracket = BRACKET.matcher(heading);
        return bracket.matches() ? bracket.group(1) : heading;
    }

    static String folded(String heading) {
        return Normalizer.normalize(heading.replace('°', 'º'), Normalizer.Form.NFKD)
                .replaceAll("[^\\p{L}\\p{N}]", "")
                .toLowerCase(Locale.ROOT);
    }
}
