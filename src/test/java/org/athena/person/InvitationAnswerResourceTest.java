package org.athena.person;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.UUID;

import org.athena.testing.Api;
import org.athena.testing.Schools;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** An invitation is declined, ends after its term, and is sent again. */
@QuarkusTest
class InvitationAnswerResourceTest extends People {

    @Test
    void aPersonDeclinesAndTheSchoolIsToldAndMayInviteAgain() {
        UUID person = Schools.user("alone", "active");
        add(email(person), "teacher").then().statusCode(201);
        String path = membershipPath(schools.first().id(), person);
        String answer = INVITATIONS + "/" + membership(schools.first().id(), person);
        Api.as(person, null).post(answer + "/refusal").then().statusCode(200).body("status", equalTo("inactive"));
        Api.as(person, null).post(answer + "/refusal").then().statusCode(404);
        Api.as(person, null).post(answer + "/acceptance").then().statusCode(404);
        Api.as(schools.first(), "rector")
                .get(path)
                .then()
                .body("invitation.declined_at", notNullValue())
                .body("invitation.mail", nullValue());
        add(email(person), "secretary")
                .then()
                .statusCode(201)
                .body("memberships.roles", contains(List.of("secretary")))
                .body("memberships.status", contains("invited"));
        Api.as(person, null).post(answer + "/acceptance").then().statusCode(200).body("roles", contains("secretary"));
        Api.as(schools.first(), "rector").get(path).then().body("invitation", nullValue());
    }

    @Test
    void anInvitationEndsAfterItsTermAndIsSentAgain() {
        UUID person = Schools.user("alone", "active");
        add(email(person), "teacher").then().statusCode(201).body("memberships[0].invitation.expired", equalTo(false));
        Schools.change("update athena.school_memberships set expires_at = now() where user_id = ?", person);
        String path = membershipPath(schools.first().id(), person);
        String answer = INVITATIONS + "/" + membership(schools.first().id(), person) + "/acceptance";
        Api.as(schools.first(), "rector").get(path).then().body("invitation.expired", equalTo(true));
        Api.as(person, null).get(INVITATIONS).then().body("total", equalTo(0));
        Api.as(person, null).post(answer).then().statusCode(404);
        Api.as(schools.first(), "rector").post(path + "/invitation").then().statusCode(200);
        Api.as(person, null).get(INVITATIONS).then().body("total", equalTo(1));
        Api.as(person, null).post(answer).then().statusCode(200);
        Api.as(schools.first(), "rector")
                .post(path + "/invitation")
                .then()
                .statusCode(409)
                .body("reason", equalTo("membership.already_there"));
    }
}
