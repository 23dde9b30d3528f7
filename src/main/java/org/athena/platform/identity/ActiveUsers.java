package org.athena.platform.identity;

import java.util.UUID;

/**
 * Knows which users may sign in here. It guards the calls to Supabase: a token that cannot be decided locally is only
 * worth a call when its subject is one of them.
 */
public interface ActiveUsers {

    /**
     * Asks the database, so the budget comes first.
     *
     * @param userId a subject that nothing has verified yet
     * @return whether an active local user has that id
     */
    boolean contains(UUID userId);
}
