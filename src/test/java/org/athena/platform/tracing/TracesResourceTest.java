package org.athena.platform.tracing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.UUID;

import org.athena.testing.Api;
import org.athena.testing.AuthServer;
import org.athena.testing.FragileInstallation;
import org.athena.testing.RawHttp;
import org.athena.testing.Schools;
import org.athena.testing.TraceReceiver;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** A collector sees a request from its route to its statements, and nothing of whom it was about. */
@QuarkusTest
@WithTestResource(FragileInstallation.class)
class TracesResourceTest {

    private static final String STUDENT = """
            {"document_type":"TI","document_number":"7081726351","first_name":"Trazaquina","last_name":"Trazaquina"}""";

    @Test
    void callsOfSupabaseAreSeenWithoutTheIdsOfPeople() {
        Schools.School school = Schools.create().first();
        String person = Api.as(school, "rector")
                .body("""
                        {"email":"traza.%s@example.org","full_name":"Traza Persona","roles":["teacher"]}""".formatted(UUID.randomUUID()))
                .post("/api/v1/admin/users")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        await().until(() -> TraceReceiver.received().contains("/auth/v1/recover"));
        assertThat(TraceReceiver.received())
                .contains("/auth/v1/admin/users/{id}")
                .doesNotContain(person);
    }

    @Test
    void aRequestIsSeenWithItsStatementsAndWithoutPeople() throws IOException {
        Schools.School school = Schools.create().first();
        String token = AuthServer.hs256().of(school.person("rector"));
        Api.as(school, "secretary")
                .body(STUDENT)
                .post("/api/v1/students")
                .then()
                .statusCode(201);
        Api.as(school, "secretary")
                .body(STUDENT)
                .post("/api/v1/students")
                .then()
                .statusCode(409);
        given().get("/trazaperdida/7081726351").then().statusCode(404);
        given().header("Authorization", "Bearer " + token)
                .header("User-Agent", "trazaagente")
                .get("/api/v1/students?q=trazapalabra")
                .then()
                .statusCode(200);
        RawHttp.send("GET /api/v1/auth/schools HTTP/1.1\r\nHost: trazamaquina.example\r\nX-Forwarded-For: 203.0.113.77"
                + "\r\nConnection: close\r\nAuthorization: Bearer " + token + "\r\n\r\n");
        given().header("Authorization", "Bearer " + token)
                .get("/api/v1/auth/me")
                .then()
                .statusCode(200);
        await().until(() -> TraceReceiver.received().contains("/api/v1/auth/me"));
        String received = TraceReceiver.received();
        assertThat(received)
                .contains("athena-api")
                .contains("/api/v1/students")
                .contains("athena.enter")
                .contains("insert into athena.students");
        for (String personal : new String[] {
            "Trazaquina",
            "7081726351",
            "trazapalabra",
            "trazaperdida",
            "trazaagente",
            "trazamaquina",
            "203.0.113.77",
            token,
            "a word!"
        }) {
            assertThat(received).doesNotContain(personal);
        }
    }
}
