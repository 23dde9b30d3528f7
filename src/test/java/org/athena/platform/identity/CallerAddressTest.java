package org.athena.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.athena.testing.AuthServer;
import org.athena.testing.AuthServer.Answer;
import org.athena.testing.Installation;
import org.athena.testing.MovableClock;
import org.athena.testing.Schools;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Whose share of the questions to Supabase a caller uses up, where nobody said that a proxy may name callers. */
@QuarkusTest
@TestProfile(CallerAddressTest.NoProxy.class)
@WithTestResource(Installation.class)
class CallerAddressTest {

    private static final int SHARE = 3;

    /** The variable is there and empty, as in the example file; an address may ask little. */
    public static class NoProxy extends EveryToken {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("athena.auth.fallback-per-client-per-minute", "" + SHARE, "ATHENA_TRUSTED_PROXIES", "");
        }
    }

    @Inject
    MovableClock clock;

    @AfterEach
    void restore() {
        AuthServer.reset();
    }

    @Test
    void aHeaderThatAnyoneCanSendIsNoWayToAShareOfOnesOwn() {
        clock.stop(Instant.now());
        AuthServer.userAnswer = new Answer(403, "bad_jwt", "{}");
        int before = AuthServer.USER_CALLS.get();
        UUID user = Schools.create().first().person("teacher");
        for (int i = 0; i < 2 * SHARE; i++) {
            TestCaller.somebody().send(KeyCases.stranger().of(user));
        }
        assertThat(AuthServer.USER_CALLS.get() - before).isEqualTo(SHARE);
    }
}
