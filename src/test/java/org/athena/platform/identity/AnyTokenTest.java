package org.athena.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

import jakarta.inject.Inject;

import org.athena.platform.problem.ProblemException;
import org.athena.testing.AuthServer;
import org.athena.testing.AuthServer.Answer;
import org.athena.testing.HeardLog;
import org.athena.testing.Installation;
import org.athena.testing.MovableClock;
import org.athena.testing.PublishedForTests;
import org.athena.testing.Schools;
import org.athena.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Whatever a token holds, in any claim and in any member of its header, it is let in or refused. It causes no fault of the
 * service, and nothing that looks like one in the log. More than 3,000 tokens are examined; some hundred of each kind travel
 * over HTTP.
 */
@QuarkusTest
@TestProfile(EveryToken.class)
@WithTestResource(Installation.class)
class AnyTokenTest {

    private static final String PATH = "/api/v1/auth/me";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GOOD = "200 null null";
    private static final String REFUSED = "401 Bearer error=\"invalid_token\" auth.invalid_token";
    private static final String COME_AGAIN = "503 null auth.unavailable";
    /** Fewer than may be asked about in a minute in the name of one user. */
    private static final int A_MINUTE = 15;

    private static final int REPORTED = 25;

    @Inject
    MovableClock clock;

    @Inject
    CircuitBreakerMaintenance breakers;

    @Inject
    TokenExamination examination;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Instant start = Instant.now();
    private UUID user;
    private List<ShapedToken> tokens;

    @BeforeEach
    void collect() {
        user = Schools.create().first().person("teacher");
        tokens = new ShapedTokens(AuthServer.url() + "/auth/v1", user, start.getEpochSecond()).all();
    }

    @AfterEach
    void restore() {
        AuthServer.reset();
        breakers.resetAll();
        clock.goOn();
    }

    @Test
    void anyTokenBySecretIsLetInOrRefused() {
        assertThat(tokens).hasSizeGreaterThan(3_000);
        RawSigner signer = RawSigner.hs256(AuthServer.SECRET);
        check(signer, tokens, this::examine, GOOD);
        check(signer, everyNth(7), this::request, GOOD);
    }

    @Test
    void anyTokenThatSupabaseKnowsIsLetInOrRefused() {
        AuthServer.userAnswer = new Answer(200, null, "{\"id\":\"" + user + "\",\"role\":\"authenticated\"}");
        check(RawSigner.hs256("a-secret-that-nobody-told-us-of"), everyNth(3), this::examine, GOOD);
        check(RawSigner.hs256("another-that-nobody-told-us-of"), everyNth(7), this::request, GOOD);
    }

    @Test
    void aTokenThatSupabaseRefusesIsRefusedWhateverItHolds() {
        AuthServer.userAnswer = new Answer(403, "bad_jwt", "{\"error_code\":\"bad_jwt\"}");
        check(RawSigner.es256(PublishedForTests.generate("ES256")), everyNth(11), this::request, REFUSED);
    }

    @Test
    void aTokenByAPublishedKeyIsLetInOrRefusedWhateverItHolds() {
        AuthServer.userAnswer = new Answer(403, "bad_jwt", "{\"error_code\":\"bad_jwt\"}");
        List<ShapedToken> ofThatKey = everyNth(7).stream()
                .filter(token -> !token.header().containsKey("kid"))
                .toList();
        check(RawSigner.es256(AuthServer.keys().own("ES256")), ofThatKey, this::request, GOOD);
    }

    @Test
    void onlyATokenThatCouldBeGoodIsAskedToComeAgain() {
        AuthServer.userAnswer = TokenCase.DOWN;
        check(RawSigner.es256(PublishedForTests.generate("ES256")), everyNth(11), this::request, COME_AGAIN);
    }

    @Test
    void noSignatureOfAnyLengthIsAFault() {
        List<String> faults = new ArrayList<>();
        for (Tokens tokens : List.of(AuthServer.es256(), AuthServer.rs256(), AuthServer.edDsa())) {
            String good = tokens.of(user);
            String signed = good.substring(0, good.lastIndexOf('.') + 1);
            assertThat(examine(good)).isEqualTo(GOOD);
            for (int length : new int[] {1, 2, 3, 31, 32, 33, 63, 64, 65, 70, 72, 96, 128, 255, 256, 257, 512, 4_000}) {
                for (byte filling : new byte[] {0, 1, 0x30, -1}) {
                    byte[] signature = new byte[length];
                    Arrays.fill(signature, filling);
                    String answer = examine(signed + Mutation.base64(signature));
                    if (!answer.equals(REFUSED)) {
                        faults.add(tokens.algorithm() + " " + length + " times " + filling + " -> " + answer);
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private List<ShapedToken> everyNth(int n) {
        List<ShapedToken> some = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i += n) {
            some.add(tokens.get(i));
        }
        return some;
    }

    private void check(RawSigner signer, List<ShapedToken> some, UnaryOperator<String> way, String ifGood) {
        List<String> faults = new ArrayList<>();
        try (HeardLog log = HeardLog.ofFaults()) {
            for (ShapedToken token : some) {
                // In another minute after a few questions: nobody's budget is used up.
                clock.stop(start.plus(Duration.ofMinutes(AuthServer.USER_CALLS.get() / A_MINUTE % 2)));
                String answer = way.apply(signer.sign(token.header(), token.claims()));
                if (!answer.equals(token.good() ? ifGood : REFUSED)) {
                    faults.add(token.what() + " -> " + answer);
                }
                log.take().forEach(line -> faults.add(token.what() + " in the log: " + line));
            }
        }
        assertThat(faults.stream().limit(REPORTED))
                .as("%d faults of %d tokens", faults.size(), some.size())
                .isEmpty();
    }

    private String examine(String token) {
        try {
            examination.examine(token, "10.1.1.1");
            return GOOD;
        } catch (ProblemException e) {
            return answer(
                    e.code().status(),
                    e.headers().get("WWW-Authenticate"),
                    e.code().code());
        } catch (RuntimeException e) {
            return e.toString();
        }
    }

    private String request(String token) {
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + PATH))
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    BodyHandlers.ofString());
            return answer(
                    answer.statusCode(),
                    answer.headers().firstValue("WWW-Authenticate").orElse(null),
                    JSON.readTree(answer.body()).path("code").textValue());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String answer(int status, String challenge, String code) {
        return status + " " + challenge + " " + code;
    }
}
