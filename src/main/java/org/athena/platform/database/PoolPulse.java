package org.athena.platform.database;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * What a pool's own figures say about the database, so that nobody has to wait for a connection to find out. A pool whose
 * connections come back works, however many are in use.
 */
public class PoolPulse {

    /** How it looks. */
    public enum State {
        /** There is a connection, or room for one: the database can be asked. */
        FREE,
        /** All are in use, and some came back lately. */
        BUSY,
        /** All are in use, and none has come back for longer than a statement may take. */
        STUCK
    }

    private final int size;
    private final Duration patience;
    private final Clock clock;
    private long acquired;
    private Instant moved;

    /**
     * @param size connections at most
     * @param patience how long one may be in use at a time
     */
    public PoolPulse(int size, Duration patience, Clock clock) {
        this.size = size;
        this.patience = patience;
        this.clock = clock;
        this.moved = clock.instant();
    }

    /**
     * @param active connections in use at this moment
     * @param acquiredSoFar how often one was given out; as long as all are in use, one more means that one came back
     */
    public synchronized State feel(long active, long acquiredSoFar) {
        Instant now = clock.instant();
        if (active < size || acquiredSoFar != acquired) {
            acquired = acquiredSoFar;
            moved = now;
        }
        if (active < size) {
            return State.FREE;
        }
        return moved.plus(patience).isAfter(now) ? State.BUSY : State.STUCK;
    }
}
