package org.athena.platform.problem;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One fault in the request.
 *
 * @param field the name of the field, parameter or header, for example {@code guardians[0].phone}
 * @param in the place of the field: {@code body}, {@code query}, {@code path}, {@code header}, or {@code row 17} of a file
 * @param message what is wrong, written for a person
 * @param code a word for what is wrong, in answers to files; null in others, which then have none
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Violation(String field, String in, String message, String code) {

    public Violation(String field, String in, String message) {
        this(field, in, message, null);
    }

    /** The caller's form of a property path: {@code guardians[0].fullName} becomes {@code guardians[0].full_name}. */
    public static String snakeCase(String path) {
        return path.replace(".<list element>", "")
                .replaceAll("([a-z])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT);
    }

    /** The message for a value that is not one of the words. */
    public static String oneOf(Collection<?> words) {
        return "must be one of " + words.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
