package org.athena.platform.identity;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * What undecidable tokens may cost in a minute: anyone can make them up without end, and each would be a look-up in the database
 * and a question to Supabase.
 */
@ApplicationScoped
class CallBudget {

    private final AuthConfig config;
    private final Clock clock;
    /** By user and by address. Everybody's look-ups bound how many there can be. */
    private final Map<Object, Integer> shares = new HashMap<>();

    private int lookUps;
    private int questions;
    private long minute;

    CallBudget(AuthConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /**
     * Takes one look-up in the database from the user's share, the client's and everybody's: from all of them, or from none where
     * one is used up.
     *
     * @param client the caller's address, which others may share
     * @param subject the user whom the token names, unverified
     */
    synchronized boolean takeLookUp(String client, UUID subject) {
        startMinute();
        if (lookUps >= config.fallbackLookUpsPerMinute()
                || used(subject) >= config.fallbackPerSubjectPerMinute()
                || used(client) >= config.fallbackPerClientPerMinute()) {
            return false;
        }
        lookUps++;
        shares.merge(subject, 1, Integer::sum);
        shares.merge(client, 1, Integer::sum);
        return true;
    }

    /** Takes one question to Supabase, after a look-up that found the user. */
    synchronized boolean takeQuestion() {
        startMinute();
        if (questions >= config.fallbackPerMinute()) {
            return false;
        }
        questions++;
        return true;
    }

    private int used(Object owner) {
        return shares.getOrDefault(owner, 0);
    }

    private void startMinute() {
        long now = clock.instant().getEpochSecond() / 60;
        if (now != minute) {
            minute = now;
            lookUps = 0;
            questions = 0;
            shares.clear();
        }
    }
}
