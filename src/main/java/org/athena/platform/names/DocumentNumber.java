package org.athena.platform.names;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;

import org.athena.platform.json.Filled;

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.util.StdConverter;

/**
 * The number of a document as people write it. A body's number is brought to the stored form when it is read. Which numbers are
 * allowed depends on the type of the document: see {@link Documented.NumberAllowed}.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@JacksonAnnotationsInside
@JsonDeserialize(converter = DocumentNumber.Reader.class)
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Filled
public @interface DocumentNumber {

    String message() default "must not be blank";

    String code() default "required";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Normalises the number after Jackson has read it as text. */
    @RegisterForReflection
    class Reader extends StdConverter<String, String> {

        @Override
        public String convert(String written) {
            return Document.normal(written);
        }
    }
}
