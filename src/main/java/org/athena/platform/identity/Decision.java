package org.athena.platform.identity;

import java.util.Optional;

/** What was found out about a token that is not bad: a bad one ends its examination with {@link BadTokenException}. */
sealed interface Decision {

    /**
     * The token is good.
     *
     * @param token what it says
     * @param keyId the key that it names
     * @param key the published key that it was verified with; none when a secret or Supabase decided
     */
    record Verified(VerifiedToken token, Optional<String> keyId, Optional<KeySet.SigningKey> key) implements Decision {}

    /** Nothing here can tell; Supabase could. */
    record Undecidable(String reason) implements Decision {}
}
