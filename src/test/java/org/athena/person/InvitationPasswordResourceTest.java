package org.athena.person;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.athena.testing.AuthServer;
import org.athena.testing.Schools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** Whoever signed up with an e-mail that is not theirs does not stay in the account once its owner accepts. */
@QuarkusTest
class InvitationPasswordResourceTest extends People {

    private static final String CHOSEN = "otra-clave-larga";

    @Test
    void thePasswordOfAnEarlierSignUpEndsWithTheAcceptance() {
        String email = email();
        UUID account = UUID.randomUUID();
        supabase.account(account, email, PASSWORD);
        String session =
                signIn(email, PASSWORD).then().statusCode(200).extract().path("refresh_token");
        add(email, "teacher").then().statusCode(201);

        byMail(account, email, null)
                .then()
                .statusCode(400)
                .body("violations.field", contains("password"))
                .body("violations[0].message", containsString("replaces any password that somebody else chose"));
        assertThat(Schools.count("athena.users where id = ?", account)).isZero();
        signIn(email, PASSWORD).then().statusCode(200);

        byMail(account, email, CHOSEN).then().statusCode(200).body("status", equalTo("active"));
        signIn(email, PASSWORD).then().statusCode(400);
        signIn(email, CHOSEN).then().statusCode(200);
        refresh(session).then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "corta",
                "ññññññññññññññññññññññññññññññññññññññ",
                "0123456789012345678901234567890123456789012345678901234567890123456789012"
            })
    void aPasswordHas8To72Bytes(String password) {
        String email = email();
        UUID account = UUID.randomUUID();
        supabase.account(account, email, PASSWORD);
        add(email, "teacher").then().statusCode(201);
        Response answer = byMail(account, email, password);
        answer.then().statusCode(400).body("violations.field", contains("password"));
        assertThat(answer.asString()).doesNotContain(password);
        signIn(email, PASSWORD).then().statusCode(200);
    }

    @Test
    void whoIsKnownOrSignedInWithAPasswordNeedsNone() {
        String email = email();
        UUID account = UUID.randomUUID();
        supabase.account(account, email, PASSWORD);
        add(email, "teacher").then().statusCode(201);
        present(account, email, secret(email)).then().statusCode(200);
        UUID known = schools.second().person("teacher");
        String other = email();
        add(other, "teacher").then().statusCode(201);
        byMail(known, email(known), other, null).then().statusCode(200);
        signIn(email, PASSWORD).then().statusCode(200);
    }

    @Test
    void aWrongSecretDoesNotChangeAPassword() {
        String email = email();
        UUID account = UUID.randomUUID();
        supabase.account(account, email, PASSWORD);
        token(account, email)
                .body("{\"secret\":\"AAAAAAAAAAAAAAAAAAAAAA\",\"password\":\"" + CHOSEN + "\"}")
                .post(INVITATIONS + "/acceptance")
                .then()
                .statusCode(404);
        signIn(email, PASSWORD).then().statusCode(200);
    }

    @Test
    void nothingIsTakenWhenSupabaseDoesNotSetThePassword() {
        String email = email();
        UUID account = UUID.randomUUID();
        supabase.account(account, email, PASSWORD);
        add(email, "teacher").then().statusCode(201);
        supabase.fail("PUT /auth/v1/admin/users/" + account);
        byMail(account, email, CHOSEN).then().statusCode(503);
        assertThat(Schools.count("athena.users where id = ?", account)).isZero();
        byMail(account, email, CHOSEN).then().statusCode(200);
    }

    private Response byMail(UUID account, String email, String password) {
        return byMail(account, email, email, password);
    }

    private Response byMail(UUID account, String email, String invited, String password) {
        String more = password == null ? "" : ",\"password\":\"" + password + "\"";
        return token(account, email)
                .body("{\"secret\":\"" + secret(invited) + "\"" + more + "}")
                .post(INVITATIONS + "/acceptance");
    }

    private static io.restassured.specification.RequestSpecification token(UUID account, String email) {
        return given().header(
                        "Authorization",
                        "Bearer "
                                + AuthServer.hs256().of(account, claims -> {
                                    claims.put("email", email);
                                    claims.put("amr", List.of(Map.of("method", "otp", "timestamp", 1)));
                                }))
                .contentType("application/json");
    }

    private Response signIn(String email, String password) {
        return given().header("apikey", supabase.anonKey())
                .contentType("application/json")
                .body("{\"email\":\"" + email + "\",\"password\":\"" + password + "\"}")
                .post(supabase.url() + "/auth/v1/token?grant_type=password");
    }

    private Response refresh(String token) {
        return given().header("apikey", supabase.anonKey())
                .contentType("application/json")
                .body("{\"refresh_token\":\"" + token + "\"}")
                .post(supabase.url() + "/auth/v1/token?grant_type=refresh_token");
    }
}
