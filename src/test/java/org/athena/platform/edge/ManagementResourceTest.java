package org.athena.platform.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import org.athena.testing.Installation;
import org.athena.testing.ManagementPort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** What the operator reads is at a port of its own, which nobody else reaches; the API is not there. */
@QuarkusTest
@WithTestResource(Installation.class)
class ManagementResourceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"/q/metrics", "/q/health", "/q/health/live", "/q/health/ready", "/q/health/started", "/q/info"})
    void besideTheApiThereIsNothingOfIt(String path) {
        given().get(path).then().statusCode(404).body("code", equalTo("request.not_found"));
    }

    @Test
    void theServiceIsAliveAndReady() {
        for (String path : new String[] {"live", "ready"}) {
            given().baseUri(ManagementPort.url())
                    .get("/q/health/" + path)
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("UP"));
        }
    }

    @Test
    void aRoundOfDueWorkIsCalledForHereAlone() {
        given().post("/q/work").then().statusCode(404).body("code", equalTo("request.not_found"));
        given().baseUri(ManagementPort.url()).get("/q/work").then().statusCode(405);
        given().baseUri(ManagementPort.url())
                .post("/q/work")
                .then()
                .statusCode(200)
                .body("failed", equalTo(0));
    }

    @Test
    void metricsCountRequests() {
        given().get("/api/v1/auth/me").then().statusCode(401);
        String metrics = given().baseUri(ManagementPort.url()).get("/q/metrics").asString();
        assertThat(metrics).contains("http_server_requests_seconds_count").contains("uri=\"/api/v1/auth/me\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/auth/me", "/q/openapi"})
    void theApiIsNotThere(String path) {
        given().baseUri(ManagementPort.url()).get(path).then().statusCode(404);
    }

    @Test
    void theApisDescriptionIsBesideTheApi() {
        given().get("/q/openapi").then().statusCode(200);
    }
}
