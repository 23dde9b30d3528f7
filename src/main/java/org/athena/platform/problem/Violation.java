package org.athena.platform.problem;

import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.validation.ConstraintViolation;

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One fault in the request.
 *
 * @param field the name of the field, parameter or header, for example {@code guardians[0].phone}
 * @param in the place of the field: {@code body}, {@code query}, {@code path}, {@code header}, or {@code row 17} of a file
 * @param message what is wrong, written for a person
 * @param code the word of a {@link ViolationCode}
 * @param params what the sentence of the code names, such as {@code min}, {@code max}, {@code allowed} or {@code other_field}; null when it
 *     names nothing
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Violation(String field, String in, String message, String code, Map<String, Object> params) {

    public Violation {
        params = params == null || params.isEmpty() ? null : Collections.unmodifiableMap(new TreeMap<>(params));
    }

    public Violation(String field, String in, String message, ViolationCode code) {
        this(field, in, message, code.word(), null);
    }

    /** A field of the body that a constraint refuses. */
    public static Violation of(String path, ConstraintViolation<?> fault) {
        ConstraintCode code = ConstraintCode.of(fault);
        return new Violation(snakeCase(path), "body", fault.getMessage(), code.word(), code.params());
    }

    /** A value that is not one of the words. */
    public static Violation notOneOf(Collection<?> words, String field, String in) {
        return new Violation(field, in, oneOf(words), FaultCode.NOT_ALLOWED)
                .with("allowed", words.stream().map(String::valueOf).toList());
    }

    /** The violation with one more parameter. */
    public Violation with(String name, Object value) {
        Map<String, Object> more = new TreeMap<>(params == null ? Map.of() : params);
        more.put(name, value);
        return new Violation(field, in, message, code, more);
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
