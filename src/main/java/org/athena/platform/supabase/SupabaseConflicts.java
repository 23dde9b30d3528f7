package org.athena.platform.supabase;

import java.util.List;

import jakarta.inject.Singleton;

import org.athena.platform.problem.Conflict;
import org.athena.platform.problem.ConflictSource;

/** The conflicts of accounts at Supabase. */
@Singleton
class SupabaseConflicts implements ConflictSource {

    static final Conflict NO_ACCOUNT =
            Conflict.found("user.no_account", "Supabase does not have an account for this person.");

    @Override
    public List<Conflict> conflicts() {
        return List.of(NO_ACCOUNT);
    }
}
