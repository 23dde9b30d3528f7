package org.athena.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;

import org.athena.testing.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** Two imports a minute for a user, four for an address. */
class RequestSharesTest {

    private final MovableClock clock = new MovableClock();
    private final RequestShares shares = new RequestShares(new TwoImports(), clock, new SimpleMeterRegistry());
    private final UUID ana = UUID.randomUUID();

    @BeforeEach
    void time() {
        clock.stop(Instant.parse("2026-03-02T10:00:15Z"));
    }

    private record TwoImports() implements LimitConfig {
        @Override
        public int importsPerMinute() {
            return 2;
        }

        @Override
        public int accountsPerMinute() {
            return 0;
        }

        @Override
        public int searchesPerMinute() {
            return 1;
        }

        @Override
        public int exportsPerMinute() {
            return 0;
        }

        @Override
        public int pageErrorsPerMinute() {
            return 3;
        }

        @Override
        public int importsAtOnce() {
            return 0;
        }

        @Override
        public int requestsAtOnce() {
            return 0;
        }

        @Override
        public OptionalInt connectionsPerSchool() {
            return OptionalInt.empty();
        }

        @Override
        public int clientFactor() {
            return 2;
        }
    }

    @Test
    void aUserHasTheirShareUntilTheMinuteEnds() {
        assertThat(taken(ana, "a")).isTrue();
        assertThat(taken(ana, "b")).isTrue();
        assertThat(taken(ana, "c")).isFalse();
        assertThat(shares.take(Work.IMPORT, ana, "a").getAsLong()).isEqualTo(45);
        clock.ahead(Duration.ofMinutes(1));
        assertThat(taken(ana, "a")).isTrue();
    }

    @Test
    void anAddressHasMoreAndLosesNothingToWhoIsRefused() {
        assertThat(taken(ana, "a")).isTrue();
        assertThat(taken(ana, "a")).isTrue();
        assertThat(taken(ana, "a")).isFalse();
        assertThat(taken(UUID.randomUUID(), "a")).isTrue();
        assertThat(taken(UUID.randomUUID(), "a")).isTrue();
        assertThat(taken(UUID.randomUUID(), "a")).isFalse();
        assertThat(taken(UUID.randomUUID(), "b")).isTrue();
    }

    @Test
    void eachKindOfWorkHasItsOwnShareAndZeroIsNoLimit() {
        assertThat(shares.take(Work.SEARCH, ana, "a")).isEmpty();
        assertThat(shares.take(Work.SEARCH, ana, "a")).isPresent();
        assertThat(taken(ana, "a")).isTrue();
        for (int i = 0; i < 100; i++) {
            assertThat(shares.take(Work.ACCOUNT, ana, "a")).isEmpty();
        }
    }

    /** Three for an address and six for all. */
    @Test
    void withoutAUserAnAddressHasItsShareOfThatOfAll() {
        assertThat(reports("a", 4)).containsExactly(true, true, true, false);
        assertThat(reports("b", 4)).as("a took three of six").containsExactly(true, true, true, false);
        assertThat(reports("c", 1)).as("the share of all").containsExactly(false);
        assertThat(shares.take(Work.PAGE_ERROR, "d").getAsLong()).isEqualTo(45);
        clock.ahead(Duration.ofMinutes(1));
        assertThat(reports("a", 1)).containsExactly(true);
    }

    private List<Boolean> reports(String client, int count) {
        return Stream.generate(() -> shares.take(Work.PAGE_ERROR, client).isEmpty())
                .limit(count)
                .toList();
    }

    private boolean taken(UUID user, String client) {
        return shares.take(Work.IMPORT, user, client).isEmpty();
    }
}
