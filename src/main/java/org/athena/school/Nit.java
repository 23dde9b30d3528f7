package org.athena.school;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;

/** A tax number (NIT, DIAN), with its check digit or without. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Pattern(regexp = Nit.FORM) public @interface Nit {

    /** Digits, and perhaps the check digit behind a hyphen. */
    String FORM = "[0-9]{5,15}(-[0-9])?";

    String message() default "must have 5 to 15 digits, which a hyphen and the check digit may follow";

    String code() default "not_a_nit";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
