package org.athena.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.athena.testing.Api;
import org.athena.testing.HeldRow;
import org.athena.testing.Installation;
import org.athena.testing.ManagementPort;
import org.athena.testing.Schools;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;

/** An instance whose connections are all in use is busy, not sick: whoever balances must not take it out. */
@QuarkusTest
@WithTestResource(Installation.class)
class BusyPoolResourceTest {

    private static final int CONNECTIONS = 5;
    private static final String DATABASE = "checks.find { it.name == 'Schema version' }.";

    @Test
    void anInstanceIsReadyWhileAllItsConnectionsAreInUse() throws Exception {
        List<Schools.School> schools = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            schools.add(Schools.create().first());
        }
        ready();
        List<CompletableFuture<Integer>> changes;
        try (HeldRow held = HeldRow.by("lock table athena.school_settings in share mode")) {
            changes = schools.stream().map(BusyPoolResourceTest::change).toList();
            held.awaitWaiting(CONNECTIONS);
            for (int i = 0; i < 3; i++) {
                long before = System.nanoTime();
                ready().body(DATABASE + "data.pool", equalTo("busy"));
                // A bound that protects: a probe of Kubernetes waits six seconds.
                assertThat(System.nanoTime() - before).isLessThan(TimeUnit.SECONDS.toNanos(4));
            }
            RestAssured.given()
                    .baseUri(ManagementPort.url())
                    .get("/q/health/live")
                    .then()
                    .statusCode(200);
        }
        for (CompletableFuture<Integer> change : changes) {
            assertThat(change.get()).isEqualTo(200);
        }
        ready();
    }

    private static ValidatableResponse ready() {
        return RestAssured.given()
                .baseUri(ManagementPort.url())
                .get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"));
    }

    private static CompletableFuture<Integer> change(Schools.School school) {
        return CompletableFuture.supplyAsync(
                () -> Api.as(school, "rector")
                        .body("{\"pei_summary\":\"" + UUID.randomUUID() + "\"}")
                        .patch("/api/v1/schools/me/settings")
                        .statusCode(),
                work -> new Thread(work).start());
    }
}
