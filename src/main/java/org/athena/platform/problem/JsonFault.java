package org.athena.platform.problem;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * A fault in one field of a JSON body, in words for the caller.
 *
 * @param field as it stands in the body, for example {@code guardians[0].phone}
 * @param message what the field must be
 */
record JsonFault(String field, String message) {

    private static final Map<Class<?>, String> FORMS = Map.of(
            String.class, "must be text",
            Boolean.class, "must be true or false",
            Integer.class, "must be a whole number",
            BigDecimal.class, "must be a number",
            Number.class, "must be a number of at most 15 digits, below 1e308",
            LocalDate.class, "must be a date of the form YYYY-MM-DD, from the year 1583 on",
            UUID.class, "must be a UUID");

    /** @return the fault; empty when no single field is to blame, because the body is not JSON or has another form as a whole */
    static Optional<JsonFault> of(JsonProcessingException e) {
        if (!(e instanceof JsonMappingException mapping) || mapping.getPath().isEmpty()) {
            return Optional.empty();
        }
        return message(mapping).map(message -> new JsonFault(field(mapping.getPath()), message));
    }

    private static Optional<String> message(JsonMappingException e) {
        if (e instanceof UnrecognizedPropertyException) {
            return Optional.of("is not known");
        } else if (e instanceof InvalidNullException) {
            return Optional.of("must not be null");
        } else if (e instanceof MismatchedInputException mismatch) {
            return Optional.of(mismatch(mismatch));
        }
        return e.getCause() instanceof InputCoercionException
                ? Optional.of("is a number that is too large")
                : Optional.empty();
    }

    private static String mismatch(MismatchedInputException e) {
        Class<?> wanted = e.getTargetType() == null ? Object.class : e.getTargetType();
        if (wanted.isEnum()) {
            return Violation.oneOf(Arrays.asList(wanted.getEnumConstants()));
        } else if (Collection.class.isAssignableFrom(wanted)) {
            return "must be a list";
        } else if (Map.class.isAssignableFrom(wanted) || Record.class.isAssignableFrom(wanted)) {
            return "must be an object";
        }
        // A text is only refused as text when it contains a character that cannot be stored.
        return wanted == String.class && e instanceof InvalidFormatException
                ? "must not contain a NUL character or half of a surrogate pair"
                : FORMS.getOrDefault(wanted, "has a value of the wrong type or form");
    }

    private static String field(List<JsonMappingException.Reference> path) {
        StringBuilder field = new StringBuilder();
        for (JsonMappingException.Reference step : path) {
            if (step.getFieldName() == null) {
                field.append('[').append(step.getIndex()).append(']');
            } else {
                field.append(field.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return field.toString();
    }
}
