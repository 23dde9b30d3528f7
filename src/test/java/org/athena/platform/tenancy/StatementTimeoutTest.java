package org.athena.platform.tenancy;

import static org.hamcrest.Matchers.equalTo;

import java.sql.SQLException;
import java.util.Map;

import org.athena.testing.Api;
import org.athena.testing.AuthServer;
import org.athena.testing.DatabaseResource;
import org.athena.testing.HeldRow;
import org.athena.testing.Schools;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;

/** A statement that takes too long is ended by the database, and the connection is good for the next request. */
@QuarkusTest
@TestProfile(StatementTimeoutTest.Impatient.class)
@WithTestResource(DatabaseResource.class)
@WithTestResource(AuthServer.class)
class StatementTimeoutTest {

    public static class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "athena.database.statement-timeout",
                    "0.3S",
                    "athena.database.lock-timeout",
                    "0.1S",
                    "quarkus.datasource.jdbc.max-size",
                    "1");
        }
    }

    @Test
    void aStatementThatTakesTooLongIsEnded() {
        Schools.School school = Schools.create().first();
        Api.as(school, "rector")
                .get("/probe/sleep")
                .then()
                .statusCode(503)
                .header("Retry-After", "2")
                .body("code", equalTo("server.unavailable"));
        Api.as(school, "rector").get("/probe/students").then().statusCode(200);
    }

    @Test
    void aRowThatSomebodyElseHoldsIsWaitedForBriefly() throws SQLException {
        Schools.School school = Schools.create().first();
        try (HeldRow held =
                HeldRow.by("select 1 from athena.school_settings where school_id = ? for update", school.id())) {
            settings(school)
                    .statusCode(409)
                    .header("Retry-After", "1")
                    .body("code", equalTo("resource.conflict"))
                    .body("reason", equalTo("row.busy"));
        }
        settings(school).statusCode(200);
    }

    private static ValidatableResponse settings(Schools.School school) {
        return Api.as(school, "rector")
                .body("{\"pei_summary\":\"Leer\"}")
                .patch("/api/v1/schools/me/settings")
                .then();
    }
}
