package org.athena.devmode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.athena.devmode.StandInCalls.claims;
import static org.athena.devmode.StandInCalls.ok;
import static org.athena.devmode.StandInCalls.refused;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PKCE at the stand-in: a link gives a code, and only the page that asked for the mail has what makes a session of it. */
class StandInPkceTest {

    private static final String EMAIL = "ana@example.org";
    private static final String VERIFIER = "v".repeat(56);
    private static final String BACK = "http://127.0.0.1:9/entrar?next=inicio";

    private final MovableClock clock = new MovableClock();
    private AuthStandIn standIn;
    private StandInCalls calls;

    @BeforeEach
    void start() throws Exception {
        standIn = new AuthStandIn(60, clock);
        standIn.account(UUID.randomUUID(), EMAIL, "a-password");
        standIn.mailLimits(Duration.ZERO, 10, Duration.ofHours(1));
        calls = new StandInCalls(standIn);
    }

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Test
    void aCodeIsGoodOnceForWhoeverHasTheVerifier() throws Exception {
        mail("otp");
        String code = code();
        refused(exchange(code, "w".repeat(56)), 400, "bad_code_verifier");
        String token = ok(exchange(code, VERIFIER)).get("access_token").asText();
        assertThat(claims(token).at("/amr/0/method").asText()).isEqualTo("magiclink");
        refused(exchange(code, VERIFIER), 404, "flow_state_not_found");
        refused(exchange("", VERIFIER), 400, "validation_failed");
    }

    @Test
    void aMagicLinkLivesFromTheClickAndARecoveryFromTheRequest() throws Exception {
        mail("otp");
        clock.pass(Duration.ofMinutes(6));
        String magic = code();
        mail("recover");
        ok(exchange(magic, VERIFIER));
        clock.pass(Duration.ofMinutes(4));
        String recovery = code();
        String token = ok(exchange(recovery, VERIFIER)).get("access_token").asText();
        assertThat(claims(token).at("/amr/0/method").asText()).isEqualTo("recovery");
        mail("recover");
        clock.pass(Duration.ofMinutes(6));
        refused(exchange(code(), VERIFIER), 422, "flow_state_expired");
    }

    @Test
    void anErrorIsInTheQueryAndInTheFragment() throws Exception {
        mail("otp");
        code();
        String back = calls.open(standIn.mails().get(0).link());
        assertThat(back).startsWith(BACK + "&");
        assertThat(back.split("#")[0]).contains("error_code=otp_expired");
        assertThat(back.split("#")[1]).contains("error_code=otp_expired", "error=access_denied");
    }

    @Test
    void theHashOfTheLinkSignsInWithoutAVerifier() throws Exception {
        mail("otp");
        String link = standIn.mails().get(0).link().toString();
        String hash = link.replaceAll(".*token=([^&]*).*", "$1");
        assertThat(hash).startsWith("pkce_");
        String token = ok(calls.page(
                        "POST", "/auth/v1/verify", null, "{\"type\":\"magiclink\",\"token_hash\":\"" + hash + "\"}"))
                .get("access_token")
                .asText();
        assertThat(claims(token).at("/amr/0/method").asText()).isEqualTo("otp");
    }

    @Test
    void aChallengeThatIsNotWellFormedIsRefused() throws Exception {
        refused(ask("otp", "short", "s256"), 400, "validation_failed");
        refused(ask("otp", "c".repeat(43), ""), 400, "validation_failed");
        refused(ask("recover", "c".repeat(43), "md5"), 400, "validation_failed");
        ok(ask("recover", VERIFIER, "plain"));
        ok(exchange(code(), VERIFIER));
    }

    private void mail(String route) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
        ok(ask(route, Base64.getUrlEncoder().withoutPadding().encodeToString(hash), "s256"));
    }

    private HttpResponse<String> ask(String route, String challenge, String method) throws Exception {
        return calls.page(
                "POST",
                "/auth/v1/" + route + "?redirect_to=" + BACK.replace("=", "%3D"),
                null,
                "{\"email\":\"%s\",\"code_challenge\":\"%s\",\"code_challenge_method\":\"%s\"}"
                        .formatted(EMAIL, challenge, method));
    }

    private String code() throws Exception {
        String back = calls.open(standIn.mails().get(0).link());
        assertThat(back).startsWith(BACK + "&code=").doesNotContain("#");
        return back.substring((BACK + "&code=").length());
    }

    private HttpResponse<String> exchange(String code, String verifier) throws Exception {
        return calls.page(
                "POST",
                "/auth/v1/token?grant_type=pkce",
                null,
                "{\"auth_code\":\"%s\",\"code_verifier\":\"%s\"}".formatted(code, verifier));
    }
}
