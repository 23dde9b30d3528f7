package org.athena.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.athena.testing.Api;
import org.athena.testing.Schools;
import org.athena.testing.Schools.School;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** A school that switches an account off locks the person out of that school, and neither school learns anything of the other. */
@QuarkusTest
class LockedAccountResourceTest extends People {

    private static final String OFF = "{\"status\":\"inactive\"}";
    private static final String ON = "{\"status\":\"active\"}";

    private School locking;
    private School inviting;
    private UUID person;

    @BeforeEach
    void aTeacherOfOneSchool() {
        locking = schools.first();
        inviting = schools.second();
        person = locking.person("teacher");
        supabase.account(person, email(person), PASSWORD);
        supabase.mailLimits(Duration.ZERO, 1000, Duration.ofHours(1));
    }

    private void invite(UUID invited) {
        Api.as(inviting, "rector")
                .body(person(email(invited), "secretary"))
                .post(PATH)
                .then()
                .statusCode(201);
    }

    private Response change(School school, String change) {
        return Api.as(school, "rector").body(change).patch(PATH + "/" + person);
    }

    private Response platform(String change) {
        return Api.asSuperadmin(schools, null).body(change).patch(PATH + "/" + person);
    }

    private Response endMembership() {
        return Api.as(locking, "rector").delete(membershipPath(locking.id(), person));
    }

    private Response accept() {
        return Api.as(person, null).post(INVITATIONS + "/" + membership(inviting.id(), person) + "/acceptance");
    }

    private Response me() {
        return Api.as(person, null).get("/api/v1/auth/me");
    }

    private static String shown(School school, UUID of) {
        return Api.as(school, "rector").get(PATH + "/" + of).asString();
    }

