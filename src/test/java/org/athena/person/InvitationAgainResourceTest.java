package org.athena.person;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.time.Instant;

import org.assertj.core.api.Assertions;
import org.athena.testing.Api;
import org.athena.testing.ManagementPort;
import org.athena.testing.Schools;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;

/** An invitation that is sent again: what was mailed holds until the next mail is out, and the answer says why it is not. */
@QuarkusTest
class InvitationAgainResourceTest extends People {

    @AfterEach
    void limitsAsBefore() {
        supabase.mailLimits(Duration.ofMinutes(1), Integer.MAX_VALUE, Duration.ofHours(1));
    }

    @Test
    void theMailThatArrivedHoldsWhenTheNextOneIsTooSoon() {
        String email = email();
        add(email, "teacher")
                .then()
                .statusCode(201)
                .body("mail", equalTo("sent"))
                .body("mail_fault", nullValue());
        String first = secret(email);
        Response again = again(email);
        again.then()
                .statusCode(200)
                .body("invitation.mail", equalTo("waiting"))
                .body("invitation.mail_fault", equalTo("too_soon"))
                .body("invitation.mailed_at", notNullValue());
        Assertions.assertThat(Instant.parse(again.path("invitation.next_attempt_at")))
                .isBetween(Instant.now(), Instant.now().plusSeconds(61));
        present(person(email), email, first).then().statusCode(200).body("status", equalTo("active"));
    }

    @Test
    void theJobSendsWhatWasTooSoonAndThenTheFirstSecretIsVoid() {
        String email = email();
        add(email, "teacher");
        String first = secret(email);
        again(email).then().body("invitation.mail", equalTo("waiting"));
        supabase.mailLimits(Duration.ZERO, 1000, Duration.ofHours(1));
        aMinutePasses();
        present(person(email), email, first).then().statusCode(404);
        present(person(email), email, secret(email)).then().statusCode(200);
    }

    @Test
    void whatIsOverTheLimitWaitsAndIsSentLater() {
        supabase.mailLimits(Duration.ZERO, 0, Duration.ofHours(1));
        String email = email();
        add(email, "teacher")
                .then()
                .statusCode(201)
                .body("mail", equalTo("waiting"))
                .body("mail_fault", equalTo("limit"))
                .body("memberships[0].invitation.next_attempt_at", notNullValue());
        supabase.mailLimits(Duration.ZERO, 1000, Duration.ofHours(1));
        aMinutePasses();
        present(person(email), email, secret(email)).then().statusCode(200);
    }

    /** An expired invitation is a new one: nobody opens it by the mail that has expired. */
    @Test
    void theSecretOfAnExpiredInvitationStaysVoid() {
        String email = email();
        add(email, "teacher");
        String first = secret(email);
        Schools.change(
                "update athena.school_memberships m set expires_at = now() from athena.users u where u.id = m.user_id and u.email = ?",
                email);
        again(email).then().statusCode(200).body("invitation.mail", equalTo("waiting"));
        present(person(email), email, first).then().statusCode(404);
    }

    private void aMinutePasses() {
        Schools.change(
                "update athena.school_memberships set mail_due_at = now() where school_id = ? and mail = 'waiting'",
                schools.first().id());
        Schools.change(
                "update athena.due_work set due_at = now() where kind = 'invitations' and school_id = ?",
                schools.first().id());
        RestAssured.post(ManagementPort.url() + "/q/work").then().statusCode(200);
    }

    private Response again(String email) {
        return Api.as(schools.first(), "rector")
                .post(membershipPath(schools.first().id(), person(email)) + "/invitation");
    }
}
