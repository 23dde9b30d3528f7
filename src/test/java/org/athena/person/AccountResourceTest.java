package org.athena.person;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.athena.testing.Api;
import org.athena.testing.AuthServer;
import org.athena.testing.Installation;
import org.athena.testing.Schools;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
@WithTestResource(Installation.class)
class AccountResourceTest {

    private Schools schools;

    @BeforeEach
    void twoSchools() {
        schools = Schools.create();
    }

    @Test
    void aMemberSeesTheirProfileAndPermissions() {
        UUID secretary = schools.first().person("secretary");
        me(AuthServer.hs256().of(secretary), schools.first().id())
                .statusCode(200)
                .header("X-School-Id", schools.first().id().toString())
                .header("Cache-Control", "no-store")
                .body("id", equalTo(secretary.toString()))
                .body("school_id", equalTo(schools.first().id().toString()))
                .body("permissions", hasItem("write:enrollment"))
                .body("memberships", hasSize(1))
                .body("memberships[0].roles", equalTo(List.of("secretary")));
    }

    @Test
    void publishedKeysServeAsWellAsTheSecret() {
        UUID teacher = schools.first().person("teacher");
        me(AuthServer.es256().of(teacher), null).statusCode(200);
        me(AuthServer.rs256().of(teacher), null).statusCode(200);
    }

    @Test
    void anotherSchoolAndOneThatNeverExistedAreRefusedAlike() {
        String token = AuthServer.hs256().of(schools.first().person("rector"));
        String other = body(me(token, schools.second().id()).statusCode(403));
        String never = body(me(token, UUID.randomUUID()).statusCode(403));
        assertThat(other).contains("tenant.not_a_member").isEqualTo(never);
    }

