package org.athena.devmode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.athena.devmode.StandInCalls.claims;
import static org.athena.devmode.StandInCalls.ok;
import static org.athena.devmode.StandInCalls.refused;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The stand-in answers as Supabase Auth does, above all where it refuses. */
class AuthStandInTest {

    private final ObjectMapper mapper = new ObjectMapper();
    private final UUID user = UUID.randomUUID();
    private AuthStandIn standIn;
    private StandInCalls calls;

    @BeforeEach
    void start() throws IOException {
        standIn = new AuthStandIn(60);
        calls = new StandInCalls(standIn);
        standIn.account(user, "ana@example.org", "a-password");
    }

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Test
    void aTokenThatCannotBeReadIsABadJwt() throws Exception {
        refused(user(null), 401, "no_authorization");
        refused(user("x.y.z"), 403, "bad_jwt");
        String token = signIn().get("access_token").asText();
        assertThat(user(token).statusCode()).isEqualTo(200);
        refused(user(token.substring(0, token.length() - 4) + "AAAA"), 403, "bad_jwt");
    }

    @Test
    void whoSignedOutHasNoSession() throws Exception {
        JsonNode session = signIn();
        String token = session.get("access_token").asText();
        assertThat(send("POST", "/auth/v1/logout", standIn.anonKey(), token, "").statusCode())
                .isEqualTo(204);
        refused(user(token), 403, "session_not_found");
        refused(
                send(
                        "POST",
                        "/auth/v1/token?grant_type=refresh_token",
                        standIn.anonKey(),
                        null,
                        "{\"refresh_token\":\"" + session.get("refresh_token").asText() + "\"}"),
                400,
                "refresh_token_not_found");
    }

    @Test
    void whoIsGoneOrBannedIsToldApart() throws Exception {
        String token = signIn().get("access_token").asText();
        admin("PUT", "/auth/v1/admin/users/" + user, "{\"ban_duration\":\"24h\"}");
        refused(user(token), 403, "user_banned");
        admin("DELETE", "/auth/v1/admin/users/" + user, "");
        refused(user(token), 403, "user_not_found");
    }

