package org.athena.devmode.openapi;

import java.util.Collection;

import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Regular expressions as JSON Schema has them (ECMA-262, searched for anywhere in the text), where those of the constraints are Java's
 * and stand for the whole text.
 */
final class Patterns {

    private static final String ANYTHING_BEFORE = "(?s).*";
    private static final String ANYTHING_AFTER = ".*";
    /** Of a constraint that is not a pattern: it is meant as a search already. */
    private static final String NOT_BLANK = "\\S";

    private Patterns() {}

    static void translate(Collection<Schema> schemas) {
        for (Schema schema : schemas) {
            if (schema.getPattern() != null) {
                schema.setPattern(searched(schema.getPattern()));
            }
            if (schema.getProperties() != null) {
                translate(schema.getProperties().values());
            }
        }
    }

    private static String searched(String pattern) {
        if (pattern.startsWith(ANYTHING_BEFORE) && pattern.endsWith(ANYTHING_AFTER)) {
            return pattern.substring(ANYTHING_BEFORE.length(), pattern.length() - ANYTHING_AFTER.length());
        }
        return pattern.equals(NOT_BLANK) || pattern.startsWith("^") ? pattern : "^" + pattern + "$";
    }
}
