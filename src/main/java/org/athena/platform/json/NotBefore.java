package org.athena.platform.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDate;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/** A date must not be before this day; an earlier one is most likely a typing error. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = NotBefore.Check.class)
public @interface NotBefore {

    /** The day, {@code YYYY-MM-DD}. */
    String value();

    String message() default "must not be before {value}";

    String code() default "too_early";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Compares days. */
    class Check implements ConstraintValidator<NotBefore, LocalDate> {

        private LocalDate first;

        @Override
        public void initialize(NotBefore bound) {
            first = LocalDate.parse(bound.value());
        }

        @Override
        public boolean isValid(LocalDate value, ConstraintValidatorContext context) {
            return value == null || !value.isBefore(first);
        }
    }
}
