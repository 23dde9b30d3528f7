package org.athena.student;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/** The number of a document as people write it. The stored form, without spaces and dots, must have the right length. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = DocumentNumber.Check.class)
@interface DocumentNumber {

    String message() default "must have 1 to 30 characters besides spaces and dots";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Checks the stored form. */
    class Check implements ConstraintValidator<DocumentNumber, String> {

        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            return value == null || Document.strip(value).matches("[^\\p{C}]{1,30}");
        }
    }
}
