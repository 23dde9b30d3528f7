package org.athena.logs;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

import org.athena.testing.Api;
import org.athena.testing.AuthServer;
import org.athena.testing.Installation;
import org.athena.testing.Schools;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Sends what must not be logged, wherever something can be sent; {@link LogScan} then looks for it. */
@QuarkusTest
@WithTestResource(Installation.class)
class SentinelsResourceTest {

    /** How the requests of this class stand in the log. */
    static final String ID = "sentinel-";

    private static final String STUDENTS = "/api/v1/students";
    private static final String SETTINGS = "/api/v1/schools/me/settings";
    private static final String STUDENT = """
            {"document_type":"TI","document_number":"%s","first_name":"%s","last_name":"%s"}""".formatted(Leaks.DOCUMENT, Leaks.NAME, Leaks.NAME);

    private final Schools.School school = Schools.create().first();

    @Test
    void aRequestIsOneLineWithItsIds() throws IOException {
        String id = ID + UUID.randomUUID();
        Api.as(school, "rector").header("X-Request-Id", id).get(STUDENTS + "/" + UUID.randomUUID());
        await().until(() -> log().contains(id));
        assertThat(log().lines().filter(line -> line.contains(id)))
                .singleElement()
                .asString()
                .contains("GET /api/v1/students/{id} 404")
                .contains(school.id().toString())
                .contains(school.person("rector").toString());
    }

    @Test
    void anAnswerThatNoRouteGivesIsALineAsWell() throws IOException {
        long before = described();
        given().get("/q/openapi").then().statusCode(200);
        await().until(() -> described() > before);
    }

    private long described() throws IOException {
        return log().lines().filter(line -> line.contains("GET /no-route 200")).count();
    }

