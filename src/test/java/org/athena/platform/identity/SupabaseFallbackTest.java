package org.athena.platform.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;

import org.athena.testing.AuthServer;
import org.athena.testing.AuthServer.Answer;
import org.athena.testing.DatabaseResource;
import org.athena.testing.Schools;
import org.athena.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** What each answer of Supabase means for a token that nothing here can decide. */
@QuarkusTest
@WithTestResource(DatabaseResource.class)
@WithTestResource(AuthServer.class)
class SupabaseFallbackTest {

    private final Tokens stranger =
            new Tokens(AuthServer.url() + "/auth/v1", "HS256", null, new SecretKeySpec(new byte[32], "HmacSHA256"));
    private UUID user;

    @BeforeEach
    void aUser() {
        user = Schools.create().first().person("teacher");
    }

    @Test
    void aUserThatSupabaseKnowsIsLetInAndNotAskedForAgain() {
        AuthServer.userAnswer = new Answer(200, null, "{\"id\":\"" + user + "\",\"role\":\"authenticated\"}");
        int before = AuthServer.USER_CALLS.get();
        String token = stranger.of(user);
        assertThat(status(token)).isEqualTo(200);
        assertThat(status(token)).isEqualTo(200);
        assertThat(AuthServer.USER_CALLS.get() - before).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "403, bad_jwt, 401",
        "403, session_not_found, 401",
        "403, user_banned, 401",
        "403, user_not_found, 401",
        "400, validation_failed, 401",
        "401, no_authorization, 503",
        "401, , 503",
        "403, , 503",
        "404, , 503",
        "429, over_request_rate_limit, 503",
        "302, , 503"
    })
    void onlyWhatSpeaksOfTheTokenMakesItBad(int status, String code, int expected) {
        AuthServer.userAnswer = new Answer(status, code, "{\"msg\":\"no\"}");
        assertThat(status(stranger.of(user))).isEqualTo(expected);
    }

    @Test
    void aBadTokenIsRememberedForAWhile() {
        AuthServer.userAnswer = new Answer(403, "session_not_found", "{}");
        int before = AuthServer.USER_CALLS.get();
        String token = stranger.of(user);
        assertThat(status(token)).isEqualTo(401);
        assertThat(status(token)).isEqualTo(401);
        assertThat(AuthServer.USER_CALLS.get() - before).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\":\"6f1c1a3e-7b0f-4a59-9d8a-0d5bd8b0a001\"} | 401",
                "{\"id\":\"%s\",\"banned_until\":\"2999-01-01T00:00:00Z\"} | 401",
                "{\"id\":\"%s\",\"banned_until\":\"2001-01-01T00:00:00Z\"} | 200",
                "{\"id\":\"%s\",\"deleted_at\":\"2001-01-01T00:00:00Z\"} | 401",
                "{\"id\":\"%s\",\"is_anonymous\":true} | 401",
                "<html>hello</html> | 503",
                "[] | 503"
            })
    void aUserObjectIsReadWithCare(String body, int expected) {
        AuthServer.userAnswer = new Answer(200, null, body.formatted(user));
        assertThat(status(stranger.of(user))).isEqualTo(expected);
    }

    private static int status(String token) {
        return given().header("Authorization", "Bearer " + token)
                .redirects()
                .follow(false)
                .get("/api/v1/auth/me")
                .statusCode();
    }
}
