package org.athena.lambda;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;

import org.athena.testing.DatabaseResource;
import org.athena.testing.Schools;
import org.athena.testing.Tokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.restassured.RestAssured;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/** The function that would be uploaded, in its runtime, answers what the service answers. */
class LambdaIT {

    private static final String ISSUER = "https://project.example/auth/v1";
    private static final String SECRET = "a-secret-for-a-function-" + UUID.randomUUID();
    private static final String STUDENTS = "/api/v1/students";

    /** The event server waits for ever for a function that has broken down. */
    private static final RestAssuredConfig PATIENCE = RestAssured.config()
            .httpClient(HttpClientConfig.httpClientConfig().setParam("http.socket.timeout", 60_000));

    private static final EventServer EVENTS = new EventServer();
    private static LambdaFunction function;

    private final Schools schools = Schools.create();

    @BeforeAll
    static void startFunction(@TempDir Path directory) throws Exception {
        EVENTS.start(0);
        function = LambdaFunction.start(directory, EVENTS, settings());
    }

    @AfterAll
    static void endFunction() throws Exception {
        function.close();
        EVENTS.close();
    }

    private static Map<String, String> settings() {
        return new HashMap<>(Map.of(
                "DATABASE_URL",
                DatabaseResource.serviceUrl(),
                "JWT_SECRET",
                SECRET,
                "ATHENA_AUTH_ISSUER",
                ISSUER,
                "ATHENA_DATABASE_POOL_SIZE",
                "1",
                "QUARKUS_MANAGEMENT_HOST_ENABLED",
                "false"));
    }

    private static RequestSpecification anybody() {
        return given().config(PATIENCE).baseUri("http://127.0.0.1:" + EVENTS.getPort());
    }

    private static RequestSpecification as(Schools.School school, String role) {
        SecretKeySpec key = new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        return anybody()
                .header("Authorization", "Bearer " + new Tokens(ISSUER, "HS256", null, key).of(school.person(role)))
                .header("X-School-Id", school.id().toString())
                .contentType(ContentType.JSON);
    }

    @Test
    void whoeverDoesNotSignInIsRefused() {
        anybody()
                .get(STUDENTS)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("auth.required"));
    }

    @Test
    void aStudentIsEnrolledReadAndChangedAndTheOtherSchoolSeesNothing() {
        String path = as(schools.first(), "secretary")
                .body(
                        "{\"document_type\":\"TI\",\"document_number\":\"1020\",\"first_name\":\"Lucía\",\"last_name\":\"Peña\"}")
                .post(STUDENTS)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        String tag = as(schools.first(), "secretary")
                .get(path)
                .then()
                .statusCode(200)
                .body("first_name", equalTo("Lucía"))
                .extract()
                .header("ETag");
        as(schools.first(), "secretary")
                .header("If-Match", tag)
                .body("{\"last_name\":\"Ñúñez\"}")
                .patch(path)
                .then()
                .statusCode(200)
                .body("last_name", equalTo("Ñúñez"));
        as(schools.first(), "secretary")
                .header("If-Match", tag)
                .body("{}")
                .patch(path)
                .then()
                .statusCode(412);
        as(schools.second(), "secretary").get(path).then().statusCode(404);
        as(schools.second(), "secretary").get(STUDENTS).then().statusCode(200).body("items.size()", equalTo(0));
    }

    @Test
    void aFileIsImported() {
        String file = "document_type;document_number;first_name;last_name;birth_date\nTI;1;Íñigo;Peña;2015-02-03\n";
        as(schools.first(), "secretary")
                .contentType("text/csv")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post(STUDENTS + "/import")
                .then()
                .statusCode(201)
                .body("imported", equalTo(1));
        as(schools.first(), "secretary")
                .queryParam("q", "Íñigo")
                .get(STUDENTS)
                .then()
                .body("items[0].last_name", equalTo("Peña"));
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        as(schools.first(), "secretary")
                .body("{\"first_name\":\"" + "x".repeat(7_000_000) + "\"}")
                .post(STUDENTS)
                .then()
                .statusCode(413)
                .body("code", equalTo("request.too_large"));
    }

    @Test
    void withTheOwnersCredentialsItDoesNotStart(@TempDir Path directory) throws Exception {
        Map<String, String> settings = settings();
        settings.put("MIGRATION_DATABASE_URL", DatabaseResource.ownerUrl());
        EventServer events = new EventServer();
        events.start(0);
        try (events;
                LambdaFunction refused = LambdaFunction.start(directory, events, settings)) {
            // Lambda ends a function that says so; the event server does not.
            await().atMost(Duration.ofSeconds(120))
                    .until(() -> refused.output().contains("refusing to start: MIGRATION_DATABASE_URL is set"));
            assertThat(refused.output()).doesNotContain("Installed features");
        }
    }
}
