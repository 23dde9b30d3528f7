package org.athena.platform.sheet;

import java.util.Map;

import jakarta.validation.ConstraintViolation;

import org.athena.platform.sheet.cells.CellFault;
import org.athena.platform.sheet.cells.FaultCode;

/** What a constraint of a record finds in a cell. */
public final class ConstraintFault {

    private static final Map<String, FaultCode> CODES = Map.ofEntries(
            Map.entry("NotNull", FaultCode.REQUIRED),
            Map.entry("NotBlank", FaultCode.REQUIRED),
            Map.entry("Filled", FaultCode.REQUIRED),
            Map.entry("DocumentNumber", FaultCode.REQUIRED),
            Map.entry("Size", FaultCode.LENGTH),
            Map.entry("PersonName", FaultCode.NOT_A_NAME),
            Map.entry("Email", FaultCode.NOT_AN_EMAIL),
            Map.entry("OneLine", FaultCode.NOT_ONE_LINE),
            Map.entry("PhoneNumber", FaultCode.PHONE),
            Map.entry("Past", FaultCode.NOT_IN_THE_PAST),
            Map.entry("NotBefore", FaultCode.TOO_EARLY),
            Map.entry("NumberAllowed", FaultCode.DOCUMENT_NUMBER));

    private ConstraintFault() {}

    public static CellFault of(ConstraintViolation<?> violation) {
        var constraint = violation.getConstraintDescriptor();
        String name = constraint.getAnnotation().annotationType().getSimpleName();
        Map<String, Object> attributes = constraint.getAttributes();
        FaultCode code = CODES.getOrDefault(name, FaultCode.INVALID);
        return switch (code) {
            case LENGTH -> CellFault.of(code, violation.getMessage(), attributes.get("min"), attributes.get("max"));
            case TOO_EARLY -> CellFault.of(code, violation.getMessage(), attributes.get("value"));
            default -> CellFault.of(code, violation.getMessage());
        };
    }
}
