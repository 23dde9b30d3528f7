package org.athena.platform.problem;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.metadata.ConstraintDescriptor;

/**
 * What a violation of a constraint is called.
 *
 * @param word the word of a {@link ViolationCode}
 * @param params the bounds that the constraint names
 */
public record ConstraintCode(String word, Map<String, Object> params) {

    /** The constraints of Jakarta Validation; those of the service have an attribute {@code code}. */
    private static final Map<String, FaultCode> CODES = Map.ofEntries(
            Map.entry("NotNull", FaultCode.REQUIRED),
            Map.entry("NotBlank", FaultCode.REQUIRED),
            Map.entry("NotEmpty", FaultCode.TOO_FEW),
            Map.entry("Size", FaultCode.TOO_LONG),
            Map.entry("Min", FaultCode.TOO_SMALL),
            Map.entry("Max", FaultCode.TOO_LARGE),
            Map.entry("DecimalMin", FaultCode.TOO_SMALL),
            Map.entry("DecimalMax", FaultCode.TOO_LARGE),
            Map.entry("Digits", FaultCode.TOO_MANY_DECIMALS),
            Map.entry("Past", FaultCode.NOT_IN_THE_PAST),
            Map.entry("Pattern", FaultCode.WRONG_FORM));

    /** What every constraint has, and what is of no use to a person. */
    private static final Set<String> NO_PARAMS =
            Set.of("message", "code", "groups", "payload", "validationAppliesTo", "regexp", "flags", "inclusive");

    public static ConstraintCode of(ConstraintViolation<?> violation) {
        ConstraintDescriptor<?> constraint = violation.getConstraintDescriptor();
        Map<String, Object> params = params(constraint.getAttributes());
        String word = word(constraint).orElse(FaultCode.INVALID.word());
        if (word.equals(FaultCode.REQUIRED.word()) && inList(violation)) {
            word = FaultCode.MUST_NOT_BE_NULL.word();
        } else if (word.equals(FaultCode.TOO_FEW.word())) {
            params.put("min", 1);
        } else if (name(constraint).equals("Size")) {
            word = size(violation.getInvalidValue(), (int) params.get("min")).word();
            params.values().removeAll(Set.of(0, Integer.MAX_VALUE));
        } else if (params.containsKey("value")) {
            params.put(word.equals(FaultCode.TOO_LARGE.word()) ? "max" : "min", params.remove("value"));
        }
        return new ConstraintCode(word, params);
    }

    /** Whether an element of a list is null. */
    private static boolean inList(ConstraintViolation<?> violation) {
        Path.Node last = null;
        for (Path.Node node : violation.getPropertyPath()) {
            last = node;
        }
        return violation.getInvalidValue() == null && last != null && last.getKind() == ElementKind.CONTAINER_ELEMENT;
    }

    /** The word for a constraint, for one of a text's size that for too long a text; empty for a constraint that names none. */
    public static Optional<String> word(ConstraintDescriptor<?> constraint) {
        return constraint.getAttributes().get("code") instanceof String own
                ? Optional.of(own)
                : Optional.ofNullable(CODES.get(name(constraint))).map(FaultCode::word);
    }

    private static String name(ConstraintDescriptor<?> constraint) {
        return constraint.getAnnotation().annotationType().getSimpleName();
    }

    /** What a sentence may name of the attributes of a constraint, by their names in snake case. */
    public static Map<String, Object> params(Map<String, Object> attributes) {
        Map<String, Object> params = new TreeMap<>();
        attributes.forEach((name, value) -> {
            if (!NO_PARAMS.contains(name)) {
                params.put(Violation.snakeCase(name), value);
            }
        });
        return params;
    }

    private static FaultCode size(Object value, int min) {
        if (value instanceof Collection<?> list) {
            return list.size() < min ? FaultCode.TOO_FEW : FaultCode.TOO_MANY;
        }
        return value instanceof CharSequence text && text.length() < min ? FaultCode.TOO_SHORT : FaultCode.TOO_LONG;
    }
}
