package org.athena.platform.tenancy;

import static org.athena.testing.AuthServer.hs256;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

import org.athena.testing.AuthServer;
import org.athena.testing.Schools;
import org.athena.testing.SupabaseProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;

/** What may happen to somebody's session after their token was issued; the token itself stays good and is used before and after. */
@WithTestResource(AuthServer.class)
abstract class Revocations {

    SupabaseProject project;
    Schools schools;
    Schools.School school;
    UUID rector;
    UUID session;
    String token;

    @BeforeEach
    void signIn() throws SQLException {
        try (Connection superuser = project.superuser()) {
            schools = Schools.create(superuser);
        }
        school = schools.first();
        rector = school.person("rector");
        project.account(rector);
        session = project.signIn(rector);
        token = token(rector, session);
        ask(token).statusCode(200);
    }

    /** What is answered to somebody who was let in a moment ago. */
    abstract void assertEnded(ValidatableResponse answer);

    @Test
    void signedOut() throws SQLException {
        project.change("delete from auth.sessions where id = ?", session);
        assertEnded(ask(token));
    }

    @Test
    void banned() throws SQLException {
        project.change("update auth.users set banned_until = now() + interval '1 hour' where id = ?", rector);
        assertEnded(ask(token));
    }

    @Test
    void markedAsDeleted() throws SQLException {
        project.change("update auth.users set deleted_at = now() where id = ?", rector);
        assertEnded(ask(token));
    }

    @Test
    void theAccountIsGone() throws SQLException {
        project.change("delete from auth.users where id = ?", rector);
        assertEnded(ask(token));
    }

    @Test
    void pastTheEndOfTheSession() throws SQLException {
        project.change("update auth.sessions set not_after = now() - interval '1 second' where id = ?", session);
        assertEnded(ask(token));
    }

    @Test
    void theSessionOfSomebodyElse() throws SQLException {
        UUID teacher = school.person("teacher");
        project.account(teacher);
        assertEnded(ask(token(rector, project.signIn(teacher))));
    }

    @Test
    void aSessionThatNeverWas() {
        assertEnded(ask(token(rector, UUID.randomUUID())));
    }

    @Test
    void withoutASession() {
        assertEnded(ask(hs256().of(rector, claims -> claims.remove("session_id"))));
    }

    @Test
    void whatIsOverOrYetToComeEndsNothing() throws SQLException {
        project.change("update auth.users set banned_until = now() - interval '1 second' where id = ?", rector);
        project.change("update auth.sessions set not_after = now() + interval '1 hour' where id = ?", session);
        ask(token).statusCode(200);
    }

    static String token(UUID user, UUID session) {
        return hs256().of(user, claims -> claims.put("session_id", session.toString()));
    }

    static ValidatableResponse ask(String token) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + token)
                .get("/api/v1/auth/me")
                .then();
    }
}
