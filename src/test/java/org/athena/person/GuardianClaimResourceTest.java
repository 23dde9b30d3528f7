package org.athena.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.athena.testing.Api;
import org.athena.testing.Schools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** Nobody becomes a guardian's account by an e-mail that was wrong, or that they wrote themselves. */
@QuarkusTest
class GuardianClaimResourceTest extends SectionGuardians {

    @ParameterizedTest
    @ValueSource(strings = {"{\"email\":\"%s\"}", "{\"document_number\":\"99887766\",\"email\":\"%s\"}"})
    void aCorrectedGuardianEndsTheInvitationThatWentToSomebodyElse(String correction) {
        String wrong = email();
        UUID guardian = guardian(wrong, child);
        invite(false).then().body("invited", equalTo(1));
        work();
        UUID stranger = person(wrong);
        String secret = secret(wrong);
        String right = email();
        correct(guardian, correction.formatted(right));

        present(stranger, wrong, secret).then().statusCode(404);
        assertThat(membershipOf(stranger)).isEqualTo("inactive");
        assertThat(account(guardian)).isNull();
        invite(false).then().body("invited", equalTo(1)).body("invited_before", equalTo(0));
        work();
        present(person(right), right, secret(right)).then().statusCode(200);
        assertThat(account(guardian)).isEqualTo(person(right).toString());
    }

    @Test
    void aCorrectedDocumentEndsTheInvitationAsWell() {
        String email = email();
        UUID guardian = guardian(email, child);
        invite(false);
        work();
        String secret = secret(email);
        correct(guardian, "{\"document_number\":\"99887755\"}");
        present(person(email), email, secret).then().statusCode(404);
        correct(guardian, "{\"phone\":\"301 123 4567\"}");
        invite(false).then().body("invited", equalTo(1));
        work();
        secret = secret(email);
        correct(
                guardian,
                "{\"phone\":\"302 123 4567\",\"email\":\"" + email.toUpperCase(java.util.Locale.ROOT) + "\"}");
        present(person(email), email, secret).then().statusCode(200);
    }

    @Test
    void aMemberWhoWasAskedByMistakeStaysAMemberAndCanNoLongerAccept() {
        UUID teacher = schools.first().person("teacher");
        UUID guardian = guardian(email(teacher), child);
        invite(false, teacher).then().body("asked_members", equalTo(1));
        String claim = Api.as(teacher, null).get(INVITATIONS).path("items[0].id");
        correct(guardian, "{\"email\":\"" + email() + "\"}");
        Api.as(teacher, null).get(INVITATIONS).then().body("total", equalTo(0));
        Api.as(teacher, null)
                .post(INVITATIONS + "/" + claim + "/acceptance")
                .then()
                .statusCode(404);
        assertThat(membershipOf(teacher)).isEqualTo("active");
    }

    @Test
    void anInvitationIsNotSentAgainToAnEMailThatIsNotTheGuardians() {
        String wrong = email();
        UUID guardian = guardian(wrong, child);
        invite(false);
        correct(guardian, "{\"email\":\"" + email() + "\"}");
        Api.as(schools.first(), "rector")
                .post(membershipPath(school, person(wrong)) + "/invitation")
                .then()
                .statusCode(409)
                .body("reason", equalTo("invitation.guardian_email"));
    }

    @Test
    void whoIsInvitedAsATeacherLaterIsNotTheGuardianWhoseEMailWasCorrected() {
        String wrong = email();
        UUID guardian = guardian(wrong, child);
        invite(false);
        correct(guardian, "{\"email\":\"" + email() + "\"}");
        add(wrong, "teacher").then().statusCode(201);
        present(person(wrong), wrong, secret(wrong)).then().statusCode(200).body("roles", contains("teacher"));
        assertThat(account(guardian)).isNull();
    }

    @Test
    void whoWorksInTheSchoolIsAskedOnlyWhenTheRectorNamesThem() {
        UUID secretary = schools.first().person("secretary");
        UUID guardian = guardian(email(secretary), child);
        for (boolean dry : List.of(true, false)) {
            invite(dry)
                    .then()
                    .statusCode(200)
                    .body("asked_members", equalTo(0))
                    .body("members", hasSize(1))
                    .body("members[0].guardian_id", equalTo(guardian.toString()))
                    .body("members[0].full_name", equalTo("Eva Ruiz"))
                    .body("members[0].user_id", equalTo(secretary.toString()))
                    .body("members[0].member_name", equalTo("Ana secretary"))
                    .body("members[0].roles", contains("secretary"))
                    .body("members[0].children", contains("Ana Ruiz"))
                    .body("members[0].asked", equalTo(false));
        }
        Api.as(secretary, null).get(INVITATIONS).then().body("total", equalTo(0));
        invite(false, secretary, UUID.randomUUID())
                .then()
                .statusCode(400)
                .body("violations.field", contains("confirmed_members[1]"));
        invite(true, secretary).then().body("asked_members", equalTo(1)).body("members[0].asked", equalTo(true));
        invite(false, secretary).then().body("asked_members", equalTo(1));
        Api.as(secretary, null).get(INVITATIONS).then().body("items.guardian_name", contains("Eva Ruiz"));
    }

    @Test
    void whoIsInvitedToWorkInTheSchoolCountsAsWell() {
        String email = email();
        add(email, "teacher").then().statusCode(201);
        guardian(email, child);
        invite(false).then().body("invited", equalTo(0)).body("asked_members", equalTo(0));
        invite(false, person(email)).then().body("asked_members", equalTo(1));
    }

    @Test
    void requestsAtTheSameTimeCountEachInvitationOnce() throws Exception {
        for (int i = 0; i < 5; i++) {
            guardian(email(), child);
        }
        Callable<Response> one = () -> invite(false);
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            int invited = 0;
            for (var answer : threads.invokeAll(List.of(one, one, one))) {
                answer.get().then().statusCode(200);
                invited += answer.get().<Integer>path("invited");
            }
            assertThat(invited).isEqualTo(5);
        } finally {
            threads.shutdown();
        }
    }

    private String membershipOf(UUID person) {
        return Schools.text(
                "select status from athena.school_memberships where school_id = ? and user_id = ?", school, person);
    }
}
