package org.athena.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import org.athena.testing.Api;
import org.athena.testing.FragileInstallation;
import org.athena.testing.PasswordFile;
import org.athena.testing.Schools;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** The role gets another password while the service runs: what the file says counts for every connection opened from then on. */
@QuarkusTest
@WithTestResource(FragileInstallation.class)
class PasswordRotationResourceTest {

    private static final String OF_THE_SERVICE = "pg_stat_activity where usename = 'athena_service'";

    private final Schools.School school = Schools.create().first();

    @AfterEach
    void theOldOneAgain() {
        Schools.change("alter role athena_service password 'a word!'");
        PasswordFile.write("a word!");
        endOldConnections();
        list().statusCode(200);
    }

    @Test
    void theServiceGoesOnWithTheNewPassword() {
        list().statusCode(200);
        Schools.change("alter role athena_service password 'the next one'");
        list().statusCode(200);
        PasswordFile.write("the next one\n");
        endOldConnections();
        list().statusCode(200);
        assertThat(Schools.count(OF_THE_SERVICE)).as("a new connection").isPositive();
    }

    @Test
    void untilTheFileFollowsNewConnectionsAreRefused() {
        Schools.change("alter role athena_service password 'the next one'");
        endOldConnections();
        list().statusCode(503).header("Retry-After", "2").body("code", equalTo("server.unavailable"));
        PasswordFile.write("the next one");
        list().statusCode(200);
    }

    @Test
    void aFileThatIsEmptyForAMomentIsAnOutage() {
        PasswordFile.write("");
        endOldConnections();
        list().statusCode(503).header("Retry-After", "2").body("code", equalTo("server.unavailable"));
        PasswordFile.write("a word!");
        list().statusCode(200);
    }

    private ValidatableResponse list() {
        return Api.as(school, "rector").get("/api/v1/students").then();
    }

    private static void endOldConnections() {
        Schools.count("(select pg_terminate_backend(pid, 5000) from " + OF_THE_SERVICE + ") ended");
    }
}
