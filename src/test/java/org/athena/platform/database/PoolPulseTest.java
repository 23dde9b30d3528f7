package org.athena.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.athena.testing.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A pool of five connections, as it looks from outside. */
class PoolPulseTest {

    private static final int FREE = 4;
    private static final int FULL = 5;

    private final MovableClock clock = new MovableClock();
    private final PoolPulse pulse = new PoolPulse(FULL, Duration.ofSeconds(30), clock);

    @BeforeEach
    void time() {
        clock.stop(Instant.parse("2026-03-02T10:00:00Z"));
    }

    @Test
    void aPoolWithAFreeConnectionIsAsked() {
        assertThat(pulse.feel(FREE, 100)).isEqualTo(PoolPulse.State.FREE);
        clock.ahead(Duration.ofHours(1));
        assertThat(pulse.feel(FREE, 100)).isEqualTo(PoolPulse.State.FREE);
    }

    @Test
    void aFullPoolWorksAsLongAsConnectionsComeBack() {
        for (int i = 0; i < 100; i++) {
            assertThat(pulse.feel(FULL, 100 + i)).isEqualTo(PoolPulse.State.BUSY);
            clock.ahead(Duration.ofSeconds(29));
        }
    }

    @Test
    void aFullPoolFromWhichNothingComesBackIsStuck() {
        assertThat(pulse.feel(FULL, 100)).isEqualTo(PoolPulse.State.BUSY);
        clock.ahead(Duration.ofSeconds(29));
        assertThat(pulse.feel(FULL, 100)).isEqualTo(PoolPulse.State.BUSY);
        clock.ahead(Duration.ofSeconds(2));
        assertThat(pulse.feel(FULL, 100)).isEqualTo(PoolPulse.State.STUCK);
        assertThat(pulse.feel(FULL, 101)).isEqualTo(PoolPulse.State.BUSY);
    }

    @Test
    void itIsNotStuckBecauseNobodyAskedForLong() {
        assertThat(pulse.feel(FULL, 100)).isEqualTo(PoolPulse.State.BUSY);
        assertThat(pulse.feel(FREE, 105)).isEqualTo(PoolPulse.State.FREE);
        clock.ahead(Duration.ofMinutes(10));
        assertThat(pulse.feel(FREE, 105)).isEqualTo(PoolPulse.State.FREE);
        assertThat(pulse.feel(FULL, 106)).isEqualTo(PoolPulse.State.BUSY);
    }
}
