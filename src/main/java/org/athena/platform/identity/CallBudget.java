package org.athena.platform.identity;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.athena.platform.request.MinuteCounts;

/**
 * Limits what undecidable tokens may cost in a minute. Anybody can make such tokens, and each causes a look-up in the database
 * and maybe a question to Supabase.
 */
@ApplicationScoped
class CallBudget {

    /** The budgets of all callers together. */
    private enum Everybody {
        LOOK_UPS,
        QUESTIONS
    }

    private final AuthConfig config;
    /** The counts by user, by address, and of all callers together. */
    private final MinuteCounts<Object> taken;

    CallBudget(AuthConfig config, Clock clock) {
        this.config = config;
        // Each look-up counts for one user and one address, so with this size no count is pushed out.
        this.taken = new MinuteCounts<>(clock, 2L * config.fallbackLookUpsPerMinute() + Everybody.values().length);
    }

    /**
     * Takes one look-up from the budgets of the user, of the client and of all. When one of them is used up, it takes from none.
     *
     * @param client the caller's address, which others may share
     * @param subject the user whom the token names, unverified
     */
    synchronized boolean takeLookUp(String client, UUID subject) {
        boolean left = taken.of(Everybody.LOOK_UPS) < config.fallbackLookUpsPerMinute()
                && taken.of(subject) < config.fallbackPerSubjectPerMinute()
                && taken.of(client) < config.fallbackPerClientPerMinute();
        if (left) {
            List.of(Everybody.LOOK_UPS, subject, client).forEach(taken::add);
        }
        return left;
    }

    /** Takes one question to Supabase, after a look-up that found the user. */
    synchronized boolean takeQuestion() {
        boolean left = taken.of(Everybody.QUESTIONS) < config.fallbackPerMinute();
        if (left) {
            taken.add(Everybody.QUESTIONS);
        }
        return left;
    }
}