    private void assertLockedOut() {
        me().then().statusCode(403).body("code", equalTo("auth.user_inactive"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoIsInvitedElsewhereAcceptsAndWorksThere(boolean ended) {
        invite(person);
        change(locking, OFF).then().statusCode(200).body("status", equalTo("inactive"));
        if (ended) {
            endMembership().then().statusCode(204);
        }
        me().then().statusCode(200).body("memberships", equalTo(List.of()));
        Api.as(person, locking.id())
                .get("/api/v1/schools/me")
                .then()
                .statusCode(403)
                .body("code", equalTo("tenant.not_a_member"));
        Api.as(person, null).get("/api/v1/auth/schools").then().body("total", equalTo(0));
        Api.as(person, null).get(INVITATIONS).then().body("total", equalTo(1));
        accept().then().statusCode(200).body("status", equalTo("active"));
        Api.as(person, inviting.id()).get("/api/v1/schools/me").then().statusCode(200);
        Api.as(person, null)
                .get("/api/v1/auth/schools")
                .then()
                .body("items.id", contains(inviting.id().toString()));
        Api.as(person, locking.id()).get("/api/v1/schools/me").then().statusCode(403);
        Api.as(inviting, "rector").get(PATH + "/" + person).then().body("status", equalTo("active"));
        Api.as(locking, "rector").get(PATH + "/" + person).then().body("status", equalTo("inactive"));
    }

    @Test
    void theSchoolLiftsItsLockAlsoOfSomebodyWhoIsElsewhereNow() {
        invite(person);
        change(locking, OFF);
        accept().then().statusCode(200);
        change(locking, "{\"status\":\"active\",\"full_name\":\"Otro\"}").then().statusCode(403);
        change(locking, ON).then().statusCode(200).body("status", equalTo("active"));
        change(locking, OFF).then().statusCode(403);
        Api.as(person, locking.id()).get("/api/v1/schools/me").then().statusCode(200);
    }

    @Test
    void whoBelongsNowhereElseIsLockedOut() {
        change(locking, OFF).then().statusCode(200);
        assertLockedOut();
        endMembership().then().statusCode(204);
        assertLockedOut();
        invite(person);
        me().then().statusCode(200);
        Schools.change(
                "update athena.school_memberships set expires_at = now() where id = ?",
                membership(inviting.id(), person));
        assertLockedOut();
    }

    @Test
    void theLockIsLiftedByTheSchoolAndByANewInvitationOfIt() {
        change(locking, OFF);
        change(locking, ON).then().statusCode(200).body("status", equalTo("active"));
        me().then()
                .statusCode(200)
                .body("memberships.school_id", contains(locking.id().toString()));
        change(locking, OFF);
        endMembership();
        add(email(person), "secretary").then().statusCode(201).body("status", equalTo("active"));
        Api.as(person, null)
                .post(INVITATIONS + "/" + membership(locking.id(), person) + "/acceptance")
                .then()
                .statusCode(200);
    }

    /** The same person and requests, once with an invitation of the other school and once without. */
    @Test
    void theLockingSchoolSeesTheSameWithAndWithoutAnInvitationOfAnother() {
        String without = seenBy(locking.person("teacher"), false);
        assertThat(seenBy(locking.person("secretary"), true)).isEqualTo(without);
    }

    private String seenBy(UUID of, boolean invited) {
        person = of;
        supabase.account(person, email(person), PASSWORD);
        if (invited) {
            invite(person);
        }
        int lines = lines(locking);
        Stream<String> answers = Stream.of(
                change(locking, OFF).asString(),
                shown(locking, person),
                change(locking, OFF).asString(),
                Api.as(locking, "rector")
                        .queryParam("q", email(person))
                        .get(PATH)
                        .asString(),
                change(locking, ON).asString(),
                change(locking, OFF).asString(),
                String.valueOf(endMembership().statusCode()),
                shown(locking, person),
                change(locking, ON).asString());
        String membership = membership(locking.id(), person).toString();
        String all = String.join("\n", answers.toList()) + (lines(locking) - lines);
        return all.replace(email(person), "the e-mail")
                .replace(person.toString(), "the person")
                .replace(membership, "the membership")
                .replaceAll("Ana (teacher|secretary)", "the name")
                .replaceAll("\"roles\":\\[[^]]*]", "the roles")
                .replaceAll("\"request_id\":\"[^\"]*\"", "");
    }

    private static int lines(School school) {
        return Schools.count("athena.audit_log where school_id = ?", school.id());
    }

    @Test
    void theInvitingSchoolSeesTheSameWithAndWithoutALock() {
        invite(person);
        String before = shown(inviting, person);
        int lines = lines(inviting);
        change(locking, OFF);
        assertThat(lines(inviting)).isEqualTo(lines);
        assertThat(shown(inviting, person)).isEqualTo(before);
        accept().then().statusCode(200);
        String member = shown(inviting, person);
        assertThat(member).contains("\"status\":\"active\"");
        change(locking, ON).then().statusCode(200);
        assertThat(shown(inviting, person)).isEqualTo(member);
    }

    @Test
    void theLocksOfTwoSchoolsStayApart() {
        invite(person);
        change(locking, OFF);
        endMembership();
        accept();
        String former = shown(locking, person);
        change(inviting, OFF).then().statusCode(200).body("status", equalTo("inactive"));
        assertLockedOut();
        assertThat(shown(locking, person)).isEqualTo(former);
        change(inviting, ON).then().statusCode(200).body("status", equalTo("active"));
        assertThat(shown(locking, person)).isEqualTo(former);
        me().then().statusCode(200);
    }

    @Test
    void thePlatformSeesTheLockAndLiftsIt() {
        change(locking, OFF);
        Api.asSuperadmin(schools, null).get(PATH + "/" + person).then().body("status", equalTo("inactive"));
        platform(ON).then().statusCode(200).body("status", equalTo("active"));
        me().then().statusCode(200);
        Api.as(locking, "rector").get(PATH + "/" + person).then().body("status", equalTo("active"));
    }

    @Test
    void whoIsSwitchedOffByThePlatformIsSoEverywhere() {
        invite(person);
        change(locking, OFF);
        platform(OFF).then().statusCode(200).body("status", equalTo("inactive"));
        assertLockedOut();
        change(locking, ON).then().statusCode(403);
        assertLockedOut();
        platform(ON).then().statusCode(200).body("status", equalTo("active"));
        me().then()
                .statusCode(200)
                .body("memberships.school_id", contains(locking.id().toString()));
    }

    @Test
    void theSecretOfAnotherMailboxOpensTheSchoolThatSentItAndNotTheOneThatLocks() {
        String elsewhere = email();
        Api.as(inviting, "rector")
                .body(person(elsewhere, "teacher"))
                .post(PATH)
                .then()
                .statusCode(201);
        String here = email();
        add(here, "secretary").then().statusCode(201);
        change(locking, OFF);
        present(person, email(person), secret(here)).then().statusCode(404);
        present(person, email(person), secret(elsewhere)).then().statusCode(200);
        present(person, email(person), secret(here)).then().statusCode(404);
        Api.as(person, inviting.id()).get("/api/v1/schools/me").then().statusCode(200);
        Api.as(person, locking.id()).get("/api/v1/schools/me").then().statusCode(403);
    }
}
