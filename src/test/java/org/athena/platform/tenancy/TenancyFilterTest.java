package org.athena.platform.tenancy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.athena.testing.AuthServer;
import org.athena.testing.Installation;
import org.athena.testing.Schools;
import org.athena.testing.Tight;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;

/** One connection for everybody: whatever a request leaves on it, the next one would find. */
@QuarkusTest
@TestProfile(Tight.class)
@WithTestResource(Installation.class)
class TenancyFilterTest {

    @Inject
    Tenancy tenancy;

    @Inject
    EntityManager entities;

    private Schools schools;

    @BeforeEach
    void aStudentInEachSchool() {
        schools = Schools.create();
        student(schools.first().id(), "101");
        student(schools.second().id(), "202");
    }

    @Test
    void twoSchoolsOnOneConnectionNeverSeeEachOther() {
        for (int round = 0; round < 3; round++) {
            as(schools.first(), "secretary")
                    .get("/probe/students")
                    .then()
                    .statusCode(200)
                    .body("$", equalTo(List.of("101")));
            as(schools.second(), "secretary").get("/probe/students").then().body("$", equalTo(List.of("202")));
        }
    }

    @Test
    void anExceptionRollsBackLeavesNothingAndGivesTheConnectionBack() {
        as(schools.first(), "secretary")
                .contentType("application/json")
                .body("{\"first_name\":\"Luz\",\"fail\":true}")
                .post("/probe/students")
                .then()
                .statusCode(500)
                .contentType("application/problem+json")
                .body("code", equalTo("server.error"))
                .body("detail", not(org.hamcrest.Matchers.containsString("nobody outside")));
        as(schools.second(), "secretary").get("/probe/students").then().body("$", equalTo(List.of("202")));
        as(schools.first(), "secretary").get("/probe/students").then().body("$", equalTo(List.of("101")));
    }

    @Test
    void aWriteCommits() {
        as(schools.first(), "secretary")
                .contentType("application/json")
                .body("{\"first_name\":\"Luz\"}")
                .post("/probe/students")
                .then()
                .statusCode(200);
        as(schools.first(), "secretary").get("/probe/students").then().body("$", hasSize(2));
        as(schools.second(), "secretary").get("/probe/students").then().body("$", hasSize(1));
    }

    @Test
    void aMissingPermissionIsNamed() {
        as(schools.first(), "student")
                .get("/probe/students")
                .then()
                .statusCode(403)
                .body("code", equalTo("auth.forbidden"))
                .body("required_permissions", equalTo(List.of("read:students", "read:enrollment")));
        as(schools.first(), "rector").get("/probe/students").then().statusCode(200);
    }

    @Test
    void theOnlySchoolNeedNotBeNamed() {
        bearer(schools.first().person("secretary"))
                .get("/probe/students")
                .then()
                .statusCode(200)
                .header("X-School-Id", schools.first().id().toString());
    }

    @Test
    void whoHasSeveralSchoolsIsAskedToChoose() {
        UUID secretary = schools.first().person("secretary");
        Schools.member(schools.second().id(), secretary, "secretary");
        bearer(secretary)
                .get("/probe/students")
                .then()
                .statusCode(400)
                .body("code", equalTo("tenant.school_required"))
                .body("schools.id", hasItem(schools.first().id().toString()))
                .body("schools.id", hasItem(schools.second().id().toString()));
    }

    @Test
    void aHintIsNotEnoughToWriteForWhoHasSeveralSchools() {
        UUID secretary = schools.first().person("secretary");
        Schools.member(schools.second().id(), secretary, "secretary");
        String token = AuthServer.hs256()
                .of(
                        secretary,
                        claims -> claims.put(
                                "app_metadata",
                                Map.of("school_id", schools.second().id().toString())));
        RequestSpecification hinted = given().header("Authorization", "Bearer " + token);
        hinted.get("/probe/students").then().statusCode(200).body("$", equalTo(List.of("202")));
        given().header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .body("{\"first_name\":\"Luz\"}")
                .post("/probe/students")
                .then()
                .statusCode(400)
                .body("code", equalTo("tenant.school_required"));
    }

