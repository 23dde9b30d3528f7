package org.athena.school;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

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
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
@WithTestResource(Installation.class)
class OwnSchoolResourceTest {

    private static final String PATH = "/api/v1/schools/me";

    private Schools schools;

    @BeforeEach
    void twoSchools() {
        schools = Schools.create();
    }

    @Test
    void membersSeeThePlateAndWhoConfiguresSeesTheRest() {
        Api.as(schools.first(), "rector")
                .body("{\"habeas_data_text\":\"Sus datos\",\"security_settings\":{\"max\":3},\"pei_summary\":\"PEI\"}")
                .patch(PATH + "/settings")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("security_settings.max", equalTo(3));
        Api.as(schools.first(), "student")
                .get(PATH)
                .then()
                .statusCode(200)
                .body(
                        "keySet()",
                        containsInAnyOrder(
                                "id", "name", "time_zone", "branding_settings", "habeas_data_text", "version"))
                .body("habeas_data_text", equalTo("Sus datos"));
        Api.as(schools.second(), "rector").get(PATH).then().body("habeas_data_text", nullValue());
    }

    /** A page shows times as they are in the school. */
    @Test
    void everybodyIsToldTheTimeZone() {
        Schools.change(
                "update athena.schools set time_zone = 'Europe/Madrid' where id = ?",
                schools.first().id());
        Api.as(schools.first(), "acudiente").get(PATH).then().body("time_zone", equalTo("Europe/Madrid"));
        Api.as(schools.first(), "acudiente")
                .get("/api/v1/auth/schools")
                .then()
                .body("items.time_zone", equalTo(List.of("Europe/Madrid")));
        Api.as(schools.second(), "rector").get(PATH).then().body("time_zone", equalTo("America/Bogota"));
    }

    @Test
    void aStaleChangeIsRefusedAndABadOneNamed() {
        Api.as(schools.first(), "rector")
                .header("If-Match", "\"5\"")
                .body("{\"pei_summary\":\"x\"}")
                .patch(PATH + "/settings")
                .then()
                .statusCode(412);
        Api.as(schools.first(), "rector")
                .body("{\"simat_settings\":null}")
                .patch(PATH + "/settings")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("simat_settings"));
        Api.as(schools.first(), "rector")
                .body("{\"branding_settings\":{\"a\":\"" + "x".repeat(40_000) + "\"}}")
                .patch(PATH + "/settings")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("branding_settings"));
        Api.as(schools.first(), "secretary")
                .body("{\"pei_summary\":\"x\"}")
                .patch(PATH + "/settings")
                .then()
                .statusCode(403);
    }

    @Test
    void aSuperadminHasToNameTheSchool() {
        Api.asSuperadmin(schools, null)
                .get(PATH)
                .then()
                .statusCode(400)
                .body("code", equalTo("tenant.school_required"));
        Response named = Api.asSuperadmin(schools, schools.second().id()).get(PATH);
        named.then().statusCode(200).body("id", equalTo(schools.second().id().toString()));
        assertThat(Schools.count(
                        "athena.audit_log where school_id = ? and action = 'platform_access' and request_id = ?",
                        schools.second().id(),
                        named.header("X-Request-Id")))
                .isEqualTo(1);
    }

    /** The look-up writes a superadmin's visit down before the token's hint is looked at. */
    @Test
    void aHintNeverChoosesTheSchoolOfWhoActsAsSuperadmin() {
        UUID school = schools.first().id();
        Schools.member(school, schools.superadmin(), "rector");
        hinted(school, "aal2").get(PATH).then().statusCode(400).body("code", equalTo("tenant.school_required"));
        hinted(school, "aal2")
                .body("{\"pei_summary\":\"x\"}")
                .patch(PATH + "/settings")
                .then()
                .statusCode(400)
                .body("code", equalTo("tenant.school_required"));
        for (String path : List.of("/api/v1/auth/me", "/api/v1/admin/users", "/api/v1/compliance/audit-log")) {
            Response answer = hinted(school, "aal2").get(path);
            answer.then().statusCode(200);
            assertThat(answer.header("X-School-Id")).as(path).isNull();
        }
        UUID other = schools.second().id();
        Response visit = hinted(school, "aal2").header("X-School-Id", other).get(PATH);
        visit.then().statusCode(200).header("X-School-Id", other.toString());
        assertThat(Schools.text(
                        "select school_id::text from athena.audit_log where action = 'platform_access' and request_id = ?",
                        visit.header("X-Request-Id")))
                .isEqualTo(other.toString());
    }

    /** Without the second factor a superadmin is a member like any other. */
    @Test
    void aHintChoosesTheSchoolOfAMember() {
        UUID school = schools.first().id();
        for (Schools.School of : List.of(schools.first(), schools.second())) {
            Schools.member(of.id(), schools.superadmin(), "rector");
        }
        hinted(school, "aal1").get(PATH).then().statusCode(200).header("X-School-Id", school.toString());
        assertThat(Schools.count("athena.audit_log where actor_id = ?", schools.superadmin()))
                .isZero();
    }

    private RequestSpecification hinted(UUID school, String assurance) {
        String token = AuthServer.hs256().of(schools.superadmin(), claims -> {
            claims.put("aal", assurance);
            claims.put("app_metadata", Map.of("school_id", school.toString()));
        });
        return given().header("Authorization", "Bearer " + token).contentType("application/json");
    }

    @Test
    void aVersionInTheBodyCountsAsACondition() {
        String settings = PATH + "/settings";
        Api.as(schools.first(), "rector")
                .body("{\"version\":0}")
                .patch(settings)
                .then()
                .statusCode(200);
        Api.as(schools.first(), "rector")
                .body("{\"version\":7,\"pei_summary\":\"x\"}")
                .patch(settings)
                .then()
                .statusCode(412);
    }
}
