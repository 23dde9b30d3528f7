package org.athena.platform.tenancy;

import static org.hamcrest.Matchers.equalTo;

import org.athena.testing.Api;
import org.athena.testing.Installation;
import org.athena.testing.Schools;
import org.athena.testing.Tight;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** A statement that takes too long is ended by the database, and the connection is good for the next request. */
@QuarkusTest
@TestProfile(Tight.class)
@WithTestResource(Installation.class)
class StatementTimeoutTest {

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
}
