package org.athena.platform.limits;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

import org.athena.testing.Api;
import org.athena.testing.Installation;
import org.athena.testing.Schools;
import org.athena.testing.Tight;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;

/** Expensive routes refuse whoever asks too often. */
@QuarkusTest
@TestProfile(Tight.class)
@WithTestResource(Installation.class)
class LimitResourceTest {

    @Test
    void whoSearchesTooOftenIsToldWhenToComeAgain() {
        Schools schools = Schools.create();
        // The minute may end in between: twice as many and some are too many in any.
        Response refused = IntStream.range(0, 2 * Tight.SEARCHES + 2)
                .mapToObj(i -> search(schools.first(), "rector", "?q=x&page_size=1"))
                .filter(answer -> answer.statusCode() != 200)
                .findFirst()
                .orElseThrow();
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.<String>path("code")).isEqualTo("request.rate_limited");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
        assertThat(search(schools.first(), "rector", "").statusCode()).isEqualTo(200);
        assertThat(search(schools.first(), "coordinator", "?q=x").statusCode()).isEqualTo(200);
    }

    @Test
    void aPageThatReportsTooOftenIsToldWhenToComeAgain() {
        List<Response> answers = IntStream.range(0, 2 * Tight.PAGE_ERRORS + 2)
                .mapToObj(i -> given().contentType("application/json")
                        .body("{\"message\":\"x is undefined\"}")
                        .post("/api/v1/page/errors"))
                .toList();
        assertThat(answers.get(0).statusCode()).isEqualTo(204);
        Response refused = answers.stream()
                .filter(answer -> answer.statusCode() != 204)
                .findFirst()
                .orElseThrow();
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.<String>path("code")).isEqualTo("request.rate_limited");
        assertThat(refused.<String>path("detail")).startsWith("There were too many requests of this kind.");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
    }

    private static Response search(Schools.School school, String role, String query) {
        return Api.as(school, role).get("/api/v1/students" + query);
    }
}
