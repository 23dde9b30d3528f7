package org.athena.platform.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A text, or a list of texts, each of which must be the {@code code()} of a constant of the enum. The API's description lists
 * these codes.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface CodeOf {

    /** The enum. */
    Class<? extends Enum<?>> value();
}