    @Test
    void namesAndNumbersInBodies() {
        assertThat(as("secretary").body(STUDENT).post(STUDENTS).statusCode()).isEqualTo(201);
        assertThat(as("secretary").body(STUDENT).post(STUDENTS).statusCode()).isEqualTo(409);
        assertThat(as("secretary")
                        .body(STUDENT.replace("TI", Leaks.NAME))
                        .post(STUDENTS)
                        .statusCode())
                .isEqualTo(400);
        assertThat(as("secretary").body(STUDENT + STUDENT).post(STUDENTS).statusCode())
                .isEqualTo(400);
        assertThat(as("secretary")
                        .body("{\"" + Leaks.NAME + "\":\"" + Leaks.DOCUMENT + "\"}")
                        .post(STUDENTS)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void theSecretAndThePasswordOfAnInvitation() {
        String presented = "{\"secret\":\"" + Leaks.WORD + "\",\"password\":\"" + Leaks.WORD + "%s\"}";
        for (String rest : new String[] {"", "\",\"" + Leaks.WORD + "\":\"", "x".repeat(100)}) {
            assertThat(as("secretary")
                            .body(presented.formatted(rest))
                            .post("/api/v1/auth/invitations/acceptance")
                            .statusCode())
                    .isBetween(400, 404);
        }
    }

    @Test
    void restrictionsAndSecretsOfASchool() {
        String restricted = STUDENT.replaceFirst("}$", """
                ,"guardians":[{"document_type":"CC","document_number":"%s","full_name":"%s","relationship":"madre",
                "restriction":{"text":"%s","from":"2026-02-01"%%s}}]}""".formatted(Leaks.DOCUMENT + "1", Leaks.NAME, Leaks.WORD));
        Response created = as("secretary").body(restricted.formatted("")).post(STUDENTS);
        assertThat(created.statusCode()).isEqualTo(201);
        for (String wrong : new String[] {",\"to\":\"2026-01-01\"", ",\"to\":5", ",\"" + Leaks.WORD + "\":1", ""}) {
            assertThat(as("secretary")
                            .body(restricted.formatted(wrong))
                            .post(STUDENTS)
                            .statusCode())
                    .isBetween(400, 409);
        }
        String links = STUDENTS + "/" + created.path("id") + "/guardians";
        String link = links + "/" + created.path("guardians[0].id");
        String again = "{\"restriction\":{\"text\":\"" + Leaks.WORD + "\",\"from\":\"2026-02-01\"}}";
        assertThat(as("secretary").body(again).patch(link).statusCode()).isEqualTo(200);
        for (String wrong : new String[] {again.replace("2026-02-01", Leaks.WORD), again.replace("2026", "2099")}) {
            assertThat(as("secretary").body(wrong).patch(link).statusCode()).isEqualTo(400);
        }
        assertThat(as("secretary")
                        .body("""
                                {"document_type":"CC","document_number":"%s","full_name":"%s","relationship":"madre"}""".formatted(Leaks.DOCUMENT + "1", Leaks.NAME))
                        .post(links)
                        .statusCode())
                .isEqualTo(409);
        assertThat(as("secretary")
                        .queryParam("q", Leaks.NAME)
                        .get("/api/v1/guardians")
                        .statusCode())
                .isEqualTo(200);
        for (String settings : new String[] {"security_settings", "simat_settings"}) {
            String secret = "{\"" + settings + "\":{\"password\":\"" + Leaks.WORD + "\"}";
            assertThat(as("rector").body(secret + "}").patch(SETTINGS).statusCode())
                    .isEqualTo(200);
            for (String wrong : new String[] {"", ",\"pei_summary\":{\"" + Leaks.WORD + "\":1}}", ",\"x\":1}"}) {
                assertThat(as("rector").body(secret + wrong).patch(SETTINGS).statusCode())
                        .isEqualTo(400);
            }
        }
    }

    @Test
    void namesAndNumbersInFiles() {
        String head = "document_type,document_number,first_name,last_name\n";
        String row = "TI," + Leaks.DOCUMENT + "," + Leaks.NAME + "," + Leaks.NAME + "\n";
        assertThat(imported(head + row)).isEqualTo(201);
        assertThat(imported(head + row)).isBetween(400, 499);
        assertThat(imported(head + row + row)).isBetween(400, 499);
        assertThat(imported(head + Leaks.NAME + row)).isEqualTo(400);
    }

    private int imported(String file) {
        return as("secretary")
                .contentType("text/csv")
                .body(file)
                .post(STUDENTS + "/import")
                .statusCode();
    }

    @Test
    void whatAPageReports() {
        String told = "ana@colegio.example " + Leaks.DOCUMENT + " "
                + AuthServer.es256().of(school.person("rector")) + " /students?q=" + Leaks.WORD;
        String error = "{\"message\":\"%s\",\"stack\":\"%s\",\"route\":\"/x?q=%s\"%s}";
        for (String rest : new String[] {"", ",\"" + Leaks.WORD + "\":1", ",\"release\":\"" + Leaks.WORD + " \""}) {
            assertThat(sent().contentType("application/json")
                            .body(error.formatted(told.substring(0, 100), told, Leaks.WORD, rest))
                            .post("/api/v1/page/errors")
                            .statusCode())
                    .isEqualTo(rest.isEmpty() ? 204 : 400);
        }
    }

    @Test
    void wordsInAddressesAndHeaders() {
        as("rector").get(STUDENTS + "?q=" + Leaks.WORD);
        as("rector").get(STUDENTS + "?" + Leaks.WORD + "=1");
        as("rector").get(STUDENTS + "/" + Leaks.WORD);
        as("rector").get("/" + Leaks.WORD);
        Api.as(school, "rector")
                .header("X-Request-Id", Leaks.WORD + " " + Leaks.NAME)
                .get(STUDENTS);
        as("rector").header("If-Match", Leaks.WORD).get(STUDENTS);
        as("secretary").header("Idempotency-Key", Leaks.WORD).body(STUDENT).post(STUDENTS);
        given().header("X-School-Id", Leaks.WORD).get(STUDENTS);
    }

    @Test
    void tokensGoodAndBad() {
        UUID user = school.person("rector");
        String good = AuthServer.es256().of(user);
        String[] tokens = {
            good,
            good.substring(0, good.length() - 4),
            AuthServer.hs256("another-secret-of-32-bytes-or-more").of(user),
            AuthServer.hs256().of(user, claims -> claims.put("exp", 1)),
            AuthServer.hs256().of(UUID.randomUUID())
        };
        for (String token : tokens) {
            sent().header("Authorization", "Bearer " + token).get("/api/v1/auth/me");
            sent().header("Authorization", token).get("/api/v1/auth/me");
        }
    }

    private RequestSpecification as(String role) {
        return Api.as(school, role).header("X-Request-Id", ID + UUID.randomUUID());
    }

    private static RequestSpecification sent() {
        return given().header("X-Request-Id", ID + UUID.randomUUID());
    }

    String log() throws IOException {
        return Files.readString(Path.of("target/log/suite.log"));
    }
}
