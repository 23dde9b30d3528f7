package org.athena.platform.tenancy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The route needs a verified token, and its account may be unknown here or wait for its first sign-in. Such a caller has no school
 * and no permission; the route decides by something else, such as a secret.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AnyAccount {}
