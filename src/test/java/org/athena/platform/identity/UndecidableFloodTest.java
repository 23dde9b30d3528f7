package org.athena.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.athena.platform.problem.ProblemException;
import org.athena.testing.AuthServer;
import org.athena.testing.AuthServer.Answer;
import org.athena.testing.HeardLog;
import org.athena.testing.Installation;
import org.athena.testing.MovableClock;
import org.athena.testing.Schools;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Anyone can make up tokens that nothing here can decide, in the names of made-up users: what they cost the database. */
@QuarkusTest
@TestProfile(EveryToken.class)
@WithTestResource(Installation.class)
class UndecidableFloodTest {

    private static final int OF_AN_ADDRESS = 120;
    private static final int OF_A_NAME = 20;
    private static final int QUESTIONS = 600;

    @Inject
    AgroalDataSource database;

    @Inject
    MovableClock clock;

    @Inject
    TokenExamination examination;

    private UUID user;
    private long before;
    private int asked;

    @BeforeEach
    void anotherMinute() {
        user = Schools.create().first().person("teacher");
        AuthServer.userAnswer = new Answer(200, null, "{\"id\":\"" + user + "\",\"role\":\"authenticated\"}");
        // A minute in which nobody else asks, of which the tokens know nothing.
        clock.stop(Instant.now().plus(Duration.ofMinutes(30)));
        decide(KeyCases.stranger().of(user), "10.9.0.1");
        clock.ahead(Duration.ofMinutes(1));
        before = queries();
        asked = AuthServer.USER_CALLS.get();
    }

    @AfterEach
    void restore() {
        AuthServer.reset();
        clock.goOn();
    }

    @Test
    void aFloodOfMadeUpUsersCostsNoMoreThanTheShareOfItsAddress() {
        TestCaller flooder = TestCaller.somebody();
        Map<Integer, Long> answers = Stream.generate(
                        () -> flooder.send(madeUp()).statusCode())
                .limit(OF_AN_ADDRESS + 40)
                .collect(Collectors.groupingBy(status -> status, Collectors.counting()));
        assertThat(queries()).isEqualTo(OF_AN_ADDRESS);
        assertThat(answers).isEqualTo(Map.of(401, (long) OF_AN_ADDRESS, 503, 40L));
        assertThat(calls()).isZero();
        assertThat(TestCaller.somebody().send(KeyCases.stranger().of(user)).statusCode())
                .as("somebody else, at another address")
                .isEqualTo(200);
        assertThat(calls()).isEqualTo(1);
    }

    @Test
    void unknownKeysAreNoCheaperThanUnknownSecrets() {
        flood(
                OF_AN_ADDRESS + 40,
                () -> Mutation.of(AuthServer.es256(), UUID.randomUUID()).keyId("unknown"),
                "10.9.1.1");
        assertThat(queries()).isEqualTo(OF_AN_ADDRESS);
    }

    @Test
    void aMadeUpUserIsLookedUpAsOftenAsARealOneFromHoweverManyAddresses() {
        UUID nobody = UUID.randomUUID();
        for (int i = 0; i < 2 * OF_A_NAME; i++) {
            decide(KeyCases.stranger().of(nobody), "10.9.2." + i);
        }
        assertThat(queries()).isEqualTo(OF_A_NAME);
    }

    @Test
    void aTokenThatIsSentAgainIsNotLookedUpAgain() {
        String token = madeUp();
        flood(OF_AN_ADDRESS, () -> token, "10.9.3.1");
        assertThat(queries()).isEqualTo(1);
    }

    @Test
    void madeUpUsersTakeNoQuestionsToSupabaseFromRealOnes() {
        for (int i = 0; i <= QUESTIONS / OF_AN_ADDRESS; i++) {
            flood(OF_AN_ADDRESS, UndecidableFloodTest::madeUp, "10.9.4." + i);
        }
        assertThat(queries()).isGreaterThan(QUESTIONS);
        assertThat(calls()).isZero();
        assertThat(decide(KeyCases.stranger().of(user), "10.9.5.1")).isEqualTo(200);
    }

    @Test
    void theNextMinuteHasItsOwnShare() {
        flood(OF_AN_ADDRESS + 1, UndecidableFloodTest::madeUp, "10.9.6.1");
        clock.ahead(Duration.ofMinutes(1));
        assertThat(decide(madeUp(), "10.9.6.1")).isEqualTo(401);
        assertThat(queries()).isEqualTo(OF_AN_ADDRESS + 1);
    }

    /** The log is not filled by whoever sends tokens that cannot be decided. */
    @Test
    void aFloodIsLoggedOnceAMinute() {
        // The other tests have had their warnings in the minute of this one.
        clock.ahead(Duration.ofMinutes(1));
        flood(OF_AN_ADDRESS, UndecidableFloodTest::madeUp, "10.9.7.1");
        try (HeardLog log = HeardLog.ofWarningsBy(TokenExamination.class)) {
            flood(20, UndecidableFloodTest::madeUp, "10.9.7.1");
            assertThat(log.take()).hasSize(1);
            clock.ahead(Duration.ofMinutes(1));
            flood(OF_AN_ADDRESS + 20, UndecidableFloodTest::madeUp, "10.9.7.1");
            assertThat(log.take()).hasSize(1);
        }
    }

    private static String madeUp() {
        return KeyCases.stranger().of(UUID.randomUUID());
    }

    private void flood(int times, Supplier<String> token, String client) {
        for (int i = 0; i < times; i++) {
            decide(token.get(), client);
        }
    }

    private int decide(String token, String client) {
        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> examination.examine(token, client));
        return refused == null ? 200 : refused.code().status();
    }

    /** Every query of an examination borrows a connection once. */
    private long queries() {
        return database.getMetrics().acquireCount() - before;
    }

    private int calls() {
        return AuthServer.USER_CALLS.get() - asked;
    }
}
