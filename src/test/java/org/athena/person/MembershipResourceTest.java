package org.athena.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.athena.testing.Api;
import org.athena.testing.DatabaseResource;
import org.athena.testing.Schools;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** What people are in a school changes on the next request, and the last rector and superadmin stay. */
@QuarkusTest
class MembershipResourceTest extends People {

    @Test
    void rolesChangeOnTheNextRequestAndStaleChangesAreRefused() {
        UUID secretary = schools.first().person("secretary");
        String path = membershipPath(schools.first().id(), secretary);
        String before =
                Api.as(schools.first(), "rector").get(PATH + "/" + secretary).header("ETag");
        Api.as(schools.first(), "secretary").get("/api/v1/students").then().statusCode(200);
        Api.as(schools.first(), "rector")
                .header("If-Match", "\"0\"")
                .body("{\"roles\":[\"student\"]}")
                .patch(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("roles", contains("student"));
        Api.as(schools.first(), "rector")
                .header("If-None-Match", before)
                .get(PATH + "/" + secretary)
                .then()
                .statusCode(200)
                .body("memberships[0].roles", contains("student"));
        Api.as(schools.first(), "rector")
                .header("If-Match", before)
                .body("{\"full_name\":\"Somebody Else\"}")
                .patch(PATH + "/" + secretary)
                .then()
                .statusCode(412);
        Api.as(schools.first(), "secretary")
                .body("{}")
                .post("/api/v1/students")
                .then()
                .statusCode(403);
        Api.as(schools.first(), "rector")
                .header("If-Match", "\"0\"")
                .body("{\"roles\":[\"teacher\"]}")
                .patch(path)
                .then()
                .statusCode(412);
        Api.as(schools.first(), "rector").delete(path).then().statusCode(204);
        Api.as(schools.first(), "secretary")
                .get("/api/v1/students")
                .then()
                .statusCode(403)
                .body("code", equalTo("tenant.not_a_member"));
        Api.as(schools.first(), "rector")
                .body("{\"status\":\"invited\"}")
                .patch(path)
                .then()
                .statusCode(200);
        Api.as(secretary, null)
                .post(INVITATIONS + "/" + membership(schools.first().id(), secretary) + "/acceptance")
                .then()
                .statusCode(200);
        Api.as(schools.first(), "secretary").get("/api/v1/schools/me").then().statusCode(200);
    }

    @Test
    void switchingOffAndOnAgainDoesNotAcceptAnInvitationForSomebody() {
        UUID stranger = Schools.user("alone", "active");
        add(Schools.text("select email from athena.users where id = ?", stranger), "teacher")
                .then()
                .statusCode(201);
        String path = membershipPath(schools.first().id(), stranger);
        Api.as(schools.first(), "rector").delete(path).then().statusCode(204);
        Api.as(schools.first(), "rector")
                .body("{\"status\":\"active\"}")
                .patch(path)
                .then()
                .statusCode(409)
                .body("reason", equalTo("membership.invited"));
        Api.as(schools.first(), "rector")
                .body("{\"full_name\":\"Otro\"}")
                .patch(PATH + "/" + stranger)
                .then()
                .statusCode(403);
        Api.as(stranger, schools.first().id()).get("/api/v1/schools/me").then().statusCode(403);
    }

    @Test
    void twoRectorsWhoEndEachOtherAtOnceLeaveOne() throws Exception {
        UUID first = schools.first().person("rector");
        UUID second = Schools.user("rector", "active");
        UUID school = schools.first().id();
        Schools.member(school, second, "rector");
        String firstPath = membershipPath(school, first);
        String secondPath = membershipPath(school, second);
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            for (Future<Integer> ended : both.invokeAll(List.<Callable<Integer>>of(
                    () -> Api.as(first, school).delete(secondPath).statusCode(),
                    () -> Api.as(second, school).delete(firstPath).statusCode()))) {
                assertThat(ended.get()).isIn(204, 403, 409);
            }
        } finally {
            both.shutdown();
        }
        assertThat(Schools.count(
                        "athena.school_memberships where school_id = ? and status = 'active' and 'rector' = any(roles)",
                        school))
                .isEqualTo(1);
    }

