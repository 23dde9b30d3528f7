package org.athena.platform.tenancy;

/** What a route wants to know about the school of the request. */
public enum SchoolNeed {
    /** There must be one; the usual case. */
    REQUIRED,
    /** A member's request is for their school; a superadmin may go without one. */
    OPTIONAL,
    /** The route works without; a school that is named is checked all the same. */
    UNUSED
}
