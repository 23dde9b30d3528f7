package org.athena.platform.tenancy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The route needs one of these permissions in the school of the request. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {

    /** The permissions, of which one is enough. */
    Permission[] value();

    /** Whether the request must be for a school. */
    SchoolNeed school() default SchoolNeed.REQUIRED;
}
