package org.athena.platform.names;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.util.StdConverter;

/** A telephone number as people write it, one and not a list. The database has the same rule ({@code athena.is_phone}). */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@JacksonAnnotationsInside
@JsonDeserialize(converter = PhoneNumber.Reader.class)
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Pattern(regexp = PhoneNumber.FORM, flags = Pattern.Flag.CASE_INSENSITIVE) public @interface PhoneNumber {

    /** At least seven digits, and an extension after a word. */
    String FORM = "[+(]?[0-9](?:[ ().-]*[0-9]){6,39}[ )]*(?:[ ,;]*(?:ext|ext\\.|extensi[o\u00f3]n|x)[ .:]*[0-9]{1,6})?";

    String message() default
            "must be one telephone number of at least 7 digits, with spaces, + ( ) - . and an extension (ext. 12) at most";

    String code() default "not_a_phone";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Normalises the number after Jackson has read it as text. */
    @RegisterForReflection
    class Reader extends StdConverter<String, String> {

        @Override
        public String convert(String written) {
            return NormalPhone.of(written);
        }
    }
}
