package org.athena.platform.identity;

/** What was found out about a token. */
sealed interface Decision {

    /** The token is good. */
    record Verified(VerifiedToken token) implements Decision {}

    /** The token is not good, and nobody needs to be asked; the reason is for the log. */
    record Bad(String reason) implements Decision {}

    /** Nothing here can tell; Supabase could. */
    record Undecidable(String reason) implements Decision {}
}
