package org.athena.platform.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.athena.testing.AuthServer;
import org.athena.testing.AuthServer.Answer;
import org.athena.testing.DatabaseResource;
import org.athena.testing.Schools;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** What Supabase said is remembered for a while, good or bad; what each answer means is in {@link SupabaseCases}. */
@QuarkusTest
@WithTestResource(DatabaseResource.class)
@WithTestResource(AuthServer.class)
class SupabaseFallbackTest {

    private UUID user;

    @BeforeEach
    void aUser() {
        user = Schools.create().first().person("teacher");
    }

    @AfterEach
    void restore() {
        AuthServer.reset();
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

    private static int status(String token) {
        return given().header("Authorization", "Bearer " + token)
                .get("/api/v1/auth/me")
                .statusCode();
    }
}
