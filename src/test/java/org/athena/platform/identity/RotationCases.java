package org.athena.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.athena.platform.identity.TokenCase.BAD;
import static org.athena.platform.identity.TokenCase.GOOD;
import static org.athena.platform.identity.TokenCase.UNAVAILABLE;
import static org.athena.platform.identity.TokenCase.after;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import org.athena.testing.AuthServer;
import org.athena.testing.AuthServer.Answer;
import org.athena.testing.MovableClock;
import org.athena.testing.PublishedForTests;
import org.athena.testing.Tokens;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;

/** Published keys come and go, and their address may be down. */
class RotationCases {

    private final UUID user;
    private final PublishedKeys keys;
    private final MovableClock clock;

    RotationCases(UUID user, PublishedKeys keys, MovableClock clock) {
        this.user = user;
        this.keys = keys;
        this.clock = clock;
    }

    List<TokenCase> all() {
        List<TokenCase> cases = new ArrayList<>(comeAndGo());
        cases.addAll(soonAfterTheFirstUse());
        return cases;
    }

    private List<TokenCase> comeAndGo() {
        PublicJsonWebKey next = PublishedForTests.generate("ES256");
        Tokens es = AuthServer.es256();
        Tokens newer = new Tokens(es.issuer(), "ES256", next.getKeyId(), next.getPrivateKey());
        String good = es.of(user);
        Runnable rotate = () -> AuthServer.keys().publish(next);
        return List.of(
                after("rotation: the old key beside the new one", good, later(rotate, 31), es.of(user), GOOD, 0),
                after("rotation: the new key, published lately", good, later(rotate, 31), newer.of(user), GOOD, 0),
                after(
                        "rotation: the new key, seconds after the last reload",
                        good,
                        later(rotate, 5),
                        newer.of(user),
                        UNAVAILABLE,
                        1),
                after("a token seen before, its key withdrawn", good, this::withdraw, good, BAD, 1),
                after("a new token, its key withdrawn", good, this::withdraw, es.of(user), BAD, 1),
                down("key set down, keys 59 minutes old", new Answer(503, null, ""), 59, GOOD, 0),
                down("key set down, keys 61 minutes old", new Answer(503, null, ""), 61, UNAVAILABLE, 1),
                down("key set is garbage, keys 59 minutes old", new Answer(200, null, "<html>"), 59, GOOD, 0),
                down("key set is garbage, keys 61 minutes old", new Answer(200, null, "<html>"), 61, UNAVAILABLE, 1),
                down("key set over 64 KiB, keys 59 minutes old", tooLarge(), 59, GOOD, 0),
                down("key set redirects, keys 59 minutes old", new Answer(302, null, ""), 59, GOOD, 0),
                down("key set never ends, keys 61 minutes old", held(), 61, UNAVAILABLE, 1),
                after(
                        "a malformed key in the set, a token by another",
                        good,
                        added("{\"kty\":\"EC\",\"x5c\":5}"),
                        good,
                        GOOD,
                        0),
                after(
                        "a malformed key in the set with the same kid",
                        good,
                        added(malformed(es.keyId())),
                        good,
                        GOOD,
                        0),
                after(
                        "another key in the set with the same kid",
                        good,
                        added(another(es.keyId())),
                        es.of(user),
                        UNAVAILABLE,
                        1),
                after("the key is there for encrypting", good, this::forEncrypting, es.of(user), UNAVAILABLE, 1));
    }

    /** What was found out about a token is remembered for a minute; the keys may be others within it. */
    private List<TokenCase> soonAfterTheFirstUse() {
        String good = AuthServer.es256().of(user);
        Tokens secret = AuthServer.hs256();
        String bySecret = secret.of(user);
        String unknown = KeyCases.stranger().of(user);
        return List.of(
                firstUsed("a key withdrawn after its first use", this::withdraw, 1),
                firstUsed("a key replaced after its first use", this::replace, 0),
                after(
                        "a token seen before, its key replaced",
                        good,
                        () -> replace(AuthServer.es256().keyId()),
                        good,
                        BAD,
                        0),
                after(
                        "by the secret, its kid published since",
                        bySecret,
                        () -> replace(secret.keyId()),
                        bySecret,
                        BAD,
                        0),
                new TokenCase(
                        "let in by Supabase, its kid published since",
                        new Answer(200, null, "{\"id\":\"" + user + "\"}"),
                        unknown,
                        caller -> replace(KeyCases.stranger().keyId()),
                        caller -> caller.send(unknown),
                        BAD,
                        0));
    }

    /** The key is published, a token by it is sent, something happens to the key, and the token is sent again. */
    private TokenCase firstUsed(String name, Consumer<String> change, int calls) {
        PublicJsonWebKey key = PublishedForTests.generate("ES256");
        String good = AuthServer.es256().of(user);
        String token = new Tokens(AuthServer.es256().issuer(), "ES256", key.getKeyId(), key.getPrivateKey()).of(user);
        Consumer<TestCaller> used = caller -> {
            later(() -> AuthServer.keys().publish(key), 31).run();
            assertThat(caller.send(token).statusCode()).isEqualTo(200);
            change.accept(key.getKeyId());
        };
        return new TokenCase(name, TokenCase.DOWN, good, used, caller -> caller.send(token), BAD, calls);
    }

    private void withdraw(String keyId) {
        AuthServer.userAnswer = new Answer(403, "bad_jwt", "{}");
        AuthServer.keys().withdraw(keyId);
        keys.refresh();
    }

    private void replace(String keyId) {
        AuthServer.keys().publish(pair(keyId));
        keys.refresh();
    }

    private static PublicJsonWebKey pair(String keyId) {
        PublicJsonWebKey pair = PublishedForTests.generate("ES256");
        pair.setKeyId(keyId);
        return pair;
    }

    private static String another(String keyId) {
        return pair(keyId).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    private static String malformed(String keyId) {
        return another(keyId).replace("{", "{\"key_ops\":5,");
    }

    private Runnable added(String key) {
        return () -> publish(AuthServer.keys().json().replace("]}", "," + key + "]}"));
    }

    private void forEncrypting() {
        publish(AuthServer.keys().json().replace("\"crv\":\"P-256\"", "\"crv\":\"P-256\",\"key_ops\":[\"encrypt\"]"));
    }

    private void publish(String set) {
        AuthServer.keysAnswer = new Answer(200, null, set);
        keys.refresh();
    }

    private Runnable later(Runnable change, int seconds) {
        return () -> {
            change.run();
            clock.ahead(Duration.ofSeconds(seconds));
        };
    }

    private void withdraw() {
        clock.ahead(Duration.ofMinutes(10));
        withdraw(AuthServer.es256().keyId());
    }

    private TokenCase down(String name, Answer answer, int minutes, String code, int calls) {
        Mutation token = Mutation.of(AuthServer.es256(), user);
        String lasting = token.claim("exp", Instant.now().getEpochSecond() + 7_200);
        Runnable change = () -> {
            AuthServer.keysAnswer = answer;
            keys.refresh();
            clock.ahead(Duration.ofMinutes(minutes));
        };
        return after(name, lasting, change, lasting, code, calls);
    }

    private static Answer tooLarge() {
        return new Answer(200, null, "{\"keys\":[],\"x\":\"" + "x".repeat(64 * 1024) + "\"}");
    }

    private static Answer held() {
        return new Answer(200, null, "{\"keys\":[]}", AuthServer.Pace.HALF);
    }
}
