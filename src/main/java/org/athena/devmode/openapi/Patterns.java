package org.athena.devmode.openapi;

import java.util.Collection;

import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Translates the regular expressions of constraints for JSON Schema. Java's must match the whole text; those of JSON Schema
 * (ECMA-262) are searched for anywhere in it.
 */
final class Patterns {

    private static final String ANYTHING_BEFORE = "(?s).*";
    private static final String ANYTHING_AFTER = ".*";
    /** The pattern of the constraint {@code NotBlank}, which is a search already. */
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
