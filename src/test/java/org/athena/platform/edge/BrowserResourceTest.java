package org.athena.platform.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.athena.testing.Api;
import org.athena.testing.AuthServer;
import org.athena.testing.DatabaseResource;
import org.athena.testing.RawHttp;
import org.athena.testing.Schools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** What browsers are told: pages of a named origin may call, nobody else's, and nothing of an answer may be run. */
@QuarkusTest
@WithTestResource(DatabaseResource.class)
@WithTestResource(AuthServer.class)
@WithTestResource(BrowserResourceTest.TwoOrigins.class)
class BrowserResourceTest {

    private static final String ORIGIN = "https://app.example.org";
    private static final String PATH = "/api/v1/students";

    /** So few that a test can take them all. */
    static final int WORKERS = 8;

    /** The settings of a service behind a front end, whose callers have little time. */
    public static class TwoOrigins implements QuarkusTestResourceLifecycleManager {
        @Override
        public Map<String, String> start() {
            return Map.of(
                    "ATHENA_CORS_ORIGINS", "https://other.example.org, " + ORIGIN,
                    "ATHENA_HSTS", "365D",
                    "ATHENA_HTTP2_CLEARTEXT", "true",
                    "ATHENA_HEAD_DEADLINE", "3S",
                    "ATHENA_BODY_DEADLINE", "6S",
                    "quarkus.thread-pool.max-threads", Integer.toString(WORKERS));
        }

        @Override
        public void stop() {}
    }

    /** A page on a host of its own reads here where people sign in (docs/operations/page.md). */
    @Test
    void aPageOfANamedOriginReadsItsSettings() {
        given().header("Origin", ORIGIN)
                .get("/config.json")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", ORIGIN)
                .header("Vary", containsString("Origin"));
        given().header("Origin", "https://stranger.example.org")
                .get("/config.json")
                .then()
                .statusCode(403);
    }

    @Test
    void aPreflightIsAnsweredWithoutAToken() {
        Response answer = given().header("Origin", ORIGIN)
                .header("Access-Control-Request-Method", "PATCH")
                .header("Access-Control-Request-Headers", "authorization,x-school-id,if-match,idempotency-key")
                .options(PATH);
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
        assertThat(answer.header("Access-Control-Allow-Credentials")).isNull();
        assertThat(names(answer, "Access-Control-Allow-Methods")).contains("patch", "delete", "post");
        assertThat(names(answer, "Access-Control-Allow-Headers"))
                .contains("authorization", "content-type", "x-school-id", "if-match", "idempotency-key");
    }

    @Test
    void anAnswerShowsThePageItsHeaders() {
        Response answer = Api.as(Schools.create().first(), "rector")
                .header("Origin", ORIGIN)
                .get(PATH);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
        assertThat(names(answer, "Access-Control-Expose-Headers"))
                .containsExactlyInAnyOrder(
                        "allow",
                        "content-disposition",
                        "etag",
                        "idempotency-replayed",
                        "location",
                        "retry-after",
                        "www-authenticate",
                        "x-request-id",
                        "x-school-id");
    }

    /** A cache between the page and the service would give one page the answer that another may read. */
    @Test
    void everyAnswerSaysThatItDependsOnTheOrigin() throws IOException {
        Schools.School school = Schools.create().first();
        RequestSpecification page = Api.as(school, "rector").header("Origin", ORIGIN);
        for (Response answer : List.of(
                page.get(PATH),
                page.get(PATH + "/nothing"),
                given().get(PATH),
                given().header("Origin", ORIGIN).get(PATH + "?x=" + "y".repeat(9_000)),
                given().header("Origin", "https://evil.example.org").get(PATH))) {
            assertThat(names(answer, "Vary"))
                    .as(answer.statusLine())
                    .containsExactlyInAnyOrder("authorization", "x-school-id", "origin");
        }
        assertThat(names(preflight(ORIGIN, "PATCH", "if-match"), "Vary")).contains("origin");
        RawHttp tooLarge = RawHttp.send("POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nOrigin: " + ORIGIN
                + "\r\nContent-Length: 9000000\r\n\r\n");
        assertThat(tooLarge.status()).isEqualTo(413);
        assertThat(tooLarge.header("Vary")).isEqualTo("Authorization, X-School-Id, Origin");
    }

    /** The browser tells the page's author nothing; the log does. */
    @Test
    void aPreflightThatIsRefusedIsExplainedInTheLog() throws IOException {
        String host = UUID.randomUUID() + ".example.org";
        preflight("https://" + host, "GET", "authorization");
        preflight(ORIGIN, "BREW", "authorization");
        String header = "x-" + host.substring(0, 8);
        preflight(ORIGIN, "GET", "authorization, " + header);
        preflight("https://" + host + "/ level=ERROR", "GET", "authorization");
        assertThat(Files.readString(Path.of("target/log/suite.log")))
                .contains("a preflight is refused: https://" + host + " is not one of ATHENA_CORS_ORIGINS")
                .contains("a preflight is refused: pages of " + ORIGIN + " may not use the method BREW")
                .contains("a preflight is refused: pages of " + ORIGIN + " may not send the header " + header)
                .contains("a preflight is refused: (no origin) is not one of ATHENA_CORS_ORIGINS")
                .doesNotContain(host + "/");
    }

    private static Response preflight(String origin, String method, String headers) {
        return given().header("Origin", origin)
                .header("Access-Control-Request-Method", method)
                .header("Access-Control-Request-Headers", headers)
                .options(PATH);
    }

    @Test
    void aRefusalOfTheEdgeIsShownToThePage() {
        Response answer = given().header("Origin", ORIGIN).get(PATH + "?x=" + "y".repeat(9_000));
        assertThat(answer.statusCode()).isEqualTo(414);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example.org", "http://app.example.org", "https://app.example.org.evil.org", "null"
            })
    void anotherOriginIsRefused(String origin) {
        Response call = given().header("Origin", origin).get(PATH);
        Response preflight = given().header("Origin", origin)
                .header("Access-Control-Request-Method", "GET")
                .options(PATH);
        for (Response answer : List.of(call, preflight)) {
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.<String>path("code")).isEqualTo("request.origin");
            assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {PATH, "/nothing", "/api/v1/auth/me"})
    void everyAnswerSaysWhatABrowserMayDoWithIt(String path) {
        Response answer = given().get(path);
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Content-Security-Policy")).isEqualTo("default-src 'none'; frame-ancestors 'none'");
        assertThat(answer.header("Strict-Transport-Security")).isEqualTo("max-age=31536000");
    }

    private static List<String> names(Response answer, String header) {
        return Arrays.stream(answer.header(header).toLowerCase(Locale.ROOT).split("\\s*,\\s*"))
                .toList();
    }
}
