package org.athena.platform.limits;

/** Kinds of work that are expensive, so that their number for one caller is limited. */
public enum Work {
    /** Thousands of rows in one request. */
    IMPORT,
    /** Accounts, memberships and invitations: calls to Supabase, and mails to people. */
    ACCOUNT,
    /** A list with search words; without them a list is cheap and not counted. */
    SEARCH,
    /** A whole list as a file. */
    EXPORT
}
