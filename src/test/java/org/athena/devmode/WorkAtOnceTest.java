package org.athena.devmode;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

/** Work that is due now begins with the request that planned it; the timer of this start goes once an hour. */
@QuarkusTest
@WithTestResource(DemoResource.class)
class WorkAtOnceTest {

    private static final int SCHOOL = 1;
    private static final String USERS = "/api/v1/admin/users";

    AuthStandIn standIn;

    @Test
    void theMailsOfAnImportAreSentAtOnce() throws InterruptedException {
        String token = token();
        as(token)
                .contentType("text/csv")
                .body("email,full_name,roles\nnueva@esperanza.example,Nueva Persona,docente\n")
                .post(USERS + "/import")
                .then()
                .statusCode(201);
        Instant end = Instant.now().plus(Duration.ofSeconds(8));
        while (waiting(token) > 0 && Instant.now().isBefore(end)) {
            Thread.sleep(100);
        }
        assertThat(waiting(token)).isZero();
        assertThat(standIn.mails()).extracting(Mail::to).contains("nueva@esperanza.example");
    }

    private static int waiting(String token) {
        return as(token).get(USERS + "/invitations/mails").path("waiting");
    }

    private static RequestSpecification as(String token) {
        return given().header("Authorization", "Bearer " + token).header("X-School-Id", DemoPeople.schoolId(SCHOOL));
    }

    private String token() {
        return given().header("apikey", standIn.anonKey())
                .contentType("application/json")
                .body("{\"email\":\"rector@esperanza.example\",\"password\":\"" + DemoPeople.PASSWORD + "\"}")
                .post(standIn.url() + "/auth/v1/token?grant_type=password")
                .path("access_token");
    }
}
