package org.athena.platform.sheet.csv;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The line by which a CSV file tells Excel its separator. */
final class SeparatorLine {

    private static final Pattern LINE = Pattern.compile("(?is)\"?sep=([;,\\t|])\"?[\\r\\n].*");

    private SeparatorLine() {}

    /** @return the separator when the text begins with such a line; null otherwise */
    static Character in(String beginning) {
        Matcher line = LINE.matcher(beginning);
        return line.matches() ? line.group(1).charAt(0) : null;
    }
}
