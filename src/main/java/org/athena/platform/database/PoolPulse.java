package org.athena.platform.database;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Judges the database by the pool's own figures, without waiting for a connection. While connections are returned to the pool the
 * database works, however many are in use.
 */
public class PoolPulse {

    /** The state of the pool. */
    public enum State {
        /** A connection is free, or can be opened: the database can be asked. */
        FREE,
        /** All connections are in use, and some were returned lately. */
        BUSY,
        /** All connections are in use, and none was returned for longer than a statement may take. */
        STUCK
    }

    private final int size;
    private final Duration patience;
    private final Clock clock;
    private long acquired;
    private Instant moved;

    /**
     * @param size the largest number of connections
     * @param patience how long a request may use a connection
     */
    public PoolPulse(int size, Duration patience, Clock clock) {
        this.size = size;
        this.patience = patience;
        this.clock = clock;
        this.moved = clock.instant();
    }

    /**
     * @param active connections in use at this moment
     * @param acquiredSoFar how often a connection was given out; while all are in use, an increase means that one was returned
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