    @Test
    void whoHasNoSchoolIsToldSo() {
        bearer(Schools.user("nobody", "active"))
                .get("/probe/students")
                .then()
                .statusCode(403)
                .body("code", equalTo("tenant.no_membership"));
    }

    @Test
    void aSuperadminNamesASchoolWhereOneIsNeeded() {
        String token = AuthServer.hs256().of(schools.superadmin(), claims -> claims.put("aal", "aal2"));
        given().header("Authorization", "Bearer " + token)
                .get("/probe/students")
                .then()
                .statusCode(400)
                .body("code", equalTo("tenant.school_required"));
        given().header("Authorization", "Bearer " + token)
                .get("/probe/optional")
                .then()
                .body(equalTo("none"));
        given().header("Authorization", "Bearer " + token)
                .header("X-School-Id", schools.second().id().toString())
                .get("/probe/students")
                .then()
                .statusCode(200)
                .body("$", equalTo(List.of("202")));
    }

    @Test
    void aBodyThatCannotBeUsedIsExplained() {
        post("{\"first_name\":\"\"}", 400, "request.invalid", "first_name");
        post("{\"first_name\":\"Luz\",\"school_id\":\"x\"}", 400, "request.invalid", "school_id");
        post("{\"first_name\":\"Luz\",\"birth_date\":\"yesterday\"}", 400, "request.invalid", "birth_date");
        post("{\"first_name\":\"Luz\",\"fail\":\"true\"}", 400, "request.invalid", "fail");
        post("{\"first_name\":", 400, "request.malformed", null);
        post("{\"first_name\":\"Luz\",\"first_name\":\"Eva\"}", 400, "request.malformed", null);
    }

    @Test
    void aWrongMethodOrMediaTypeIsAProblemToo() {
        as(schools.first(), "secretary")
                .delete("/probe/students")
                .then()
                .statusCode(405)
                .body("code", equalTo("request.method"));
        as(schools.first(), "secretary")
                .contentType("text/plain")
                .body("x")
                .post("/probe/students")
                .then()
                .statusCode(415)
                .body("code", equalTo("request.media_type"));
    }

    @Test
    void aRequestIdThatMayStandInALogIsKept() {
        given().header("X-Request-Id", "abc-1").get("/api/v1/auth/me").then().header("X-Request-Id", "abc-1");
        given().header("X-Request-Id", "a b").get("/api/v1/auth/me").then().header("X-Request-Id", not(equalTo("a b")));
    }

    @Test
    void outsideARequestWorkEntersOneSchool() {
        boolean active = Arc.container().requestContext().isActive();
        Arc.container().requestContext().terminate();
        assertThat(tenancy.as(schools.first().id(), schools.first().person("rector"), this::documents))
                .isEqualTo(List.of("101"));
        assertThat(tenancy.as(schools.second().id(), schools.second().person("rector"), this::documents))
                .isEqualTo(List.of("202"));
        if (active) {
            Arc.container().requestContext().activate();
        }
    }

    private List<?> documents() {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery("select document_number from athena.students")
                        .getResultList());
    }

    private void post(String body, int status, String code, String field) {
        var response = as(schools.first(), "secretary")
                .contentType("application/json")
                .body(body)
                .post("/probe/students")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code));
        if (field != null) {
            response.body("violations[0].field", equalTo(field));
        }
    }

    private static void student(UUID school, String number) {
        Schools.change(
                "insert into athena.students (school_id, document_type, document_number, first_name, last_name)"
                        + " values (?, 'TI', ?, 'Ana', 'Peña')",
                school,
                number);
    }

    private static RequestSpecification as(Schools.School school, String role) {
        return bearer(school.person(role)).header("X-School-Id", school.id().toString());
    }

    private static RequestSpecification bearer(UUID user) {
        return given().header("Authorization", "Bearer " + AuthServer.hs256().of(user));
    }
}