    /** Whoever waits for a lock decides by what the other one left behind, not by what was there before. */
    @Test
    void aRectorWhoIsSwitchedOffMeanwhileIsNoRectorThatStays() throws Exception {
        UUID first = schools.first().person("rector");
        UUID second = Schools.user("rector", "active");
        UUID school = schools.first().id();
        Schools.member(school, second, "rector");
        String secondPath = membershipPath(school, second);
        ExecutorService both = Executors.newFixedThreadPool(2);
        try (Connection holder = DatabaseResource.owner()) {
            holder.setAutoCommit(false);
            lockMembers(holder, school);
            Future<Integer> off = both.submit(() -> Api.as(second, school)
                    .body("{\"status\":\"inactive\"}")
                    .patch(PATH + "/" + first)
                    .statusCode());
            await().until(() -> waiting() == 1);
            Future<Integer> ended =
                    both.submit(() -> Api.as(first, school).delete(secondPath).statusCode());
            await().until(() -> waiting() == 2);
            holder.commit();
            assertThat(off.get()).isEqualTo(200);
            assertThat(ended.get()).isEqualTo(409);
        } finally {
            both.shutdown();
        }
        assertThat(Schools.count(
                        "athena.school_memberships m join athena.users u on u.id = m.user_id"
                                + " where m.school_id = ? and athena.is_open(u.status, m.status, m.is_locked)"
                                + " and 'rector' = any(m.roles)",
                        school))
                .isEqualTo(1);
    }

    private static void lockMembers(Connection holder, UUID school) throws SQLException {
        try (PreparedStatement lock =
                holder.prepareStatement("select id from athena.school_memberships where school_id = ? for update")) {
            lock.setObject(1, school);
            lock.execute();
        }
    }

    private static int waiting() {
        return Schools.count("pg_stat_activity where wait_event_type = 'Lock'");
    }

    @Test
    void twoSuperadminsWhoUnmakeEachOtherAtOnceLeaveOne() throws Exception {
        UUID first = schools.superadmin();
        UUID second = Schools.create().superadmin();
        String body = "{\"is_superadmin\":false}";
        ExecutorService both = Executors.newFixedThreadPool(2);
        try (Connection holder = DatabaseResource.owner()) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("select pg_advisory_xact_lock(hashtext('athena.set_superadmin'))");
            List<Future<Response>> answers = List.of(
                    both.submit(() -> superadmin(first).body(body).patch(PATH + "/" + second)),
                    both.submit(() -> superadmin(second).body(body).patch(PATH + "/" + first)));
            await().until(() -> waiting() == 2);
            holder.commit();
            assertThat(List.of(
                            answers.get(0).get().statusCode(),
                            answers.get(1).get().statusCode()))
                    .containsExactlyInAnyOrder(200, 403);
        } finally {
            both.shutdown();
        }
        assertThat(Schools.count("athena.users where id in (?, ?) and is_superadmin", first, second))
                .isEqualTo(1);
    }

    @Test
    void aSuperadminDoesNotAddThemselves() {
        String email = Schools.text("select email from athena.users where id = ?", schools.superadmin());
        Api.asSuperadmin(schools, schools.first().id())
                .body(person(email, "rector"))
                .post(PATH)
                .then()
                .statusCode(403);
        assertThat(Schools.count("athena.school_memberships where user_id = ?", schools.superadmin()))
                .isZero();
    }

    @Test
    void thePlatformMakesAPersonAMemberOfASchool() {
        UUID teacher = schools.second().person("teacher");
        String path = PATH + "/" + teacher + "/memberships";
        Response created = Api.asSuperadmin(schools, schools.first().id())
                .body("{\"roles\":[\"rector\"]}")
                .post(path);
        created.then().statusCode(201).body("status", equalTo("invited"));
        Api.asSuperadmin(schools, null)
                .get(path)
                .then()
                .statusCode(200)
                .body("total", equalTo(2))
                .body("items", hasSize(2));
        Api.asSuperadmin(schools, schools.first().id())
                .body("{\"roles\":[\"rector\"]}")
                .post(path)
                .then()
                .statusCode(409)
                .body("reason", equalTo("membership.already_there"));
        Api.as(schools.first(), "rector")
                .body("{\"roles\":[\"teacher\"]}")
                .post(PATH + "/" + schools.second().person("student") + "/memberships")
                .then()
                .statusCode(404);
    }

    @Test
    void whatChangesNothingLeavesTheVersionAsItIs() {
        UUID secretary = schools.first().person("secretary");
        String path = membershipPath(schools.first().id(), secretary);
        for (String body : List.of("{}", "{\"roles\":[\"secretary\"],\"status\":\"active\"}")) {
            Api.as(schools.first(), "rector").body(body).patch(path).then().header("ETag", "\"0\"");
        }
        for (String body : List.of("{}", "{\"full_name\":\"Ana secretary\"}")) {
            Api.as(schools.first(), "rector")
                    .body(body)
                    .patch(PATH + "/" + secretary)
                    .then()
                    .statusCode(200)
                    .header("ETag", "\"1\"");
        }
        for (int i = 0; i < 2; i++) {
            Api.as(schools.first(), "rector").delete(path).then().statusCode(204);
            Api.as(schools.first(), "rector").get(path).then().header("ETag", "\"1\"");
        }
    }
}
