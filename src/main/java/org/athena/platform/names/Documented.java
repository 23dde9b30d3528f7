package org.athena.platform.names;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/** A request with a person's document. */
public interface Documented {

    DocumentType documentType();

    String documentNumber();

    /** The number must be one that its type of document may have. A fault is reported at {@code document_number}. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @Constraint(validatedBy = Check.class)
    @interface NumberAllowed {

        String message() default "is not allowed";

        String code() default "not_a_document_number";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    /** Checks the number when type and number are present; {@link DocumentNumber} refuses an empty one. */
    class Check implements ConstraintValidator<NumberAllowed, Documented> {

        @Override
        public boolean isValid(Documented person, ConstraintValidatorContext context) {
            if (person == null || person.documentType() == null || person.documentNumber() == null) {
                return true;
            }
            Document document = Document.of(person.documentType(), person.documentNumber());
            return document.number().isEmpty()
                    || document.fault().map(fault -> report(fault, context)).orElse(true);
        }

        private static boolean report(String fault, ConstraintValidatorContext context) {
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(fault)
                    .addPropertyNode("documentNumber")
                    .addConstraintViolation();
            return false;
        }
    }
}
