package org.athena.platform.request;

import jakarta.ws.rs.Priorities;

/** The order of the request filters: a lower number runs earlier. */
public final class FilterPriorities {

    /** Gives the request its id, so that everything after can name it. */
    public static final int REQUEST_ID = Priorities.AUTHENTICATION - 100;

    /** Token, user, school, permission. */
    public static final int TENANCY = Priorities.AUTHENTICATION;

    /** How often the caller may ask for it, once it is known that they may at all. */
    public static final int LIMITS = Priorities.AUTHORIZATION;

    /** What the headers say of the body, before it is waited for. */
    public static final int BODY_HEADERS = Priorities.AUTHORIZATION + 40;

    /** The arrival of the body, once it is known that the caller may send it. */
    public static final int BODY = Priorities.AUTHORIZATION + 50;

    /** Checks on what was sent, once it is known that the caller may send it. */
    public static final int INPUT = Priorities.AUTHORIZATION + 100;

    private FilterPriorities() {}
}
