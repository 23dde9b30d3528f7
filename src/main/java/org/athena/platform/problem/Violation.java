package org.athena.platform.problem;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * One fault in what the caller sent.
 *
 * @param field the field, parameter or header as the caller knows it, for example {@code guardians[0].phone}
 * @param in where it stands: {@code body}, {@code query}, {@code path}, {@code header}, or {@code row 17} of a file
 * @param message what is wrong, written for a person
 */
@RegisterForReflection
public record Violation(String field, String in, String message) {

    /** A property path as the caller writes it: {@code guardians[0].fullName} is {@code guardians[0].full_name}. */
    public static String snakeCase(String path) {
        return path.replace(".<list element>", "")
                .replaceAll("([a-z])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT);
    }

    /** What is wrong with a value that is none of these words. */
    public static String oneOf(Collection<?> words) {
        return "must be one of " + words.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
