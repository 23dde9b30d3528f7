package org.athena.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.athena.testing.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallBudgetTest {

    private static final int OF_A_SUBJECT = 2;
    private static final int OF_A_CLIENT = 4;
    private static final int OF_ALL = 10;
    private static final int QUESTIONS_OF_ALL = 3;

    private final MovableClock clock = new MovableClock();
    private final CallBudget budget = new CallBudget(config(), clock);

    @BeforeEach
    void stopTheClock() {
        clock.stop(Instant.EPOCH);
    }

    @Test
    void aFloodInOneNameLeavesTheAddressToOthers() {
        UUID flooder = UUID.randomUUID();
        assertThat(taken(20, "school", flooder)).isEqualTo(OF_A_SUBJECT);
        assertThat(take("school", UUID.randomUUID())).isTrue();
    }

    @Test
    void namesAreNoWayAroundTheShareOfAnAddress() {
        int taken = 0;
        for (int i = 0; i < 20; i++) {
            taken += taken(1, "attacker", UUID.randomUUID());
        }
        assertThat(taken).isEqualTo(OF_A_CLIENT);
        assertThat(take("elsewhere", UUID.randomUUID())).isTrue();
    }

    @Test
    void anAddressWithoutAShareTakesNothingFromTheNamesItUses() {
        for (int i = 0; i < 20; i++) {
            taken(1, "attacker", UUID.randomUUID());
        }
        UUID somebody = UUID.randomUUID();
        assertThat(taken(20, "attacker", somebody)).isZero();
        assertThat(take("elsewhere", somebody)).isTrue();
    }

    @Test
    void addressesAreNoWayAroundTheShareOfAName() {
        UUID flooder = UUID.randomUUID();
        int taken = 0;
        for (int i = 0; i < 20; i++) {
            taken += taken(1, "address " + i, flooder);
        }
        assertThat(taken).isEqualTo(OF_A_SUBJECT);
    }

    @Test
    void thereIsABoundForAllUntilTheNextMinute() {
        int taken = 0;
        for (int i = 0; i < 20; i++) {
            taken += taken(1, "address " + i, UUID.randomUUID());
        }
        assertThat(taken).isEqualTo(OF_ALL);
        clock.ahead(Duration.ofMinutes(1));
        assertThat(take("address", UUID.randomUUID())).isTrue();
    }

    @Test
    void whoComesInVainTakesNothing() {
        UUID somebody = UUID.randomUUID();
        for (int i = 0; i < 20; i++) {
            taken(1, "address " + i, UUID.randomUUID());
        }
        assertThat(taken(20, "address", somebody)).isZero();
        clock.ahead(Duration.ofMinutes(1));
        assertThat(taken(20, "address", somebody)).isEqualTo(OF_A_SUBJECT);
    }

    @Test
    void questionsHaveABoundOfTheirOwn() {
        assertThat(questions(20)).isEqualTo(QUESTIONS_OF_ALL);
        assertThat(take("address", UUID.randomUUID())).isTrue();
        clock.ahead(Duration.ofMinutes(1));
        assertThat(questions(1)).isEqualTo(1);
    }

    private int questions(int times) {
        int taken = 0;
        for (int i = 0; i < times; i++) {
            taken += budget.takeQuestion() ? 1 : 0;
        }
        return taken;
    }

    private boolean take(String client, UUID subject) {
        return budget.takeLookUp(client, subject);
    }

    private int taken(int times, String client, UUID subject) {
        int taken = 0;
        for (int i = 0; i < times; i++) {
            taken += take(client, subject) ? 1 : 0;
        }
        return taken;
    }

    private static AuthConfig config() {
        return AuthConfigTest.config(Map.of(
                "fallback-per-subject-per-minute", "" + OF_A_SUBJECT,
                "fallback-per-client-per-minute", "" + OF_A_CLIENT,
                "fallback-look-ups-per-minute", "" + OF_ALL,
                "fallback-per-minute", "" + QUESTIONS_OF_ALL));
    }
}
