package org.athena.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import org.athena.testing.Api;
import org.athena.testing.AuthServer;
import org.athena.testing.FragileDatabase;
import org.athena.testing.FragileInstallation;
import org.athena.testing.HeldRow;
import org.athena.testing.ManagementPort;
import org.athena.testing.Schools;
import org.athena.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;

/** When the database is away, that is what is said, to everybody; when it is back, so is the service. */
@QuarkusTest
@WithTestResource(FragileInstallation.class)
class DatabaseDownResourceTest {

    private static final int CONNECTIONS = 2;

    private static final String STUDENT = """
            {"document_type": "CE", "document_number": "%s", "first_name": "Ana", "last_name": "Ruiz"}""";

    private final Schools.School school = Schools.create().first();

    /** It works, and has several connections: when the line is cut, more than one is dead. */
    @BeforeEach
    void severalConnections() throws SQLException {
        List<Schools.School> schools = Stream.generate(() -> Schools.create().first())
                .limit(CONNECTIONS)
                .toList();
        List<CompletableFuture<Integer>> changes;
        ExecutorService clients = Executors.newFixedThreadPool(CONNECTIONS);
        try (HeldRow held = HeldRow.by("lock table athena.school_settings in share mode")) {
            changes = schools.stream()
                    .map(one -> CompletableFuture.supplyAsync(
                            () -> Api.as(one, "rector")
                                    .body("{\"pei_summary\":\"Leer\"}")
                                    .patch("/api/v1/schools/me/settings")
                                    .statusCode(),
                            clients))
                    .toList();
            held.awaitWaiting(CONNECTIONS);
        }
        assertThat(changes).allMatch(change -> change.join() == 200);
        clients.shutdown();
    }

    @AfterEach
    void itWorksAgainAtOnce() {
        FragileDatabase.mend();
        list().statusCode(200);
        create(UUID.randomUUID().toString().substring(0, 20)).statusCode(201);
    }

    @Test
    void noConnectionCanBeMade() {
        FragileDatabase.cut();
        for (int i = 0; i < 3; i++) {
            assertUnavailable(list());
        }
        assertUnavailable(create("100"));
    }

    @Test
    void aDatabaseThatWasRestartedInBetweenGoesUnnoticed() {
        FragileDatabase.mend();
        list().statusCode(200);
    }

    @Test
    void aTokenThatCannotBeDecidedIsNotCalledBad() {
        Tokens known = AuthServer.es256();
        String token = new Tokens(
                        known.issuer(), known.algorithm(), UUID.randomUUID().toString(), known.key())
                .of(school.person("rector"));
        FragileDatabase.cut();
        assertUnavailable(RestAssured.given()
                .header("Authorization", "Bearer " + token)
                .get("/api/v1/auth/me")
                .then());
    }

    @Test
    void whoSendsNoTokenIsStillToldSo() {
        FragileDatabase.cut();
        RestAssured.given().get("/api/v1/auth/me").then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"athena.enter", "set_config", "insert into athena.students", "COMMIT"})
    void theConnectionBreaksInTheMiddle(String when) {
        String number = UUID.randomUUID().toString().substring(0, 20);
        FragileDatabase.cutAt(when);
        assertUnavailable(create(number));
        assertThat(Schools.count("athena.students where document_number = ?", number))
                .isZero();
    }

    @Test
    void theServiceSaysThatItIsNotReadyButAlive() {
        FragileDatabase.cut();
        RestAssured.given()
                .baseUri(ManagementPort.url())
                .get("/q/health/ready")
                .then()
                .statusCode(503);
        RestAssured.given()
                .baseUri(ManagementPort.url())
                .get("/q/health/live")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse list() {
        return Api.as(school, "rector").get("/api/v1/students").then();
    }

    private ValidatableResponse create(String number) {
        return Api.as(school, "rector")
                .body(STUDENT.formatted(number))
                .post("/api/v1/students")
                .then();
    }

    private static void assertUnavailable(ValidatableResponse answer) {
        answer.statusCode(503)
                .header("Retry-After", "2")
                .header("WWW-Authenticate", nullValue())
                .contentType("application/problem+json")
                .body("code", equalTo("server.unavailable"));
        assertThat(answer.extract().asString()).doesNotContain("refused").doesNotContain("Exception");
    }
}
