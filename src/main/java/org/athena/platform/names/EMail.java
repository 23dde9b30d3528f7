package org.athena.platform.names;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.util.StdConverter;

/**
 * An e-mail. A body's e-mail is normalised when it is read: without spaces around it, composed (NFC), in lower case, as Supabase keeps
 * it. Letters outside ASCII are refused: Supabase and most mail servers do not deliver to them, and two e-mails that look alike would
 * be two mailboxes.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@JacksonAnnotationsInside
@JsonDeserialize(converter = EMail.Reader.class)
@Constraint(validatedBy = EMail.Check.class)
public @interface EMail {

    String message() default "must be an e-mail address";

    String code() default "not_an_email";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Normalises the e-mail after Jackson has read it as text. */
    @RegisterForReflection
    class Reader extends StdConverter<String, String> {

        @Override
        public String convert(String written) {
            return NormalEMail.of(written);
        }
    }

    /** Checks the stored form; null is somebody else's to refuse. */
    class Check implements ConstraintValidator<EMail, String> {

        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            return value == null || NormalEMail.allowed(value);
        }
    }
}
