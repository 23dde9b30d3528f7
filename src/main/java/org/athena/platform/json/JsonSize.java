package org.athena.platform.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;

import jakarta.enterprise.context.Dependent;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Limits the size of a free-form JSON object, which a school could otherwise fill without end. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = JsonSize.Check.class)
public @interface JsonSize {

    /** The largest number of bytes of the object as JSON. */
    int max() default 32_768;

    String message() default "must be at most {max} bytes of JSON";

    String code() default "too_many_bytes";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Measures the object in its stored form. */
    @Dependent
    class Check implements ConstraintValidator<JsonSize, Map<String, Object>> {

        private final ObjectMapper mapper;
        private int max;

        Check(ObjectMapper mapper) {
            this.mapper = mapper;
        }

        @Override
        public void initialize(JsonSize size) {
            max = size.max();
        }

        @Override
        public boolean isValid(Map<String, Object> value, ConstraintValidatorContext context) {
            try {
                return value == null || mapper.writeValueAsBytes(value).length <= max;
            } catch (JsonProcessingException e) {
                return false;
            }
        }
    }
}
