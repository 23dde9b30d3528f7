package org.athena.platform.problem;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which code a violation of a constraint has. It stands on the annotation of the constraint, whose other attributes become the
 * violation's parameters.
 */
@Target(ElementType.ANNOTATION_TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Coded {

    /** The word of a {@link ViolationCode}. */
    String value();
}
