package org.athena.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.athena.testing.Api;
import org.athena.testing.Schools;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** Whoever is signed in and presents the secret of a mail accepts the invitation. */
@QuarkusTest
class InvitationSecretResourceTest extends People {

    @Test
    void anAccountThatOnlySupabaseKnowsIsBoundByTheSecretAndNotByItsEMail() {
        String email = email();
        UUID stranger = UUID.randomUUID();
        supabase.account(stranger, email, PASSWORD);
        Response added = add(email, "teacher");
        added.then().statusCode(201).body("mail", equalTo("sent"));
        UUID pending = UUID.fromString(added.path("id"));
        assertThat(pending).isNotEqualTo(stranger);
        assertThat(Schools.text("select status from athena.users where id = ?", pending))
                .isEqualTo("pending");
        Api.as(stranger, null).get("/api/v1/auth/me").then().statusCode(403).body("code", equalTo("auth.user_unknown"));

        present(stranger, email, secret(email))
                .then()
                .statusCode(200)
                .body("status", equalTo("active"))
                .body("user_id", equalTo(stranger.toString()))
                .body("roles", contains("teacher"));
        Api.as(stranger, null)
                .get("/api/v1/auth/me")
                .then()
                .statusCode(200)
                .body("email", equalTo(email))
                .body("full_name", equalTo("Nueva Persona"));
        assertThat(Schools.count("athena.users where id = ?", pending)).isZero();
    }

    @Test
    void aSecretWorksOnceAndEveryOtherIsAnsweredLikeOneThatNeverWas() {
        String used = invited();
        String expired = invited();
        String withdrawn = invited();
        String older = invited();
        Schools.change(
                "update athena.school_memberships m set expires_at = now() from athena.users u where u.id = m.user_id and u.email = ?",
                expired);
        Api.as(schools.first(), "rector")
                .delete(membershipPath(schools.first().id(), person(withdrawn)))
                .then()
                .statusCode(204);
        String before = secret(older);
        supabase.mailLimits(java.time.Duration.ZERO, 1000, java.time.Duration.ofHours(1));
        again(older).then().statusCode(200).body("invitation.mail", equalTo("sent"));
        present(person(used), used, secret(used)).then().statusCode(200);
        Map<String, Object> never = problem(present(person(used), used, "AAAAAAAAAAAAAAAAAAAAAA"));
        for (String secret : List.of(secret(used), secret(expired), secret(withdrawn), before)) {
            assertThat(problem(present(UUID.randomUUID(), email(), secret))).isEqualTo(never);
        }
        present(person(older), older, secret(older)).then().statusCode(200);
    }

    @Test
    void somebodyWhoIsKnownTakesTheInvitationAndKeepsTheirProfile() {
        String email = invited();
        UUID typed = person(email);
        UUID elsewhere = schools.second().person("teacher");
        present(elsewhere, email(elsewhere), secret(email))
                .then()
                .statusCode(200)
                .body("user_id", equalTo(elsewhere.toString()));
        Api.as(elsewhere, schools.first().id())
                .get("/api/v1/auth/me")
                .then()
                .statusCode(200)
                .body("full_name", equalTo("Ana teacher"))
                .body("memberships", hasSize(2));
        assertThat(Schools.count("athena.school_memberships where user_id = ?", typed))
                .isZero();
    }

    @Test
    void aMemberOfTheSchoolDoesNotGetASecondMembership() {
        String email = invited();
        UUID member = schools.first().person("secretary");
        present(member, email(member), secret(email))
                .then()
                .statusCode(409)
                .body("reason", equalTo("membership.already_there"));
        present(person(email), email, secret(email)).then().statusCode(200);
    }

    @Test
    void whoWasRemovedComesBackByTheSecretUnderAnotherEMail() {
        UUID removed = schools.first().person("secretary");
        Api.as(schools.first(), "rector")
                .delete(membershipPath(schools.first().id(), removed))
                .then()
                .statusCode(204);
        String email = invited();
        UUID typed = person(email);
        present(removed, email(removed), secret(email))
                .then()
                .statusCode(200)
                .body("status", equalTo("active"))
                .body("roles", contains("teacher"));
        assertThat(Schools.text("select status from athena.school_memberships where user_id = ?", typed))
                .isEqualTo("inactive");
    }

    /** Otherwise the other school could see that the person has joined this one. */
    @Test
    void whatAnotherSchoolOfferedToTheEMailStaysUntilItsOwnSecretIsPresented() {
        String email = email();
        UUID stranger = UUID.randomUUID();
        supabase.account(stranger, email, PASSWORD);
        supabase.mailLimits(java.time.Duration.ZERO, 1000, java.time.Duration.ofHours(1));
        UUID typed = invitedElsewhere(email);
        String elsewhere = secret(email);
        add(email, "teacher").then().statusCode(201);
        String before = elsewhere(typed);
        present(stranger, email, secret(email)).then().statusCode(200);

        assertThat(elsewhere(typed)).isEqualTo(before);
        assertThat(Schools.count(
                        "athena.audit_log where school_id = ? and (actor_id = ? or changes::text like '%' || ? || '%')",
                        schools.second().id(), stranger, stranger.toString()))
                .isZero();
        Api.as(schools.second(), "rector")
                .body(person(email, "secretary"))
                .post(PATH)
                .then()
                .statusCode(409)
                .body("reason", equalTo("membership.already_there"));
        present(stranger, email, elsewhere)
                .then()
                .statusCode(200)
                .body("user_id", equalTo(stranger.toString()))
                .body("roles", contains("secretary"));
    }

