package org.athena.platform.names;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

import org.athena.platform.json.Filled;

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.util.StdConverter;

/**
 * A name of a person, or a part of one, in the Latin alphabet ({@link LatinLetters}): a letter of another one that looks the same
 * would hide a person from searches and checks. A body's name is normalised when it is read: composed letters in their usual form
 * (Unicode Standard Annex 15), one space between words, one form of apostrophe and one of hyphen. The database checks that a name has the form and
 * is in this alphabet ({@code athena.is_name}).
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@JacksonAnnotationsInside
@JsonDeserialize(converter = PersonName.Reader.class)
@Constraint(validatedBy = PersonName.Check.class)
@Filled
public @interface PersonName {

    String message() default
            "must consist of letters of the Latin alphabet, spaces, apostrophes, hyphens and full stops, with at least one letter";

    String code() default "not_a_name";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Normalises the name after Jackson has read it as text. */
    @RegisterForReflection
    class Reader extends StdConverter<String, String> {

        @Override
        public String convert(String written) {
            return NormalName.of(written);
        }
    }

    /** Checks the characters of the stored form; {@link Filled} refuses an empty name. */
    class Check implements ConstraintValidator<PersonName, String> {

        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            return value == null || !value.matches(Filled.VISIBLE) || NormalName.allowed(value);
        }
    }
}
