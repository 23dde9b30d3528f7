package org.athena.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;

import java.util.List;
import java.util.UUID;

import org.athena.testing.Api;
import org.athena.testing.Schools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;

/** Who sees and changes whom: the limits of a rector, and the platform flag. */
@QuarkusTest
class UserResourceTest extends People {

    @Test
    void aSchoolListsItsOwnPeopleAndThePlatformEverybody() {
        Api.as(schools.first(), "rector")
                .get(PATH)
                .then()
                .statusCode(200)
                .body("total", equalTo(6))
                .body(
                        "items.memberships.flatten().school_id",
                        everyItem(equalTo(schools.first().id().toString())));
        Api.as(schools.first(), "rector")
                .queryParam("q", "ana TEACHER")
                .get(PATH)
                .then()
                .body("items.id", contains(schools.first().person("teacher").toString()));
        Api.asSuperadmin(schools, null)
                .queryParam("q", schools.second().person("rector").toString())
                .get(PATH)
                .then()
                .statusCode(200)
                .body("total", equalTo(1))
                .body("items[0].is_superadmin", equalTo(false));
        Api.as(schools.first(), "rector")
                .get(PATH + "/" + schools.second().person("rector"))
                .then()
                .statusCode(404);
        Api.as(schools.first(), "rector")
                .get(PATH + "/" + schools.second().person("rector") + "/memberships")
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"coordinator", "secretary", "teacher", "student", "acudiente"})
    void onlyARectorManagesPeople(String role) {
        Api.as(schools.first(), role)
                .get(PATH)
                .then()
                .statusCode(403)
                .body("required_permissions", hasItem("manage:users"));
        Api.as(schools.first(), role)
                .body(person(email(), "teacher"))
                .post(PATH)
                .then()
                .statusCode(403);
        Api.as(schools.first(), role)
                .body("{\"roles\":[\"rector\"]}")
                .patch(membershipPath(schools.first().id(), schools.first().person(role)))
                .then()
                .statusCode(403);
    }

    @Test
    void aRectorCannotMakeASuperadmin() {
        UUID teacher = schools.first().person("teacher");
        add(email(), "superadmin").then().statusCode(400).body("violations.field", contains("roles[0]"));
        Api.as(schools.first(), "rector")
                .body(
                        "{\"email\":\"a@example.org\",\"full_name\":\"A\",\"roles\":[\"teacher\"],\"is_superadmin\":true}")
                .post(PATH)
                .then()
                .statusCode(400)
                .body("violations.field", contains("is_superadmin"));
        Api.as(schools.first(), "rector")
                .body("{\"is_superadmin\":true}")
                .patch(PATH + "/" + teacher)
                .then()
                .statusCode(403);
        Api.as(schools.first(), "rector")
                .body("{\"roles\":[\"teacher\",\"superadmin\"]}")
                .patch(membershipPath(schools.first().id(), teacher))
                .then()
                .statusCode(400);
        assertThat(Schools.count("athena.users where id = ? and is_superadmin", teacher))
                .isZero();
    }

    @Test
    void aRectorCannotChangeTheAccountOfSomebodyWhoAlsoBelongsToAnotherSchool() {
        UUID shared = schools.first().person("teacher");
        Schools.member(schools.second().id(), shared, "teacher");
        for (String change : List.of("{\"full_name\":\"Otro\"}", "{\"status\":\"inactive\"}")) {
            Api.as(schools.first(), "rector")
                    .body(change)
                    .patch(PATH + "/" + shared)
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("auth.forbidden"));
        }
        Api.as(schools.first(), "rector")
                .body("{\"email\":\"otra@example.org\"}")
                .patch(PATH + "/" + shared)
                .then()
                .statusCode(403);
        Api.as(schools.first(), "rector")
                .body("{\"roles\":[\"coordinator\"]}")
                .patch(membershipPath(schools.first().id(), shared))
                .then()
                .statusCode(200);
        Api.as(schools.second(), "teacher").get("/api/v1/schools/me").then().statusCode(200);
    }

    @Test
    void aRectorCannotTouchAMembershipInAnotherSchool() {
        UUID shared = schools.first().person("teacher");
        Schools.member(schools.second().id(), shared, "teacher");
        String path = membershipPath(schools.second().id(), shared);
        Api.as(schools.first(), "rector").get(path).then().statusCode(404);
        Api.as(schools.first(), "rector")
                .body("{\"roles\":[\"rector\"]}")
                .patch(path)
                .then()
                .statusCode(404);
        Api.as(schools.first(), "rector").delete(path).then().statusCode(404);
        Api.as(schools.first(), "rector")
                .get(PATH + "/" + shared + "/memberships")
                .then()
                .body("items.school_id", contains(schools.first().id().toString()));
        assertThat(Schools.text(
                        "select status || roles::text from athena.school_memberships where id = ?",
                        membership(schools.second().id(), shared)))
                .isEqualTo("active{teacher}");
    }

    @Test
    void nobodyChangesTheAccountOfSomebodyWhoHasNotAcceptedYet() {
        UUID elsewhere = Schools.user("alone", "active");
        add(Schools.text("select email from athena.users where id = ?", elsewhere), "teacher")
                .then()
                .statusCode(201);
        for (String change : List.of("{\"status\":\"inactive\"}", "{\"full_name\":\"Otro\",\"status\":\"inactive\"}")) {
            Api.as(schools.first(), "rector")
                    .body(change)
                    .patch(PATH + "/" + elsewhere)
                    .then()
                    .statusCode(403);
        }
        Api.as(schools.first(), "rector")
                .body("{\"status\":\"active\"}")
                .patch(membershipPath(schools.first().id(), elsewhere))
                .then()
                .statusCode(409)
                .body("reason", equalTo("membership.invited"));
    }

    @Test
    void nobodyChangesTheirOwnMembershipOrAccount() {
        UUID rector = schools.first().person("rector");
        String path = membershipPath(schools.first().id(), rector);
        Api.as(schools.first(), "rector")
                .body("{\"roles\":[\"teacher\"]}")
                .patch(path)
                .then()
                .statusCode(403);
        Api.as(schools.first(), "rector").delete(path).then().statusCode(403);
        Api.as(schools.first(), "rector")
                .body("{\"status\":\"inactive\"}")
                .patch(PATH + "/" + rector)
                .then()
                .statusCode(403);
    }

    @Test
    void aSchoolKeepsAnActiveRector() {
        UUID rector = schools.first().person("rector");
        String path = membershipPath(schools.first().id(), rector);
        Api.asSuperadmin(schools, null)
                .body("{\"roles\":[\"teacher\"]}")
                .patch(path)
                .then()
                .statusCode(409)
                .body("reason", equalTo("membership.last_rector"));
        Api.asSuperadmin(schools, null).delete(path).then().statusCode(409);
        Api.asSuperadmin(schools, null)
                .body("{\"status\":\"inactive\"}")
                .patch(PATH + "/" + rector)
                .then()
                .statusCode(409);
        UUID second = Schools.user("rector", "active");
        Schools.member(schools.first().id(), second, "rector");
        Api.as(second, schools.first().id()).delete(path).then().statusCode(204);
        Api.as(rector, null).get("/api/v1/schools/me").then().statusCode(403);
        Api.asSuperadmin(schools, null)
                .delete(membershipPath(schools.first().id(), second))
                .then()
                .statusCode(409);
    }

    @Test
    void aSuperadminWithASecondFactorMakesAndUnmakesAnother() {
        UUID teacher = schools.first().person("teacher");
        Api.asSuperadmin(schools, null)
                .body("{\"is_superadmin\":true}")
                .patch(PATH + "/" + teacher)
                .then()
                .statusCode(200)
                .body("is_superadmin", equalTo(true));
        assertThat(Schools.count(
                        "athena.audit_log where entity_id = ? and actor_id = ? and changes ?? 'is_superadmin'",
                        teacher.toString(),
                        schools.superadmin()))
                .isEqualTo(1);
        Api.asSuperadmin(schools, null)
                .body("{\"is_superadmin\":false}")
                .patch(PATH + "/" + teacher)
                .then()
                .statusCode(200)
                .body("is_superadmin", equalTo(false));
        Api.asSuperadmin(schools, null)
                .body("{\"is_superadmin\":false}")
                .patch(PATH + "/" + schools.superadmin())
                .then()
                .statusCode(403);
    }
}
