package org.athena.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

import jakarta.inject.Inject;

import org.athena.testing.AuthServer;
import org.athena.testing.AuthServer.Answer;
import org.athena.testing.AuthServer.Pace;
import org.athena.testing.HeardLog;
import org.athena.testing.Installation;
import org.athena.testing.MovableClock;
import org.athena.testing.PublishedForTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** When Supabase is asked for its keys, and who waits for them. */
@QuarkusTest
@TestProfile(EveryToken.class)
@WithTestResource(Installation.class)
class PublishedKeysTest {

    @Inject
    KeySource source;

    @Inject
    AuthConfig config;

    @Inject
    ClaimRules claims;

    private final MovableClock clock = new MovableClock();
    private PublishedKeys keys;
    private int before;

    @BeforeEach
    void nothingIsLoadedYet() {
        keys = new PublishedKeys(source, config, clock, new SimpleMeterRegistry());
        before = AuthServer.KEY_CALLS.get();
    }

    @AfterEach
    void restore() {
        AuthServer.reset();
    }

    @Test
    void everybodyWaitsForTheFirstLoad() throws Exception {
        AuthServer.keysAnswer = new Answer(200, null, AuthServer.keys().json(), Pace.NOTHING);
        TokenVerifier verifier = new TokenVerifier(config, keys, claims);
        UUID user = UUID.randomUUID();
        List<FutureTask<Decision>> decisions = new ArrayList<>();
        decisions.add(started(() -> decide(verifier, AuthServer.es256().of(user))));
        await().until(() -> asked() == 1);
        decisions.add(
                startedAndWaiting(() -> decide(verifier, AuthServer.rs256().of(user))));
        Mutation legacy = Mutation.of(AuthServer.hs256(), user);
        String confused = legacy.keyId(AuthServer.es256().keyId());
        decisions.add(startedAndWaiting(() -> decide(verifier, confused)));
        AuthServer.release();
        assertThat(decisions.get(0).get()).isInstanceOf(Decision.Verified.class);
        assertThat(decisions.get(1).get()).isInstanceOf(Decision.Verified.class);
        assertThatThrownBy(decisions.get(2)::get).hasCauseInstanceOf(BadTokenException.class);
        assertThat(asked()).isEqualTo(1);
    }

    @Test
    void anUnknownKeyIsAskedForOnceInThirtySecondsForEveryone() {
        assertThat(keys.findOrReload("unknown")).isEmpty();
        assertThat(keys.findOrReload("another")).isEmpty();
        clock.ahead(Duration.ofSeconds(29));
        assertThat(keys.findOrReload("unknown")).isEmpty();
        assertThat(asked()).isEqualTo(1);
        clock.ahead(Duration.ofSeconds(2));
        assertThat(keys.findOrReload("unknown")).isEmpty();
        assertThat(asked()).isEqualTo(2);
    }

    @Test
    void aLoadThatFailedIsNotTriedAgainAtOnce() {
        AuthServer.keysAnswer = new Answer(503, null, "");
        assertThat(keys.findOrReload(AuthServer.es256().keyId())).isEmpty();
        AuthServer.keysAnswer = null;
        assertThat(keys.findOrReload(AuthServer.es256().keyId())).isEmpty();
        clock.ahead(Duration.ofSeconds(31));
        assertThat(keys.findOrReload(AuthServer.es256().keyId())).isPresent();
        assertThat(asked()).isEqualTo(2);
    }

    @Test
    void aTokenBySecretAsksOnlyWhenNoKeysAreThere() {
        assertThat(keys.findOrLoad("of the secret")).isEmpty();
        clock.ahead(Duration.ofMinutes(59));
        assertThat(keys.findOrLoad("of the secret")).isEmpty();
        assertThat(asked()).isEqualTo(1);
    }

    @Test
    void aKeyThatCannotBeUsedIsNamedOnceAndTheOthersServe() {
        String good = AuthServer.es256().keyId();
        String published = AuthServer.keys().json();
        String twice = PublishedForTests.generate("ES256").toJson();
        AuthServer.keysAnswer = new Answer(
                200,
                null,
                published.replace(
                        "]}",
                        ",5,{\"kid\":7},{\"kid\":\"a key\\nof mine\",\"kty\":\"EC\"},"
                                + "{\"kid\":\"old+/=\",\"kty\":\"EC\",\"crv\":\"P-256\",\"key_ops\":5},"
                                + twice + "," + twice + "]}"));
        String id = twice.replaceAll(".*\"kid\":\"([^\"]*)\".*", "$1");
        try (HeardLog log = HeardLog.ofWarningsBy(PublishedKeys.class)) {
            keys.refresh();
            assertThat(keys.find(good)).isPresent();
            assertThat(keys.find("old+/=")).isEmpty();
            assertThat(keys.find(id)).isEmpty();
            assertThat(log.take())
                    .containsExactly(
                            "published keys were left out: key 4 is not an object; key 5 has no kid that is text;"
                                    + " key 6 has a kty and crv that are not accepted;"
                                    + " key 7 (kid old+/=) has a key_ops that is not a list of text with verify;"
                                    + " two keys (kid " + id + ") share their id");
            keys.refresh();
            assertThat(log.take()).as("the same again").isEmpty();
            AuthServer.keysAnswer = new Answer(200, null, published.replace("]}", ",5]}"));
            keys.refresh();
            assertThat(log.take()).containsExactly("published keys were left out: key 4 is not an object");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "5",
                "[]",
                "{}",
                "{\"keys\":null}",
                "{\"keys\":{}}",
                "{\"keys\":\"x\"}",
                "{\"keys\":[{\"kid\":\"a\",\"kid\":\"b\"}]}",
                "{\"keys\":[5,5,5,5,5,5,5,5,5,5,5,5,5,5,5,5,5,5,5,5,5]}"
            })
    void whatIsNoKeySetLeavesTheOldKeys(String answer) {
        keys.refresh();
        AuthServer.keysAnswer = new Answer(200, null, answer);
        keys.refresh();
        assertThat(asked()).isEqualTo(2);
        assertThat(keys.find(AuthServer.es256().keyId())).isPresent();
    }

    private int asked() {
        return AuthServer.KEY_CALLS.get() - before;
    }

    private static Decision decide(TokenVerifier verifier, String token) {
        return verifier.decide(verifier.shape(token));
    }

    private static FutureTask<Decision> started(Supplier<Decision> decision) {
        FutureTask<Decision> task = new FutureTask<>(decision::get);
        new Thread(task).start();
        return task;
    }

    /** Returns when the decision waits for the load that is under way, or has not waited for it. */
    private static FutureTask<Decision> startedAndWaiting(Supplier<Decision> decision) {
        FutureTask<Decision> task = new FutureTask<>(decision::get);
        Thread thread = new Thread(task);
        thread.start();
        await().until(() -> thread.getState() == Thread.State.BLOCKED || task.isDone());
        return task;
    }
}