    @Test
    void aSchoolThatTookItsInvitationBackDoesNotLearnThatThePersonJoinedAnother() {
        String email = email();
        UUID stranger = UUID.randomUUID();
        supabase.account(stranger, email, PASSWORD);
        supabase.mailLimits(java.time.Duration.ZERO, 1000, java.time.Duration.ofHours(1));
        UUID typed = invitedElsewhere(email);
        Api.as(schools.second(), "rector")
                .delete(membershipPath(schools.second().id(), typed))
                .then()
                .statusCode(204);
        String before = elsewhere(typed);
        add(email, "teacher").then().statusCode(201);
        present(stranger, email, secret(email)).then().statusCode(200);
        assertThat(elsewhere(typed)).isEqualTo(before);
        Api.as(stranger, schools.first().id())
                .get("/api/v1/auth/me")
                .then()
                .statusCode(200)
                .body("email", equalTo(email));
    }

    @Test
    void somebodyWhoOnlyWaitsForAnEMailDoesNotKeepTheAccountFromOtherInvitations() {
        String email = email();
        UUID account = UUID.randomUUID();
        supabase.account(account, email, PASSWORD);
        UUID typed = invitedElsewhere(email);
        String before = elsewhere(typed);
        String other = invited();
        present(account, email, secret(other)).then().statusCode(200);
        Api.as(account, schools.first().id())
                .get("/api/v1/auth/me")
                .then()
                .statusCode(200)
                .body("email", equalTo(email));
        assertThat(elsewhere(typed)).isEqualTo(before);
        present(account, email, secret(email)).then().statusCode(200);
    }

    @Test
    void twoSecretsOfOneSchoolAtOnceMakeOneMembership() throws Exception {
        UUID account = UUID.randomUUID();
        String email = email();
        supabase.account(account, email, PASSWORD);
        List<Callable<Response>> both = List.of(
                () -> present(account, email, secret(invited())), () -> present(account, email, secret(invited())));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Response> answers = new ArrayList<>();
            for (var answer : threads.invokeAll(both)) {
                answers.add(answer.get());
            }
            answers.sort(Comparator.comparing(Response::statusCode));
            answers.get(0).then().statusCode(200);
            answers.get(1).then().statusCode(409).body("reason", equalTo("membership.already_there"));
        } finally {
            threads.shutdown();
        }
    }

    private UUID invitedElsewhere(String email) {
        return UUID.fromString(Api.as(schools.second(), "rector")
                .body(person(email, "secretary"))
                .post(PATH)
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    /** What the other school sees of the person, and what stands in its log. */
    private String elsewhere(UUID person) {
        return Api.as(schools.second(), "rector").get(PATH + "/" + person).asString()
                + Schools.text(
                        "select count(*)::text from athena.audit_log where school_id = ?",
                        schools.second().id());
    }

    /** The secret was sent to one mailbox, and another account shows it: what other schools sent to that mailbox stays there. */
    @Test
    void anotherAccountTakesThatInvitationAlone() {
        String email = email();
        supabase.account(UUID.randomUUID(), email, PASSWORD);
        supabase.mailLimits(java.time.Duration.ZERO, 1000, java.time.Duration.ofHours(1));
        Api.as(schools.second(), "rector")
                .body(person(email, "secretary"))
                .post(PATH)
                .then()
                .statusCode(201);
        UUID pending = person(email);
        add(email, "teacher").then().statusCode(201);
        UUID other = UUID.randomUUID();
        present(other, email(), secret(email)).then().statusCode(200);
        Api.as(other, null).get(INVITATIONS).then().body("total", equalTo(0));
        assertThat(Schools.count("athena.school_memberships where user_id = ?", pending))
                .isEqualTo(1);
    }

    @Test
    void whoIsSwitchedOffTakesNothing() {
        String email = invited();
        UUID off = Schools.user("off", "inactive");
        present(off, email(off), secret(email)).then().statusCode(403).body("code", equalTo("auth.user_inactive"));
    }

    @Test
    void withoutATokenTheSecretIsWorthNothing() {
        io.restassured.RestAssured.given()
                .contentType("application/json")
                .body("{\"secret\":\"" + secret(invited()) + "\"}")
                .post(INVITATIONS + "/acceptance")
                .then()
                .statusCode(401);
    }

    private String invited() {
        String email = email();
        add(email, "teacher").then().statusCode(201);
        return email;
    }

    private Response again(String email) {
        return Api.as(schools.first(), "rector")
                .post(membershipPath(schools.first().id(), person(email)) + "/invitation");
    }

    private static Map<String, Object> problem(Response answer) {
        answer.then().statusCode(404);
        Map<String, Object> problem = answer.jsonPath().getMap("");
        problem.remove("request_id");
        return problem;
    }
}
