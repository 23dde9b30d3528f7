package org.athena.platform.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares for the API's description what a {@code PATCH} may change: any field of this record; none is required. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface PatchOf {

    /** The record that a {@code POST} of the same row takes. */
    Class<?> value();
}
