package org.athena.platform.request;

import java.time.Clock;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * How often each owner did something in the minute at work, in the memory of this instance; the next minute begins with nothing.
 * Whoever looks and then adds lets no other thread come between.
 *
 * @param <O> whose counts they are
 */
public final class MinuteCounts<O> {

    private static final int MINUTE = 60;

    private final Clock clock;
    private final Cache<O, Integer> counts;
    private long minute;

    /** @param owners how many are counted at most; further ones push out the oldest counts */
    public MinuteCounts(Clock clock, long owners) {
        this.clock = clock;
        this.counts = Caffeine.newBuilder().maximumSize(owners).build();
    }

    /** The owner's count. */
    public synchronized int of(O owner) {
        begin();
        return counts.asMap().getOrDefault(owner, 0);
    }

    /** Counts one more, which it includes. */
    public synchronized int add(O owner) {
        begin();
        return counts.asMap().merge(owner, 1, Integer::sum);
    }

    /** Until the next minute. */
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
