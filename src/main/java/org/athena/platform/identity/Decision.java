package org.athena.platform.identity;

import java.util.Optional;

/** The result of an examination, unless the token is bad: that ends with {@link BadTokenException}. */
sealed interface Decision {

    /**
     * The token is good.
     *
     * @param token the content of the token
     * @param keyId the key id that the token names
     * @param key the published key that verified the token; empty when a secret or Supabase decided
     */
    record Verified(VerifiedToken token, Optional<String> keyId, Optional<KeySet.SigningKey> key) implements Decision {}

    /** The service cannot check the token itself, but Supabase could. */
    record Undecidable(String reason) implements Decision {}
}
