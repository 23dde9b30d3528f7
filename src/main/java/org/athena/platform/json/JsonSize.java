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

/** Bounds a free-form JSON object: what a school keeps there must not grow without end. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = JsonSize.Check.class)
public @interface JsonSize {

    /** Bytes of the object as JSON at most. */
    int max() default 32_768;

    String message() default "must be at most {max} bytes of JSON";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Measures the object as it will be stored. */
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
