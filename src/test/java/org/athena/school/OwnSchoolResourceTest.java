package org.athena.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import org.athena.testing.Api;
import org.athena.testing.Installation;
import org.athena.testing.Schools;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

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
                .body("keySet()", containsInAnyOrder("id", "name", "branding_settings", "habeas_data_text", "version"))
                .body("habeas_data_text", equalTo("Sus datos"));
        Api.as(schools.second(), "rector").get(PATH).then().body("habeas_data_text", nullValue());
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
}
