package org.athena.platform.tenancy;

/** Whether a route needs a school. */
public enum SchoolNeed {
    /** The request must have a school; the usual case. */
    REQUIRED,
    /** A member's request is for their school; a superadmin may go without one. */
    OPTIONAL,
    /** The route does not need a school; a school that the request names is checked anyway. */
    UNUSED
}
