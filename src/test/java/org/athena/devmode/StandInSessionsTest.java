package org.athena.devmode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.athena.devmode.StandInCalls.claims;
import static org.athena.devmode.StandInCalls.ok;
import static org.athena.devmode.StandInCalls.refused;

import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

/** The sessions of the stand-in: which refresh tokens are good, and what a sign-out ends. */
class StandInSessionsTest {

    private static final String EMAIL = "ana@example.org";
    private static final String PASSWORD = "a-password";

    private final UUID user = UUID.randomUUID();
    private AuthStandIn standIn;
    private StandInCalls calls;

    @BeforeEach
    void start() throws Exception {
        standIn = new AuthStandIn(60);
        standIn.account(user, EMAIL, PASSWORD);
        calls = new StandInCalls(standIn);
    }

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Test
    void theParentOfTheCurrentTokenGetsTheCurrentOne() throws Exception {
        String first = signIn().get("refresh_token").asText();
        String second = next(first);
        assertThat(second).isNotEqualTo(first);
        assertThat(next(first)).isEqualTo(second);
        assertThat(next(first)).isEqualTo(second);
        assertThat(next(second)).isNotEqualTo(second);
    }

    @Test
    void anOlderTokenEndsTheFamilyButNotTheAccessToken() throws Exception {
        JsonNode session = signIn();
        String first = session.get("refresh_token").asText();
        String second = next(first);
        String third = next(second);
        refused(calls.refresh(first), 400, "refresh_token_already_used");
        refused(calls.refresh(third), 400, "refresh_token_already_used");
        refused(calls.refresh(second), 400, "refresh_token_already_used");
        ok(calls.user(session.get("access_token").asText()));
        ok(calls.refresh(signIn().get("refresh_token").asText()));
        refused(calls.refresh("another"), 400, "refresh_token_not_found");
    }

    @Test
    void aBannedPersonGetsNoNewToken() throws Exception {
        String token = signIn().get("refresh_token").asText();
        calls.admin("PUT", "/auth/v1/admin/users/" + user, "{\"ban_duration\":\"24h\"}");
        refused(calls.refresh(token), 400, "user_banned");
    }

    @Test
    void aSignOutEndsThisSessionTheOthersOrAll() throws Exception {
        JsonNode one = signIn();
        JsonNode two = signIn();
        JsonNode three = signIn();
        signOut(one, "local");
        ended(one);
        lives(two);
        signOut(two, "others");
        ended(three);
        lives(two);
        JsonNode four = signIn();
        signOut(two, "global");
        ended(two);
        ended(four);
        refused(calls.page("POST", "/auth/v1/logout?scope=local", access(two), ""), 403, "session_not_found");
        refused(calls.page("POST", "/auth/v1/logout?scope=some", access(signIn()), ""), 400, "validation_failed");
    }

    @Test
    void theLifeOfAccessTokensIsASetting() throws Exception {
        standIn.tokenLife(Duration.ofMinutes(5));
        JsonNode session = signIn();
        assertThat(session.get("expires_in").asLong()).isEqualTo(300);
        JsonNode claims = claims(access(session));
        assertThat(claims.get("exp").asLong() - claims.get("iat").asLong()).isEqualTo(300);
        calls.send("POST", "/standin/token-life?seconds=10", null, null, "");
        assertThat(signIn().get("expires_in").asLong()).isEqualTo(10);
    }

    @Test
    void aPageOfAnyOriginMaySendWhatItsClientSends() throws Exception {
        String wanted = "apikey,authorization,content-type,x-client-info,x-supabase-api-version,x-of-tomorrow";
        for (String path : new String[] {"/auth/v1/factors/x/verify", "/auth/v1/logout", "/auth/v1/user"}) {
            var answer = calls.preflight(path, wanted);
            assertThat(answer.statusCode()).isEqualTo(204);
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                    .contains("*");
            assertThat(answer.headers().firstValue("Access-Control-Allow-Headers"))
                    .contains(wanted);
            assertThat(answer.headers()
                            .firstValue("Access-Control-Allow-Methods")
                            .orElseThrow())
                    .contains("DELETE", "PUT");
        }
    }

    private JsonNode signIn() throws Exception {
        return calls.signIn(EMAIL, PASSWORD);
    }

    private static String access(JsonNode session) {
        return session.get("access_token").asText();
    }

    private String next(String token) throws Exception {
        return ok(calls.refresh(token)).get("refresh_token").asText();
    }

    private void signOut(JsonNode session, String scope) throws Exception {
        assertThat(calls.page("POST", "/auth/v1/logout?scope=" + scope, access(session), "")
                        .statusCode())
                .isEqualTo(204);
    }

    private void ended(JsonNode session) throws Exception {
        refused(calls.user(access(session)), 403, "session_not_found");
        refused(calls.refresh(session.get("refresh_token").asText()), 400, "refresh_token_not_found");
    }

    private void lives(JsonNode session) throws Exception {
        ok(calls.user(access(session)));
    }
}
