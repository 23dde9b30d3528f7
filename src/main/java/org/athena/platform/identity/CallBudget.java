package org.athena.platform.identity;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** How often Supabase may be asked in a minute: anyone can make up tokens without end, and every one would be a call. */
@ApplicationScoped
class CallBudget {

    private static final int MAX_CLIENTS = 10_000;

    private final AuthConfig config;
    private final Clock clock;
    private final Cache<String, AtomicInteger> perClient =
            Caffeine.newBuilder().maximumSize(MAX_CLIENTS).build();
    private final AtomicInteger all = new AtomicInteger();
    private long minute;

    CallBudget(AuthConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** Takes one call from the client's share and from everybody's. */
    synchronized boolean take(String client) {
        long now = clock.instant().getEpochSecond() / 60;
        if (now != minute) {
            minute = now;
            all.set(0);
            perClient.invalidateAll();
        }
        AtomicInteger own = perClient.get(client, key -> new AtomicInteger());
        // The client's own share first: one client must not use up what belongs to everybody.
        return own.incrementAndGet() <= config.fallbackPerClientPerMinute()
                && all.incrementAndGet() <= config.fallbackPerMinute();
    }
}
