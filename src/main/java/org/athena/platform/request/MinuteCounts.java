package org.athena.platform.request;

import java.time.Clock;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Counts something for each owner during the current minute, in the memory of this instance. The next minute begins at zero. A
 * caller that reads and then adds must keep other threads out in between.
 *
 * @param <O> the type of the owners
 */
public final class MinuteCounts<O> {

    private static final int MINUTE = 60;

    private final Clock clock;
    private final Cache<O, Integer> counts;
    private long minute;

    /** @param owners the largest number of counted owners; further ones push out the oldest counts */
    public MinuteCounts(Clock clock, long owners) {
        this.clock = clock;
        this.counts = Caffeine.newBuilder().maximumSize(owners).build();
    }

    /** The owner's count. */
    public synchronized int of(O owner) {
        begin();
        return counts.asMap().getOrDefault(owner, 0);
    }

    /** Adds one and returns the new count. */
    public synchronized int add(O owner) {
        begin();
        return counts.asMap().merge(owner, 1, Integer::sum);
    }

    /** The seconds until the next minute. */
    public long secondsLeft() {
        return MINUTE - seconds() % MINUTE;
    }

    private void begin() {
        long now = seconds() / MINUTE;
        if (now != minute) {
            minute = now;
            counts.invalidateAll();
        }
    }

    private long seconds() {
        return clock.instant().getEpochSecond();
    }
}
