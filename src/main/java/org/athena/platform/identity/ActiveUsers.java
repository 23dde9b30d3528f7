package org.athena.platform.identity;

import java.util.UUID;

/**
 * Knows which users may sign in. It limits the calls to Supabase: a token that cannot be checked locally causes a call only when
 * its subject is one of these users.
 */
public interface ActiveUsers {

    /**
     * Asks the database, so callers must take from the budget first.
     *
     * @param userId the subject of a token that is not verified yet
     * @return whether an active local user has that id
     */
    boolean contains(UUID userId);
}