    @Test
    void aSchoolIdThatIsNoUuidIsNamed() {
        given().header(
                        "Authorization",
                        "Bearer " + AuthServer.hs256().of(schools.first().person("rector")))
                .header("X-School-Id", "1-1-1-1-1")
                .get("/api/v1/auth/me")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("tenant.invalid_school_id"))
                .body("type", equalTo("https://athena-erp.org/problems/tenant.invalid_school_id"))
                .body("instance", equalTo("/api/v1/auth/me"))
                .body("violations[0].field", equalTo("X-School-Id"));
    }

    @Test
    void twoDifferentSchoolsInOneRequestAreRefused() {
        given().header(
                        "Authorization",
                        "Bearer " + AuthServer.hs256().of(schools.first().person("rector")))
                .header("X-School-Id", schools.first().id(), schools.second().id())
                .get("/api/v1/auth/me")
                .then()
                .statusCode(400)
                .body("code", equalTo("tenant.invalid_school_id"));
    }

    @Test
    void anUnknownAccountIsToldSo() {
        me(AuthServer.hs256().of(UUID.randomUUID()), null).statusCode(403).body("code", equalTo("auth.user_unknown"));
    }

    @Test
    void whoIsSwitchedOffIsRefusedOnTheNextRequest() {
        UUID teacher = schools.first().person("teacher");
        String token = AuthServer.es256().of(teacher);
        me(token, null).statusCode(200);
        Schools.change("update athena.users set status = 'inactive' where id = ?", teacher);
        me(token, null).statusCode(403).body("code", equalTo("auth.user_inactive"));
    }

    @Test
    void aMembershipThatEndsEndsItsSchoolOnTheNextRequest() {
        UUID teacher = schools.first().person("teacher");
        String token = AuthServer.hs256().of(teacher);
        me(token, schools.first().id()).statusCode(200);
        Schools.change("update athena.school_memberships set status = 'inactive' where user_id = ?", teacher);
        me(token, schools.first().id()).statusCode(403).body("code", equalTo("tenant.not_a_member"));
    }

    @Test
    void theTokensRolesGrantNothing() {
        String token = AuthServer.hs256().of(schools.first().person("student"), claims -> {
            claims.put("app_metadata", Map.of("roles", List.of("rector", "superadmin")));
            claims.put("user_metadata", Map.of("role", "superadmin", "is_superadmin", true));
        });
        me(token, schools.first().id())
                .statusCode(200)
                .body("is_superadmin", equalTo(false))
                .body("permissions", not(hasItem("read:all")));
    }

    @Test
    void theHintChoosesTheSchoolOnlyForAMember() {
        UUID rector = schools.first().person("rector");
        me(hinted(rector, schools.first().id()), null)
                .body("school_id", equalTo(schools.first().id().toString()));
        me(hinted(rector, schools.second().id()), null)
                .body("school_id", equalTo(schools.first().id().toString()));
    }

    /** A page builds its menu from this. */
    @Test
    void whoBelongsToOneSchoolIsToldWhatTheyMayDoThere() {
        me(AuthServer.hs256().of(schools.first().person("secretary")), null)
                .statusCode(200)
                .body("school_id", equalTo(schools.first().id().toString()))
                .body("permissions", hasItem("write:enrollment"));
    }

    @Test
    void thePlatformFlagCountsWithASecondFactorOnly() {
        me(AuthServer.hs256().of(schools.superadmin()), null)
                .statusCode(200)
                .body("is_superadmin", equalTo(true))
                .body("second_factor_required", equalTo(true))
                .body("permissions", hasSize(0));
        String strong = AuthServer.hs256().of(schools.superadmin(), claims -> claims.put("aal", "aal2"));
        me(strong, schools.second().id())
                .statusCode(200)
                .body("is_superadmin", equalTo(true))
                .body("second_factor_required", equalTo(false))
                .body("permissions", hasItem("manage:schools"));
        me(strong, UUID.randomUUID()).statusCode(404).body("code", equalTo("resource.not_found"));
    }

    @Test
    void aSuperadminWithoutASecondFactorIsToldWhatIsMissing() {
        String weak = AuthServer.hs256().of(schools.superadmin());
        assertSecondFactorRequired(get("/api/v1/students", weak, null));
        assertSecondFactorRequired(get("/api/v1/schools/me", weak, null));
        assertSecondFactorRequired(get("/api/v1/admin/schools", weak, null));
        assertSecondFactorRequired(get("/api/v1/compliance/audit-log", weak, null));
        // Whether a school exists is told to nobody whose flag does not count.
        assertSecondFactorRequired(get("/api/v1/students", weak, schools.first().id()));
        assertSecondFactorRequired(get("/api/v1/students", weak, UUID.randomUUID()));
        assertSecondFactorRequired(get("/api/v1/auth/me", weak, schools.first().id()));
    }

    @Test
    void aSuperadminWhoTeachesIsATeacherWithoutASecondFactor() {
        Schools.change(
                "insert into athena.school_memberships (school_id, user_id, roles, status)"
                        + " values (?, ?, array['teacher'], 'active')",
                schools.first().id(),
                schools.superadmin());
        String weak = AuthServer.hs256().of(schools.superadmin());
        get("/api/v1/students", weak, null).statusCode(200);
        me(weak, schools.first().id())
                .body("second_factor_required", equalTo(true))
                .body("permissions", hasItem("read:own_students"))
                .body("permissions", not(hasItem("read:all")));
        assertSecondFactorRequired(
                get("/api/v1/admin/users", weak, schools.first().id()));
        assertSecondFactorRequired(
                get("/api/v1/students", weak, schools.second().id()));
    }

    @Test
    void nobodyElseIsToldOfASecondFactor() {
        String teacher = AuthServer.hs256().of(schools.first().person("teacher"));
        me(teacher, schools.first().id())
                .body("is_superadmin", equalTo(false))
                .body("second_factor_required", equalTo(false));
        get("/api/v1/admin/users", teacher, null).statusCode(403).body("code", equalTo("auth.forbidden"));
        get("/api/v1/students", teacher, schools.second().id())
                .statusCode(403)
                .body("code", equalTo("tenant.not_a_member"));
    }

    private static ValidatableResponse get(String path, String token, UUID school) {
        RequestSpecification request = given().header("Authorization", "Bearer " + token);
        return (school == null ? request : request.header("X-School-Id", school.toString()))
                .get(path)
                .then();
    }

    private static void assertSecondFactorRequired(ValidatableResponse answer) {
        answer.statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("https://athena-erp.org/problems/auth.second_factor_required"))
                .body("title", equalTo("A second factor is required"))
                .body("status", equalTo(403))
                .body("code", equalTo("auth.second_factor_required"))
                .body("detail", equalTo("Sign in with a second factor to use your rights as a superadmin."))
                .body("violations", hasSize(0))
                .body("schools", equalTo(null))
                .body("required_permissions", equalTo(null));
    }

    @Test
    void theListOfSchoolsIsTheCallersOwn() {
        UUID rector = schools.first().person("rector");
        Schools.change(
                "insert into athena.school_memberships (school_id, user_id, roles, status)"
                        + " values (?, ?, array['teacher'], 'invited')",
                schools.second().id(),
                rector);
        mySchools(AuthServer.hs256().of(rector), Map.of())
                .body("items.id", equalTo(List.of(schools.first().id().toString())))
                .body("items.name", equalTo(List.of("Colegio Uno")))
                .body("total", equalTo(1));
        mySchools(AuthServer.hs256().of(Schools.user("nobody", "active")), Map.of())
                .body("total", equalTo(0));
    }

    @Test
    void theListOfSchoolsHasPages() {
        UUID rector = schools.first().person("rector");
        Schools.member(schools.second().id(), rector, "teacher");
        String token = AuthServer.hs256().of(rector);
        mySchools(token, Map.of("page_size", 1, "page", 2))
                .body("items.name", equalTo(List.of("Colegio Uno")))
                .body("page", equalTo(2))
                .body("page_size", equalTo(1))
                .body("total", equalTo(2));
        mySchools(token, Map.of("sort", "-name")).body("items.name", equalTo(List.of("Colegio Uno", "Colegio Dos")));
    }

    @Test
    void aSuperadminMayNameEveryActiveSchool() {
        String strong = AuthServer.hs256().of(schools.superadmin(), claims -> claims.put("aal", "aal2"));
        // Other tests leave schools behind: these are the last two by name.
        String rename = "update athena.schools set name = 'zz ' || id, is_active = ? where id = ?";
        Schools.change(rename, true, schools.first().id());
        Schools.change(rename, false, schools.second().id());
        mySchools(strong, Map.of("sort", "-name", "page_size", 200))
                .body("items.id", hasItem(schools.first().id().toString()))
                .body("items.id", not(hasItem(schools.second().id().toString())));
    }

    private static ValidatableResponse mySchools(String token, Map<String, Object> parameters) {
        return given().header("Authorization", "Bearer " + token)
                .queryParams(parameters)
                .get("/api/v1/auth/schools")
                .then()
                .statusCode(200);
    }

    @Test
    void withoutATokenTheChallengeNamesNoError() {
        given().get("/api/v1/auth/me")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .contentType("application/problem+json")
                .body("code", equalTo("auth.required"));
    }

    @Test
    void anUnknownPathIsAProblemToo() {
        given().get("/api/v1/nothing")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("request.not_found"));
    }

    private static String hinted(UUID user, UUID school) {
        return AuthServer.hs256()
                .of(user, claims -> claims.put("app_metadata", Map.of("school_id", school.toString())));
    }

    private static ValidatableResponse me(String token, UUID school) {
        var request = given().header("Authorization", "Bearer " + token);
        return (school == null ? request : request.header("X-School-Id", school.toString()))
                .get("/api/v1/auth/me")
                .then();
    }

    /** The body without what differs between any two requests. */
    private static String body(ValidatableResponse response) {
        return response.extract().asString().replaceAll("\"request_id\":\"[^\"]*\"", "");
    }

    @Test
    void peopleCorrectTheirOwnNameAndNothingElse() {
        UUID teacher = schools.first().person("teacher");
        Api.as(teacher, schools.first().id())
                .body("{\"full_name\":\" Ana Núñez \"}")
                .patch("/api/v1/auth/me")
                .then()
                .statusCode(200)
                .body("full_name", equalTo("Ana Núñez"));
        me(AuthServer.hs256().of(teacher), null).body("full_name", equalTo("Ana Núñez"));
        assertThat(Schools.count(
                        "athena.audit_log where actor_id = ? and entity_id = ? and entity_type = 'users' and action = 'update'",
                        teacher,
                        teacher.toString()))
                .isEqualTo(1);
        for (String body : List.of("{\"email\":\"otra@example.org\"}", "{\"is_superadmin\":true}")) {
            Api.as(teacher, null).body(body).patch("/api/v1/auth/me").then().statusCode(400);
        }
    }
}
