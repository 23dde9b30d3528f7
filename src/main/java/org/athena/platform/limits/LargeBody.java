package org.athena.platform.limits;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The route takes larger bodies than the 256 KiB that every other route takes. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface LargeBody {

    /** No route takes more. It is somewhat more than a file may have, so that the refusal of a larger file names the file. */
    int LARGEST = 6 * 1024 * 1024;

    /** Bytes of the body at most. */
    int bytes();
}