    @Test
    void theGatewayKnowsNoErrorCodes() throws Exception {
        HttpResponse<String> answer = send("GET", "/auth/v1/user", "another key", "x", "");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("x-sb-error-code")).isEmpty();
    }

    @Test
    void anEmailHasOneAccountAndMetadataIsMergedByKey() throws Exception {
        refused(
                admin("POST", "/auth/v1/admin/users", "{\"email\":\"ANA@example.org\",\"password\":\"another\"}"),
                422,
                "email_exists");
        String path = "/auth/v1/admin/users/" + user;
        admin("PUT", path, "{\"app_metadata\":{\"school_id\":\"a\",\"roles\":[\"rector\"]}}");
        JsonNode changed = mapper.readTree(
                admin("PUT", path, "{\"app_metadata\":{\"school_id\":null}}").body());
        assertThat(changed.get("app_metadata").has("school_id")).isFalse();
        assertThat(changed.get("app_metadata").get("roles").get(0).asText()).isEqualTo("rector");
        assertThat(changed.get("app_metadata").get("provider").asText()).isEqualTo("email");
        refused(send("POST", "/auth/v1/admin/users", standIn.anonKey(), null, "{}"), 403, "not_admin");
    }

    @Test
    void aNewKeySignsBesideTheOldOneUntilThatIsWithdrawn() throws Exception {
        String old = signIn().get("access_token").asText();
        standIn.rotate();
        assertThat(keys().size()).isEqualTo(2);
        assertThat(user(old).statusCode()).isEqualTo(200);
        assertThat(user(signIn().get("access_token").asText()).statusCode()).isEqualTo(200);
        send("POST", "/standin/withdraw", null, null, "");
        assertThat(keys().size()).isEqualTo(1);
        assertThat(keys().get(0).has("d")).isFalse();
        refused(user(old), 403, "bad_jwt");
    }

    @Test
    void aLinkOfAMailSignsInOnceAndANewerOneEndsIt() throws Exception {
        standIn.mailLimits(Duration.ZERO, 10, Duration.ofHours(1));
        recover("ana@example.org", "http://127.0.0.1:9/invitation?secret=abc");
        recover("ana@example.org", "http://127.0.0.1:9/invitation?secret=abc");
        recover("nobody@example.org", "http://127.0.0.1:9/");
        List<Mail> mails = standIn.mails();
        assertThat(mails).extracting(Mail::to).containsExactly("ana@example.org", "ana@example.org");
        assertThat(calls.open(mails.get(1).link()))
                .startsWith("http://127.0.0.1:9/invitation?secret=abc#")
                .contains("error_code=otp_expired");
        String back = calls.open(mails.get(0).link());
        assertThat(back).contains("type=recovery");
        String token = back.replaceAll(".*access_token=([^&]*).*", "$1");
        assertThat(user(token).statusCode()).isEqualTo(200);
        assertThat(claims(token).at("/amr/0/method").asText()).isEqualTo("otp");
        assertThat(calls.open(mails.get(0).link())).contains("error_code=otp_expired");
    }

    @Test
    void aLinkLeadsToTheSiteWhenTheWantedAddressIsNotAllowed() throws Exception {
        standIn.siteUrl("https://athena.example");
        recover("ana@example.org", "https://elsewhere.example/");
        assertThat(calls.open(standIn.mails().get(0).link())).startsWith("https://athena.example#access_token=");
    }

    @Test
    void mailsAreLimitedByAccountAndForAll() throws Exception {
        standIn.account(UUID.randomUUID(), "eva@example.org", "a-password");
        standIn.mailLimits(Duration.ofHours(1), 1, Duration.ofHours(1));
        assertThat(recover("ana@example.org", "").statusCode()).isEqualTo(200);
        refused(recover("ana@example.org", ""), 429, "over_email_send_rate_limit");
        refused(recover("eva@example.org", ""), 429, "over_email_send_rate_limit");
        assertThat(standIn.mails()).hasSize(1);
    }

    @Test
    void aSignUpWaitsForTheMailAndACodeConfirmsIt() throws Exception {
        String person = "{\"email\":\"eva@example.org\",\"password\":\"a-password\"}";
        HttpResponse<String> answer = send("POST", "/auth/v1/signup", standIn.anonKey(), null, person);
        assertThat(mapper.readTree(answer.body()).has("access_token")).isFalse();
        refused(
                send("POST", "/auth/v1/token?grant_type=password", standIn.anonKey(), null, person),
                400,
                "email_not_confirmed");
        String code = "{\"type\":\"signup\",\"email\":\"eva@example.org\",\"token\":\"%s\"}";
        refused(verify(code.formatted("wrong")), 403, "otp_expired");
        HttpResponse<String> verified =
                verify(code.formatted(standIn.mails().get(0).code()));
        assertThat(verified.statusCode()).isEqualTo(200);
        assertThat(mapper.readTree(verified.body())
                        .at("/user/email_confirmed_at")
                        .isTextual())
                .isTrue();
    }

    @Test
    void aNewPasswordEndsOtherSessionsAndPendingLinks() throws Exception {
        String other = signIn().get("access_token").asText();
        String token = signIn().get("access_token").asText();
        recover("ana@example.org", "");
        refused(password(token, "short"), 422, "weak_password");
        refused(password(token, "a-password"), 422, "same_password");
        assertThat(ok(user(token)).get("recovery_sent_at").isTextual()).isTrue();
        assertThat(password(token, "another-password").statusCode()).isEqualTo(200);
        assertThat(ok(user(token)).get("recovery_sent_at").isNull()).isTrue();
        refused(user(other), 403, "session_not_found");
        assertThat(user(token).statusCode()).isEqualTo(200);
        assertThat(calls.open(standIn.mails().get(0).link())).contains("error_code=otp_expired");
    }

    @Test
    void theSettingsSayWhetherASignUpIsConfirmedByItself() throws Exception {
        assertThat(settings().get("mailer_autoconfirm").asBoolean()).isFalse();
        standIn.autoconfirm(true);
        assertThat(settings().get("mailer_autoconfirm").asBoolean()).isTrue();
    }

    @Test
    void theMailsCanBeRead() throws Exception {
        standIn.account(UUID.randomUUID(), "eva@example.org", "a-password");
        assertThat(send("GET", "/mails", null, null, "").body()).contains("None yet", "name=\"viewport\"");
        recover("ana@example.org", "");
        recover("eva@example.org", "http://127.0.0.1:9/?a=1&b=<i>");
        assertThat(send("GET", "/mails", null, null, "").body())
                .containsSubsequence("eva@example.org", "ana@example.org")
                .contains("type=recovery", "href=\"" + standIn.url() + "/auth/v1/verify?token=")
                .contains(standIn.mails().get(0).code(), "http://127.0.0.1:9/?a=1&amp;b=&lt;i>");
    }

    private JsonNode settings() throws Exception {
        return mapper.readTree(
                send("GET", "/auth/v1/settings", standIn.anonKey(), null, "").body());
    }

    private HttpResponse<String> recover(String email, String redirectTo) throws Exception {
        String to = URLEncoder.encode(redirectTo, StandardCharsets.UTF_8);
        return send(
                "POST", "/auth/v1/recover?redirect_to=" + to, standIn.anonKey(), null, "{\"email\":\"" + email + "\"}");
    }

    private HttpResponse<String> verify(String body) throws Exception {
        return send("POST", "/auth/v1/verify", standIn.anonKey(), null, body);
    }

    private HttpResponse<String> password(String token, String wanted) throws Exception {
        return send("PUT", "/auth/v1/user", standIn.anonKey(), token, "{\"password\":\"" + wanted + "\"}");
    }

    private JsonNode keys() throws Exception {
        return mapper.readTree(send("GET", "/auth/v1/.well-known/jwks.json", null, null, "")
                        .body())
                .get("keys");
    }

    private JsonNode signIn() throws Exception {
        return calls.signIn("ana@example.org", "a-password");
    }

    private HttpResponse<String> user(String token) throws Exception {
        return calls.user(token);
    }

    private HttpResponse<String> admin(String method, String path, String body) throws Exception {
        return calls.admin(method, path, body);
    }

    private HttpResponse<String> send(String method, String path, String key, String bearer, String body)
            throws Exception {
        return calls.send(method, path, key, bearer, body);
    }
}
