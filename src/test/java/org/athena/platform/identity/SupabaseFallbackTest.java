package org.athena.platform.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import org.athena.testing.AuthServer;
import org.athena.testing.AuthServer.Answer;
import org.athena.testing.Installation;
import org.athena.testing.Schools;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;

/** What Supabase said is remembered for a while, good or bad; what each answer means is in {@link SupabaseCases}. */
@QuarkusTest
@TestProfile(EveryToken.class)
@WithTestResource(Installation.class)
class SupabaseFallbackTest {

    /** As {@link SupabaseUsers} says. */
    private static final int AT_ONCE = 20;

    private static final int ASKERS = 3 * AT_ONCE;

    @Inject
    SupabaseUsers supabase;

    @Inject
    CircuitBreakerMaintenance breakers;

    private UUID user;

    @BeforeEach
    void aUser() {
        user = Schools.create().first().person("teacher");
    }

    @AfterEach
    void restore() {
        AuthServer.reset();
        breakers.resetAll();
    }

    @Test
    void aUserThatSupabaseKnowsIsLetInAndNotAskedForAgain() {
        AuthServer.userAnswer = new Answer(200, null, "{\"id\":\"" + user + "\",\"role\":\"authenticated\"}");
        int before = AuthServer.USER_CALLS.get();
        String token = KeyCases.stranger().of(user);
        assertThat(status(token)).isEqualTo(200);
        assertThat(status(token)).isEqualTo(200);
        assertThat(AuthServer.USER_CALLS.get() - before).isEqualTo(1);
    }

    @Test
    void aBadTokenIsRememberedForAWhile() {
        AuthServer.userAnswer = new Answer(403, "session_not_found", "{}");
        int before = AuthServer.USER_CALLS.get();
        String token = KeyCases.stranger().of(user);
        assertThat(status(token)).isEqualTo(401);
        assertThat(status(token)).isEqualTo(401);
        assertThat(AuthServer.USER_CALLS.get() - before).isEqualTo(1);
    }

    @Test
    void soManyQuestionsAreUnderWayAtOnceAndNoMore() throws Exception {
        AuthServer.userAnswer = new Answer(200, null, "{\"id\":\"" + user + "\"}", AuthServer.Pace.NOTHING);
        int before = AuthServer.USER_CALLS.get();
        CountDownLatch firstRefusal = new CountDownLatch(1);
        AtomicInteger refused = new AtomicInteger();
        ExecutorService askers = Executors.newFixedThreadPool(ASKERS);
        try {
            for (int i = 0; i < ASKERS; i++) {
                askers.execute(() -> {
                    try {
                        supabase.ask("token");
                    } catch (BulkheadException e) {
                        refused.incrementAndGet();
                        firstRefusal.countDown();
                    }
                });
            }
            assertThat(firstRefusal.await(20, TimeUnit.SECONDS)).isTrue();
            AuthServer.release();
        } finally {
            askers.shutdown();
        }
        assertThat(askers.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        assertThat(AuthServer.USER_CALLS.get() - before)
                .isEqualTo(ASKERS - refused.get())
                .isGreaterThanOrEqualTo(AT_ONCE);
    }

    private static int status(String token) {
        return given().header("Authorization", "Bearer " + token)
                .get("/api/v1/auth/me")
                .statusCode();
    }
}
