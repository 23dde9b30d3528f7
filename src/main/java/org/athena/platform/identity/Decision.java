package org.athena.platform.identity;

import java.util.Optional;

/** What was found out about a token. */
sealed interface Decision {

    /**
     * The token is good.
     *
     * @param token what it says
     * @param key the published key that it was verified with; none when a secret or Supabase decided
     */
    record Verified(VerifiedToken token, Optional<KeySet.SigningKey> key) implements Decision {}

    /** The token is not good, and nobody needs to be asked; the reason is for the log. */
    record Bad(String reason) implements Decision {}

    /** Nothing here can tell; Supabase could. */
    record Undecidable(String reason) implements Decision {}
}
