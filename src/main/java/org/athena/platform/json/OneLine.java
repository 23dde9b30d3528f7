package org.athena.platform.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/**
 * A short text for a list or a form: not blank, no line break, no control character, and none that is not shown. Such characters
 * come with copied text, and make two values that look alike different.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Filled
@Constraint(validatedBy = OneLine.Check.class)
public @interface OneLine {

    String message() default "must be on one line, without invisible characters";

    String code() default "not_one_line";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Checks every character; {@link Filled} refuses a blank text. */
    class Check implements ConstraintValidator<OneLine, String> {

        /** The last five are letters and symbols without a picture. */
        private static final String SHOWN =
                "[^\\p{Cc}\\p{Cf}\\p{Co}\\p{Zl}\\p{Zp}\\u115f\\u1160\\u2800\\u3164\\uffa0]*";

        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            return value == null
                    || !value.matches(Filled.VISIBLE)
                    || value.strip().matches(SHOWN);
        }
    }
}
