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

/** A request with a first and a last day. */
public interface DateRange {

    LocalDate startsOn();

    LocalDate endsOn();

    /** The last day must not be before the first. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @Constraint(validatedBy = Check.class)
    @interface InOrder {

        String message() default "must not be before {otherField}";

        /** The field with the first day. */
        String otherField() default "starts_on";

        String code() default "before_start";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    /** Compares the days when both are present. */
    class Check implements ConstraintValidator<InOrder, DateRange> {

        @Override
        public boolean isValid(DateRange range, ConstraintValidatorContext context) {
            if (range == null || range.startsOn() == null || range.endsOn() == null) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                    .addPropertyNode("endsOn")
                    .addConstraintViolation();
            return !range.endsOn().isBefore(range.startsOn());
        }
    }
}
