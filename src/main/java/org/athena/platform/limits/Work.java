package org.athena.platform.limits;

/** Kinds of work that cost so much that nobody may ask for it without end. */
public enum Work {
    /** Thousands of rows in one request. */
    IMPORT,
    /** Accounts, memberships and invitations: calls to Supabase, and mails to people. */
    ACCOUNT,
    /** A list with search words; without them a list costs little and is not counted. */
    SEARCH
}
