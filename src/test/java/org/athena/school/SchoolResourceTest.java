package org.athena.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.util.UUID;

import org.athena.testing.Api;
import org.athena.testing.Installation;
import org.athena.testing.Schools;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

@QuarkusTest
@WithTestResource(Installation.class)
class SchoolResourceTest {

    private static final String PATH = "/api/v1/admin/schools";

    private Schools schools;

    @BeforeEach
    void twoSchools() {
        schools = Schools.create();
    }

    @Test
    void thePlatformFoundsASchoolWithItsSettings() {
        String nit = Long.toString(System.nanoTime()).substring(0, 9) + "-1";
        String body = "{\"name\":\"Institución Ñandú\",\"nit\":\"" + nit + "\"}";
        Response created = Api.asSuperadmin(schools, null).body(body).post(PATH);
        created.then().statusCode(201).header("ETag", "\"0\"").body("is_active", equalTo(true));
        UUID school = UUID.fromString(created.path("id"));
        assertThat(Schools.count("athena.school_settings where school_id = ?", school))
                .isEqualTo(1);
        assertThat(Schools.count("athena.audit_log where school_id = ? and action = 'create'", school))
                .isEqualTo(2);
        Api.asSuperadmin(schools, null)
                .body(body)
                .post(PATH)
                .then()
                .statusCode(409)
                .body("reason", equalTo("school.nit_taken"));
        Api.asSuperadmin(schools, null)
                .queryParam("q", nit.replaceFirst(".$", "-$0"))
                .get(PATH)
                .then()
                .body("total", equalTo(1));
        Api.asSuperadmin(schools, null).queryParam("q", nit).get(PATH).then().body("total", equalTo(1));
        Api.asSuperadmin(schools, null)
                .queryParam("q", nit + " nandu INSTITUCION")
                .get(PATH)
                .then()
                .body("total", equalTo(1));
    }

    @Test
    void theSameKeyFoundsOneSchool() {
        String key = UUID.randomUUID().toString();
        String body = "{\"name\":\"Colegio " + key + "\"}";
        Response first = found(null, key, body);
        Response again = found(null, key, body);
        first.then().statusCode(201);
        again.then().statusCode(201).header("Idempotency-Replayed", "true");
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        found(null, key, "{\"name\":\"Otro " + key + "\"}").then().statusCode(422);
        assertThat(Schools.count("athena.schools where name like ?", "%" + key)).isEqualTo(1);
    }

    @Test
    void aKeyHoldsAlsoWhenTheFounderNamesASchool() {
        String key = UUID.randomUUID().toString();
        String body = "{\"name\":\"Colegio " + key + "\"}";
        Response first = found(schools.first().id(), key, body);
        first.then().statusCode(201);
        found(schools.first().id(), key, body)
                .then()
                .statusCode(201)
                .header("Location", first.header("Location"))
                .header("Idempotency-Replayed", "true");
        assertThat(Schools.count("athena.schools where name like ?", "%" + key)).isEqualTo(1);
    }

    private Response found(UUID named, String key, String body) {
        return Api.asSuperadmin(schools, named)
                .header("Idempotency-Key", key)
                .body(body)
                .post(PATH);
    }

    @Test
    void aSchoolsLogTellsOfThatSchoolWhicheverOneTheSuperadminNamed() {
        String school = schools.second().id().toString();
        Api.asSuperadmin(schools, schools.first().id())
                .body("{\"name\":\"Colegio Tres\"}")
                .patch(PATH + "/" + school)
                .then()
                .statusCode(200);
        String changed = "athena.audit_log where entity_type = 'schools' and entity_id = ? and action = 'update'";
        assertThat(Schools.text("select school_id::text from " + changed, school))
                .isEqualTo(school);
        assertThat(Schools.count(changed, school)).isEqualTo(1);
    }

    @Test
    void switchingASchoolOffClosesItOnTheNextRequest() {
        String path = PATH + "/" + schools.first().id();
        Api.as(schools.first(), "rector").get("/api/v1/schools/me").then().statusCode(200);
        Api.asSuperadmin(schools, null)
                .header("If-Match", "\"0\"")
                .body("{\"is_active\":false}")
                .patch(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
        Api.as(schools.first(), "rector")
                .get("/api/v1/schools/me")
                .then()
                .statusCode(403)
                .body("code", equalTo("tenant.not_a_member"));
        Api.asSuperadmin(schools, null)
                .body("{\"name\":\"x\"}")
                .header("If-Match", "\"0\"")
                .patch(path)
                .then()
                .statusCode(412);
    }

    @ParameterizedTest
    @CsvSource({"rector", "secretary", "teacher"})
    void nobodyOfASchoolMayEvenLook(String role) {
        Api.as(schools.first(), role)
                .get(PATH)
                .then()
                .statusCode(403)
                .body("required_permissions", hasItem("manage:schools"));
        Api.as(schools.first(), role).body("{\"name\":\"x\"}").post(PATH).then().statusCode(403);
    }

    @Test
    void aSuperadminWithoutASecondFactorIsToldSo() {
        Api.as(schools.superadmin(), null)
                .get(PATH)
                .then()
                .statusCode(403)
                .body("code", equalTo("auth.second_factor_required"));
    }

    @Test
    void badFieldsAndUnknownSchoolsAreNamed() {
        Api.asSuperadmin(schools, null)
                .body("{\"name\":\"\",\"nit\":\"abc\"}")
                .post(PATH)
                .then()
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("name", "nit"));
        Api.asSuperadmin(schools, null)
                .get(PATH + "/" + UUID.randomUUID())
                .then()
                .statusCode(404);
        Api.asSuperadmin(schools, null).get(PATH + "/no-uuid").then().statusCode(404);
    }
}
