package org.athena.platform.identity;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.athena.platform.request.MinuteCounts;

/**
 * What undecidable tokens may cost in a minute: anyone can make them up without end, and each would be a look-up in the database
 * and a question to Supabase.
 */
@ApplicationScoped
class CallBudget {

    /** What everybody takes from. */
    private enum Everybody {
        LOOK_UPS,
        QUESTIONS
    }

    private final AuthConfig config;
    /** By user, by address, and of everybody. */
    private final MinuteCounts<Object> taken;

    CallBudget(AuthConfig config, Clock clock) {
        this.config = config;
        // A look-up is of one user and one address: so many, and nobody's count is pushed out.
        this.taken = new MinuteCounts<>(clock, 2L * config.fallbackLookUpsPerMinute() + Everybody.values().length);
    }

    /**
     * Takes one look-up in the database from the user's share, the client's and everybody's: from all of them, or from none where
     * one is used up.
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
