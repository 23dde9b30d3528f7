package org.athena.platform.tenancy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The route needs a signed-in user and no particular permission. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface SignedIn {

    /** Whether the request must be for a school; {@link SchoolNeed#REQUIRED} means any member of it. */
    SchoolNeed school() default SchoolNeed.UNUSED;
}
