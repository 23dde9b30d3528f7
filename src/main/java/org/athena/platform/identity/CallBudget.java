package org.athena.platform.identity;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** How often Supabase may be asked in a minute: anyone can make up tokens without end, and every one would be a call. */
@ApplicationScoped
class CallBudget {

    private static final int MAX_SHARES = 10_000;

    private final AuthConfig config;
    private final Clock clock;
    private final Cache<Object, AtomicInteger> shares =
            Caffeine.newBuilder().maximumSize(MAX_SHARES).build();
    private int all;
    private long minute;

    CallBudget(AuthConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /**
     * Takes one call from the user's share, the client's and everybody's, the narrowest first: whoever has used up their own
     * takes nothing from the others.
     *
     * @param client the caller's address, which others may share
     * @param subject the user whom the token names, unverified
     */
    synchronized boolean take(String client, UUID subject) {
        long now = clock.instant().getEpochSecond() / 60;
        if (now != minute) {
            minute = now;
            all = 0;
            shares.invalidateAll();
        }
        return takeShare(subject, config.fallbackPerSubjectPerMinute())
                && takeShare(client, config.fallbackPerClientPerMinute())
                && ++all <= config.fallbackPerMinute();
    }

    private boolean takeShare(Object owner, int size) {
        return shares.get(owner, key -> new AtomicInteger()).incrementAndGet() <= size;
    }
}
