package org.athena.platform.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

import org.athena.testing.CountingProxy;
import org.athena.testing.Installation;
import org.athena.testing.Metrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The page reports its errors: one line in the log, bounded, and without what was typed. */
@QuarkusTest
@WithTestResource(Installation.class)
class PageErrorResourceTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String COUNTED = "athena_page_errors_total";

    private static ObjectNode error(String message) {
        return JSON.createObjectNode().put("message", message);
    }

    private static Response report(String id, JsonNode error) {
        return given().header("X-Request-Id", id)
                .contentType("application/json")
                .body(error.toString())
                .post("/api/v1/page/errors");
    }

    private static Response report(JsonNode error) {
        return report(UUID.randomUUID().toString(), error);
    }

    @Test
    void anErrorIsOneLineAndIsCounted() throws IOException {
        double before = Metrics.sum(COUNTED);
        String id = UUID.randomUUID().toString();
        String answer = UUID.randomUUID().toString();
        ObjectNode error = error("x is \"undefined\"")
                .put("stack", "TypeError\n\tat f (app.js:1:2)\r\n\u001b[31m\u007f\u0085\u2028\u202e at g")
                .put("route", "/students/$id")
                .put("request_id", answer)
                .put("release", "1.4.0+3f9c2a1");
        Response reported = report(id, error);
        assertThat(reported.statusCode()).as(reported.asString()).isEqualTo(204);
        assertThat(reported.asString()).isEmpty();
        assertThat(reported.header("X-Request-Id")).isEqualTo(id);
        String line = line(id);
        assertThat(line).contains("WARN").matches("[ -~]*");
        assertThat(logged(line)).isEqualTo(error);
        assertThat(Metrics.sum(COUNTED)).isGreaterThanOrEqualTo(before + 1);
        assertThat(Metrics.lines())
                .filteredOn(metric -> metric.startsWith(COUNTED))
                .hasSize(1);
    }

    /** The pool looks after its connections at any time, so the database may be asked between two counts, but not each time. */
    @Test
    void anErrorNeedsNoDatabase() {
        await().untilAsserted(() -> {
            int turns = CountingProxy.turns();
            report(UUID.randomUUID().toString(), error("x"));
            assertThat(CountingProxy.turns() - turns)
                    .as("turns to the database")
                    .isZero();
        });
    }

    @Test
    void whatIdentifiesSomebodyIsNotLogged() throws IOException {
        String id = UUID.randomUUID().toString();
        String told = "ana.ruiz@colegio.co, TI 9081726354, " + UUID.randomUUID();
        ObjectNode error = error(told)
                .put("stack", told)
                .put("route", "/students/" + UUID.randomUUID() + "?q=Centinelaquina")
                .put("request_id", "9081726354");
        assertThat(report(id, error).statusCode()).isEqualTo(204);
        String masked = "[e-mail], TI [number], [id]";
        assertThat(logged(line(id)))
                .isEqualTo(error(masked)
                        .put("stack", masked)
                        .put("route", "/students/[id]?q=[value]")
                        .put("request_id", "[number]"));
    }

    @Test
    void whateverTokenIsSentIsNotLookedAt() {
        for (String token : new String[] {"Bearer x", "Bearer eyJhbGciOiJIUzI1NiJ9.e30.x", "Basic eDp5"}) {
            given().header("Authorization", token)
                    .header("X-School-Id", "x")
                    .contentType("application/json")
                    .body(error("x").toString())
                    .post("/api/v1/page/errors")
                    .then()
                    .statusCode(204);
        }
    }

    @ParameterizedTest
    @CsvSource({"message, 500", "stack, 4000", "route, 200", "release, 64", "request_id, 64"})
    void everyTextIsBounded(String field, int most) {
        assertThat(report(error("x").put(field, "x".repeat(most))).statusCode()).isEqualTo(204);
        assertRefused(error("x").put(field, "x".repeat(most + 1)), field);
        assertRefused(error("x").put(field, ""), field);
    }

    @ParameterizedTest
    @CsvSource({"message", "route", "release", "request_id"})
    void allButTheStackAreOnOneLine(String field) {
        assertRefused(error("x").put(field, "a\nb"), field);
        assertRefused(error("x").put(field, "a\u202eb"), field);
    }

    @Test
    void theMessageIsNeeded() {
        assertRefused(JSON.createObjectNode(), "message");
        assertRefused(error("x").put("user", "Ana"), "user");
    }

    private static void assertRefused(JsonNode error, String field) {
        Response refused = report(error);
        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(400);
        assertThat(refused.<List<String>>path("violations.field")).containsOnly(field);
    }

    @Test
    void theBodyIsSmall() {
        Response refused = report(error("x").put("stack", "x".repeat(33 * 1024)));
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.<String>path("detail")).isEqualTo("The body is larger than 32 KiB.");
        assertThat(report(error("\u00e9".repeat(500)).put("stack", "\u00e9".repeat(4_000)))
                        .statusCode())
                .isEqualTo(204);
    }

    /** The log of the package is JSON itself. */
    private static JsonNode logged(String line) throws JsonProcessingException {
        String text = line.startsWith("{") ? JSON.readTree(line).path("message").asText() : line;
        return JSON.readTree(text.substring(text.indexOf("page error {") + "page error ".length()));
    }

    /** The line of the report that came with this id. */
    static String line(String id) throws IOException {
        try (var lines = Files.lines(Path.of("target/log/suite.log"))) {
            return lines.filter(line -> line.contains(id) && line.contains("page error {"))
                    .reduce((one, other) -> {
                        throw new AssertionError("two lines for one report");
                    })
                    .orElseThrow();
        }
    }
}
