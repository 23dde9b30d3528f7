package org.athena.platform.request;

import jakarta.ws.rs.Priorities;

/** The order of the request filters: a lower number runs earlier. */
public final class FilterPriorities {

    /** Gives the request its id, so that later filters can log it. */
    public static final int REQUEST_ID = Priorities.AUTHENTICATION - 100;

    /** Checks token, user, school and permission. */
    public static final int TENANCY = Priorities.AUTHENTICATION;

    /** Checks the limits of the caller, after the permission. */
    public static final int LIMITS = Priorities.AUTHORIZATION;

    /** Checks the headers of the body before the body is read. */
    public static final int BODY_HEADERS = Priorities.AUTHORIZATION + 40;

    /** Waits for the body, after the permission was checked. */
    public static final int BODY = Priorities.AUTHORIZATION + 50;

    /** Checks the input, after the permission was checked. */
    public static final int INPUT = Priorities.AUTHORIZATION + 100;

    private FilterPriorities() {}
}
