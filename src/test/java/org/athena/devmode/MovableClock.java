package org.athena.devmode;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that a test sets. */
class MovableClock implements InstantSource {

    private volatile Instant now = Instant.parse("2026-03-02T13:00:00Z");

    void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
