package org.athena.platform.limits;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The requests of the route count for a limit of each user and each address; those of a route that anybody may call, for a limit of
 * each address and of all together.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Limited {

    /** The kind of work, which determines the limits. */
    Work value();
}
