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

/** A fault in one field of a JSON body, for the caller. */
public final class JsonFault {

    private record Form(FaultCode code, String message) {}

    private static final Form LIST = new Form(FaultCode.NOT_A_LIST, "must be a list");
    private static final Form OBJECT = new Form(FaultCode.NOT_AN_OBJECT, "must be an object");
    private static final Form OTHER = new Form(FaultCode.WRONG_TYPE, "has a value of the wrong type or form");
    private static final Form NULL = new Form(FaultCode.MUST_NOT_BE_NULL, "must not be null");
    private static final Form UNKNOWN = new Form(FaultCode.UNKNOWN_FIELD, "is not known");
    private static final Form LARGE = new Form(FaultCode.TOO_LARGE, "is a number that is too large");
    private static final Form NOT_KEPT =
            new Form(FaultCode.NOT_STORABLE, "must not contain a NUL character or half of a surrogate pair");

    private static final Map<Class<?>, Form> FORMS = Map.of(
            String.class, new Form(FaultCode.NOT_A_TEXT, "must be text"),
            Boolean.class, new Form(FaultCode.NOT_TRUE_OR_FALSE, "must be true or false"),
            Integer.class, new Form(FaultCode.NOT_A_WHOLE_NUMBER, "must be a whole number"),
            BigDecimal.class, new Form(FaultCode.NOT_A_NUMBER, "must be a number"),
            Number.class, new Form(FaultCode.NOT_STORABLE, "must be a number of at most 15 digits, below 1e308"),
            LocalDate.class,
                    new Form(FaultCode.NOT_A_DATE, "must be a date of the form YYYY-MM-DD, from the year 1583 on"),
            UUID.class, new Form(FaultCode.NOT_A_UUID, "must be a UUID"));

    private JsonFault() {}

    /**
     * @return the fault, whose field is as it stands in the body, for example {@code guardians[0].phone}; empty when no single field is
     *     to blame, because the body is not JSON or has another form as a whole
     */
    public static Optional<Violation> of(JsonProcessingException e) {
        if (!(e instanceof JsonMappingException mapping) || mapping.getPath().isEmpty()) {
            return Optional.empty();
        }
        String field = field(mapping.getPath());
        Class<?> wanted = wanted(mapping);
        return wanted.isEnum()
                ? Optional.of(Violation.notOneOf(Arrays.asList(wanted.getEnumConstants()), field, "body"))
                : form(mapping, wanted).map(form -> new Violation(field, "body", form.message, form.code));
    }

    /** The type of the field when its value has another type or form. */
    private static Class<?> wanted(JsonMappingException e) {
        return e instanceof MismatchedInputException mismatch
                        && !(e instanceof UnrecognizedPropertyException)
                        && !(e instanceof InvalidNullException)
                        && mismatch.getTargetType() != null
                ? mismatch.getTargetType()
                : Object.class;
    }

    private static Optional<Form> form(JsonMappingException e, Class<?> wanted) {
        if (e instanceof UnrecognizedPropertyException) {
            return Optional.of(UNKNOWN);
        } else if (e instanceof InvalidNullException) {
            return Optional.of(NULL);
        } else if (e instanceof MismatchedInputException) {
            return Optional.of(mismatch(e, wanted));
        }
        return e.getCause() instanceof InputCoercionException ? Optional.of(LARGE) : Optional.empty();
    }

    private static Form mismatch(JsonMappingException e, Class<?> wanted) {
        if (Collection.class.isAssignableFrom(wanted)) {
            return LIST;
        } else if (Map.class.isAssignableFrom(wanted) || Record.class.isAssignableFrom(wanted)) {
            return OBJECT;
        }
        // A text is only refused as text when it contains a character that cannot be stored.
        return wanted == String.class && e instanceof InvalidFormatException
                ? NOT_KEPT
                : FORMS.getOrDefault(wanted, OTHER);
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
