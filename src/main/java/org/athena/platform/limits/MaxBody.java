package org.athena.platform.limits;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The largest body of the route, where it is not the usual 256 KiB. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface MaxBody {

    /**
     * The largest size for any route. It is slightly above the largest file, so that the refusal of a larger file can name the
     * file.
     */
    int LARGEST = 6 * 1024 * 1024;

    /** The largest number of bytes of the body. */
    int bytes();
}
