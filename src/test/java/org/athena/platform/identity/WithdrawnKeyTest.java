package org.athena.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;

import jakarta.inject.Inject;

import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;
import org.athena.testing.AuthServer;
import org.athena.testing.AuthServer.Answer;
import org.athena.testing.Installation;
import org.athena.testing.MovableClock;
import org.athena.testing.PublishedForTests;
import org.athena.testing.Schools;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/**
 * The published keys change while a token is being verified: after its signature was found good, before anything was made of
 * it. The clock stands between the two, because the claims are checked next.
 */
@QuarkusTest
@TestProfile(EveryToken.class)
@WithTestResource(Installation.class)
class WithdrawnKeyTest {

    /** Lets something happen when it is read for the first time. */
    private static class Interruption extends Clock {
        private Runnable event = () -> {};

        @Override
        public Instant instant() {
            Runnable now = event;
            event = () -> {};
            now.run();
            return Instant.now();
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

    @Inject
    KeySource source;

    @Inject
    AuthConfig config;

    @Inject
    SupabaseFallback fallback;

    private final Interruption interruption = new Interruption();
    private final MovableClock clock = new MovableClock();
    private PublishedKeys keys;
    private TokenExamination examination;
    private String token;

    @BeforeEach
    void nothingIsLoadedYet() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        keys = new PublishedKeys(source, config, clock, registry);
        examination = new TokenExamination(
                new TokenVerifier(config, keys, new ClaimRules(config, interruption)),
                fallback,
                new TokenCache(clock, keys, registry),
                new TokenMetrics(registry),
                clock);
        UUID user = Schools.create().first().person("teacher");
        token = AuthServer.es256().of(user);
        AuthServer.userAnswer = new Answer(403, "bad_jwt", "{}");
    }

    @AfterEach
    void restore() {
        AuthServer.reset();
    }

    @Test
    void aKeyThatIsWithdrawnDuringItsFirstUseDoesNotLetTheTokenIn() {
        interruption.event = this::withdraw;
        assertRefused();
        assertRefused();
    }

    @Test
    void aKeyThatIsWithdrawnDuringALaterUseDoesNotLetTheTokenIn() {
        keys.refresh();
        interruption.event = this::withdraw;
        assertRefused();
        assertRefused();
    }

    @Test
    void aKeyThatIsReplacedDuringItsFirstUseDoesNotLetTheTokenIn() {
        interruption.event = () -> {
            PublicJsonWebKey other = PublishedForTests.generate("ES256");
            other.setKeyId(AuthServer.es256().keyId());
            AuthServer.keys().publish(other);
            keys.refresh();
        };
        assertRefused();
        assertRefused();
    }

    private void withdraw() {
        AuthServer.keys().withdraw(AuthServer.es256().keyId());
        keys.refresh();
    }

    private void assertRefused() {
        assertThatThrownBy(() -> examination.examine(token, "10.2.2.2"))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.AUTH_INVALID_TOKEN));
    }
}
