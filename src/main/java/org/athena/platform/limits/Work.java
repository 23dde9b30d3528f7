package org.athena.platform.limits;

/** Kinds of work that are expensive, so that their number for one caller is limited. */
public enum Work {
    /** Thousands of rows in one request. */
    IMPORT,
    /** Taking an import back. Its share is its own, because whoever has tried often and imported the wrong file must undo it. */
    TAKE_BACK,
    /** Accounts, memberships and invitations: calls to Supabase, and mails to people. */
    ACCOUNT,
    /** A list with search words; without them a list is cheap and not counted. */
    SEARCH,
    /** A whole list as a file. */
    EXPORT,
    /** What went wrong in a page: a line in the log. Anybody may send it. */
    PAGE_ERROR
}
