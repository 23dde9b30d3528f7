package org.athena.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

/** The service's clock, which a test stops and puts forward; until then it goes. */
@Alternative
@ApplicationScoped
public class MovableClock extends Clock {

    private volatile Instant stoppedAt;

    /** Stops at that time. */
    public void stop(Instant time) {
        stoppedAt = time;
    }

    /** Stops that much later than it is. */
    public void ahead(Duration by) {
        stoppedAt = instant().plus(by);
    }

    /** Shows the time of day. */
    public void goOn() {
        stoppedAt = null;
    }

    @Override
    public Instant instant() {
        Instant time = stoppedAt;
        return time == null ? Instant.now() : time;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("only UTC");
    }
}
