package org.athena.platform.metrics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.UUID;

import org.athena.testing.Api;
import org.athena.testing.AuthServer;
import org.athena.testing.AuthServer.Answer;
import org.athena.testing.Installation;
import org.athena.testing.Metrics;
import org.athena.testing.RawHttp;
import org.athena.testing.Schools;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** What Prometheus gets to see, and what it must not. */
@QuarkusTest
@WithTestResource(Installation.class)
class MetricsResourceTest {

    private static final String DECISIONS = "athena_auth_decisions_seconds_count";
    private static final String REQUESTS = "http_server_requests_seconds_count";
    private static final String NO_ROUTE = "uri=\"/no-route\"";

    @AfterEach
    void restore() {
        AuthServer.reset();
    }

    @Test
    void theStepThatDecidedIsCounted() {
        UUID user = Schools.create().first().person("teacher");
        assertCounts("secret", "accepted", AuthServer.hs256().of(user));
        String published = AuthServer.es256().of(user);
        assertCounts("published_key", "accepted", published);
        assertCounts("cache", "accepted", published);
        assertCounts("shape", "refused", "no-token-at-all");
        assertCounts("published_key", "refused", published.substring(0, published.lastIndexOf('.') + 1) + "AAAA");
        assertCounts(
                "supabase",
                "undecided",
                AuthServer.hs256("another-secret-of-32-bytes-or-more").of(user));
        double before = Metrics.sum(DECISIONS, "step=\"header\"");
        given().get("/api/v1/auth/me").then().statusCode(401);
        assertThat(Metrics.sum(DECISIONS, "step=\"header\"") - before).isEqualTo(1);
    }

    private static void assertCounts(String step, String outcome, String token) {
        String[] labels = {"step=\"" + step + "\"", "outcome=\"" + outcome + "\""};
        double before = Metrics.sum(DECISIONS, labels);
        given().header("Authorization", "Bearer " + token).get("/api/v1/auth/me");
        assertThat(Metrics.sum(DECISIONS, labels) - before).as(step + outcome).isEqualTo(1);
    }

    @Test
    void lookUpsInTheMemoryOfTokensAreCounted() {
        UUID user = Schools.create().first().person("teacher");
        double misses = Metrics.sum("cache_gets_total", "cache=\"good_tokens\"", "result=\"miss\"");
        double hits = Metrics.sum("cache_gets_total", "cache=\"good_tokens\"", "result=\"hit\"");
        String token = AuthServer.hs256().of(user);
        for (int i = 0; i < 3; i++) {
            given().header("Authorization", "Bearer " + token).get("/api/v1/auth/me");
        }
        assertThat(Metrics.sum("cache_gets_total", "cache=\"good_tokens\"", "result=\"miss\"") - misses)
                .isEqualTo(1);
        assertThat(Metrics.sum("cache_gets_total", "cache=\"good_tokens\"", "result=\"hit\"") - hits)
                .isEqualTo(2);
        assertThat(Metrics.sum("cache_size", "cache=\"good_tokens\"")).isPositive();
    }

    @Test
    void questionsToSupabaseAreCountedByWhatCameOfThem() {
        UUID user = Schools.create().first().person("teacher");
        assertFallback("unavailable", user, new Answer(503, null, ""));
        assertFallback("refused", user, new Answer(403, "session_not_found", "{}"));
        assertFallback("answered", user, new Answer(200, null, "{\"id\":\"" + user + "\"}"));
        assertThat(Metrics.sum("athena_auth_breaker_state", "state=\"closed\"")).isEqualTo(1);
        assertThat(Metrics.sum("athena_auth_breaker_state")).isEqualTo(1);
        assertThat(Metrics.sum("athena_auth_keys_loads_total", "outcome=\"success\""))
                .isPositive();
    }

    private static void assertFallback(String outcome, UUID user, Answer answer) {
        AuthServer.userAnswer = answer;
        String token = AuthServer.hs256("another-secret-of-32-bytes-or-more").of(user);
        double before = Metrics.sum("athena_auth_fallback_seconds_count", "outcome=\"" + outcome + "\"");
        given().header("Authorization", "Bearer " + token).get("/api/v1/auth/me");
        assertThat(Metrics.sum("athena_auth_fallback_seconds_count", "outcome=\"" + outcome + "\"") - before)
                .as(outcome)
                .isEqualTo(1);
    }

    @Test
    void thePoolIsShown() {
        double before = Metrics.sum("athena_database_pool_acquired_total");
        Api.as(Schools.create().first(), "rector")
                .get("/api/v1/students")
                .then()
                .statusCode(200);
        assertThat(Metrics.sum("athena_database_pool_acquired_total")).isGreaterThan(before);
        assertThat(Metrics.sum("athena_database_pool_size")).isEqualTo(5);
        assertThat(Metrics.values("athena_database_pool_size", "pool"))
                .as("without DATABASE_READ_URL there is one")
                .containsExactly("primary");
        assertThat(Metrics.sum("athena_database_pool_active") + Metrics.sum("athena_database_pool_idle"))
                .isBetween(1.0, 5.0);
        // Quarkus' own counters stand still after a collection.
        assertThat(Metrics.lines()).noneMatch(line -> line.startsWith("agroal_"));
    }

    @Test
    void withoutAReplicaReportsAreReadFromThePrimary() {
        String[] labels = {"from=\"primary\"", "reason=\"no_replica\""};
        double before = Metrics.sum("athena_database_reports_total", labels);
        Api.as(Schools.create().first(), "rector")
                .get("/api/v1/compliance/audit-log")
                .then()
                .statusCode(200);
        assertThat(Metrics.sum("athena_database_reports_total", labels) - before)
                .isEqualTo(1);
    }

    @Test
    void aRouteIsCountedUnderItsTemplate() {
        UUID nobody = UUID.randomUUID();
        Api.as(Schools.create().first(), "rector")
                .get("/api/v1/students/" + nobody)
                .then()
                .statusCode(404);
        await().until(() -> Metrics.sum(REQUESTS, "uri=\"/api/v1/students/{id}\"", "status=\"404\"") > 0);
        assertThat(Metrics.lines()).noneMatch(line -> line.contains(nobody.toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/nothing/SECRET HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "POST /api/v1/SECRET HTTP/1.1\r\nHost: a\r\nContent-Length: 9999999\r\nConnection: close\r\n\r\n",
                "GET /SECRET/[ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "SECRET /api/v1/students HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "GET /LONG HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
            })
    void whatReachesNoRouteHasOneName(String request) throws IOException {
        String secret = "S" + UUID.randomUUID().toString().replace("-", "");
        String sent = request.replace("LONG", "SECRET" + "x".repeat(9_000)).replace("SECRET", secret);
        double before = Metrics.sum(REQUESTS, NO_ROUTE);
        RawHttp.send(sent);
        await().until(() -> Metrics.sum(REQUESTS, NO_ROUTE) > before);
        assertThat(Metrics.lines()).noneMatch(line -> line.contains(secret));
    }

    @Test
    void latencyHasBuckets() {
        given().get("/api/v1/auth/me");
        assertThat(Metrics.values("http_server_requests_seconds_bucket", "le")).contains("0.1", "1.0", "+Inf");
    }
}
