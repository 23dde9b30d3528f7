package org.athena.devmode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.athena.devmode.StandInCalls.claims;
import static org.athena.devmode.StandInCalls.ok;
import static org.athena.devmode.StandInCalls.refused;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

/** The second factor of the stand-in: its codes, and what it refuses. */
class StandInFactorsTest {

    private static final String FACTORS = "/auth/v1/factors";
    private static final String EMAIL = "ana@example.org";
    private static final String PASSWORD = "a-password";

    private final MovableClock clock = new MovableClock();
    private AuthStandIn standIn;
    private StandInCalls calls;
    private JsonNode session;

    @BeforeEach
    void start() throws Exception {
        standIn = new AuthStandIn(60, clock);
        standIn.account(UUID.randomUUID(), EMAIL, PASSWORD);
        calls = new StandInCalls(standIn);
        session = calls.signIn(EMAIL, PASSWORD);
    }

    @AfterEach
    void stop() throws IOException {
        standIn.close();
    }

    /** The vectors of RFC 6238, appendix B, in six digits. */
    @Test
    void theCodesAreThoseOfTheStandard() {
        byte[] secret = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
        assertThat(Totp.written(secret)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(Totp.code(secret, 59 / 30)).isEqualTo("287082");
        assertThat(Totp.code(secret, 1111111109L / 30)).isEqualTo("081804");
        assertThat(Totp.code(secret, 20000000000L / 30)).isEqualTo("353130");
        assertThat(Totp.written(new byte[20])).isEqualTo("A".repeat(32));
    }

    @Test
    void anEnrolmentHasAPictureThatFitsADataUrl() throws Exception {
        JsonNode factor = enrol("phone");
        String picture = factor.at("/totp/qr_code").asText();
        assertThat(picture).startsWith("<svg ").endsWith("</svg>").doesNotContain("#", "%");
        assertThat(factor.at("/totp/uri").asText())
                .startsWith("otpauth://totp/127.0.0.1%3A")
                .contains("secret=" + factor.at("/totp/secret").asText(), "ana%40example.org");
        assertThat(factor.at("/totp/secret").asText()).matches("[A-Z2-7]{32}");
    }

    @Test
    void aCodeMakesTheSessionStrongAndEndsTheWeakOnes() throws Exception {
        JsonNode other = calls.signIn(EMAIL, PASSWORD);
        JsonNode factor = enrol("phone");
        JsonNode strong = ok(verify(factor, code()));
        JsonNode claims = claims(strong.get("access_token").asText());
        assertThat(claims.get("aal").asText()).isEqualTo("aal2");
        assertThat(claims.get("amr"))
                .extracting(proof -> proof.get("method").asText())
                .containsExactlyInAnyOrder("totp", "password");
        assertThat(claims.get("session_id")).isEqualTo(claims(token()).get("session_id"));
        assertThat(strong.at("/user/factors/0/status").asText()).isEqualTo("verified");
        refused(calls.user(other.get("access_token").asText()), 403, "session_not_found");
        ok(calls.user(token()));
        JsonNode again = ok(calls.refresh(strong.get("refresh_token").asText()));
        assertThat(claims(again.get("access_token").asText()).get("aal").asText())
                .isEqualTo("aal2");
    }

    @Test
    void aCodeIsTakenOnceAndInItsTimeOnly() throws Exception {
        JsonNode factor = enrol("phone");
        refused(verify(factor, "000000".equals(code()) ? "000001" : "000000"), 422, "mfa_verification_failed");
        String late = code();
        clock.pass(Duration.ofSeconds(90));
        refused(verify(factor, late), 422, "mfa_verification_failed");
        String code = code();
        ok(verify(factor, code));
        refused(verify(factor, code), 422, "mfa_verification_failed");
        ok(verify(factor, code()));
        ok(verify(factor, code()));
        assertThat(calls.page("GET", "/standin/code?email=" + EMAIL, null, "").statusCode())
                .isEqualTo(404);
        clock.pass(Duration.ofSeconds(30));
        ok(verify(factor, code()));
    }

    @Test
    void aChallengeIsMetOnceWithinFiveMinutes() throws Exception {
        JsonNode factor = enrol("phone");
        String challenge = challenge(factor);
        clock.pass(Duration.ofMinutes(6));
        refused(verify(factor, challenge, code()), 422, "mfa_challenge_expired");
        String next = challenge(factor);
        ok(verify(factor, next, code()));
        refused(verify(factor, next, code()), 422, "mfa_factor_not_found");
        refused(verify(factor, next, ""), 400, "validation_failed");
    }

    @Test
    void aNameIsTakenOnceAndMoreFactorsTakeACode() throws Exception {
        enrol("tablet");
        JsonNode factor = enrol("phone");
        refused(enrol(token(), "phone"), 422, "mfa_factor_name_conflict");
        ok(verify(factor, code()));
        assertThat(ok(calls.user(token())).get("factors")).hasSize(1);
        String weak = calls.signIn(EMAIL, PASSWORD).get("access_token").asText();
        refused(enrol(weak, "tablet"), 403, "insufficient_aal");
        refused(calls.page("DELETE", FACTORS + "/" + factor.get("id").asText(), weak, ""), 422, "insufficient_aal");
        refused(calls.page("DELETE", FACTORS + "/" + UUID.randomUUID(), weak, ""), 404, "mfa_factor_not_found");
        ok(enrol(token(), "tablet"));
    }

    @Test
    void aWeakSessionChangesNeitherPasswordNorEmail() throws Exception {
        ok(verify(enrol("phone"), code()));
        String weak = calls.signIn(EMAIL, PASSWORD).get("access_token").asText();
        refused(change(weak, "{\"password\":\"another-password\"}"), 401, "insufficient_aal");
        refused(change(weak, "{\"email\":\"eva@example.org\"}"), 401, "insufficient_aal");
        ok(change(weak, "{\"data\":{\"name\":\"Ana\"}}"));
        ok(change(token(), "{\"password\":\"another-password\"}"));
    }

    @Test
    void withoutTheFactorTheNextTokenIsWeak() throws Exception {
        JsonNode factor = enrol("phone");
        JsonNode strong = ok(verify(factor, code()));
        String id = factor.get("id").asText();
        assertThat(ok(calls.page("DELETE", FACTORS + "/" + id, token(), ""))
                        .get("id")
                        .asText())
                .isEqualTo(id);
        JsonNode next = ok(calls.refresh(strong.get("refresh_token").asText()));
        assertThat(claims(next.get("access_token").asText()).get("aal").asText())
                .isEqualTo("aal1");
        assertThat(next.get("user").has("factors")).isFalse();
        ok(change(token(), "{\"password\":\"another-password\"}"));
    }

    private String token() {
        return session.get("access_token").asText();
    }

    private JsonNode enrol(String name) throws Exception {
        return ok(enrol(token(), name));
    }

    private HttpResponse<String> enrol(String token, String name) throws Exception {
        return calls.page(
                "POST", FACTORS, token, "{\"factor_type\":\"totp\",\"friendly_name\":\"%s\"}".formatted(name));
    }

    private String challenge(JsonNode factor) throws Exception {
        JsonNode challenge =
                ok(calls.page("POST", FACTORS + "/" + factor.get("id").asText() + "/challenge", token(), "{}"));
        assertThat(challenge.get("expires_at").asLong())
                .isEqualTo(clock.instant().plusSeconds(300).getEpochSecond());
        return challenge.get("id").asText();
    }

    private HttpResponse<String> verify(JsonNode factor, String code) throws Exception {
        return verify(factor, challenge(factor), code);
    }

    private HttpResponse<String> verify(JsonNode factor, String challenge, String code) throws Exception {
        return calls.page(
                "POST",
                FACTORS + "/" + factor.get("id").asText() + "/verify",
                token(),
                "{\"challenge_id\":\"%s\",\"code\":\"%s\"}".formatted(challenge, code));
    }

    private HttpResponse<String> change(String token, String body) throws Exception {
        return calls.page("PUT", "/auth/v1/user", token, body);
    }

    /** What the telephone shows. */
    private String code() throws Exception {
        return ok(calls.page("GET", "/standin/code?email=" + EMAIL, null, ""))
                .get("code")
                .asText();
    }
}
