package org.athena.platform.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;

/**
 * A text that may be absent, but must contain a visible character. All kinds of spaces and invisible characters count as nothing,
 * also those that {@code NotBlank} accepts.
 */
@Target({
    ElementType.FIELD,
    ElementType.PARAMETER,
    ElementType.RECORD_COMPONENT,
    ElementType.METHOD,
    ElementType.ANNOTATION_TYPE
})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Pattern(regexp = Filled.VISIBLE) public @interface Filled {

    /** Matches a text with a visible character. */
    String VISIBLE = "(?s).*[^\\p{Z}\\p{C}].*";

    String message() default "must not be blank";

    String code() default "required";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
