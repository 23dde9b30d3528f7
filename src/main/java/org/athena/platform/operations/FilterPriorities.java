package org.athena.platform.operations;

import jakarta.ws.rs.Priorities;

/** The order of the request filters: a lower number runs earlier. */
public final class FilterPriorities {

    /** Gives the request its id, so that everything after can name it. */
    public static final int REQUEST_ID = Priorities.AUTHENTICATION - 100;

    /** Token, user, school, permission. */
    public static final int TENANCY = Priorities.AUTHENTICATION;

    /** Checks on what was sent, once it is known that the caller may send it. */
    public static final int INPUT = Priorities.AUTHORIZATION + 100;

    private FilterPriorities() {}
}
