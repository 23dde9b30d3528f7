package org.athena.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import org.athena.testing.Api;
import org.athena.testing.AuthServer;
import org.athena.testing.Installation;
import org.athena.testing.Schools;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** The platform sees figures; nobody else does, and they hold nothing of what anybody did. */
@QuarkusTest
@WithTestResource(Installation.class)
class MonitoringResourceTest {

    private static final String PATH = "/api/v1/admin/monitoring/database";

    private Schools schools;

    @BeforeEach
    void twoSchools() {
        schools = Schools.create();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rector", "coordinator", "secretary", "teacher", "student", "acudiente"})
    void aSchoolsPeopleAreRefused(String role) {
        Response answer = Api.as(schools.first(), role).get(PATH);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.<String>path("code")).isEqualTo("auth.forbidden");
    }

    @Test
    void thePlatformSeesConnectionsAndThePool() {
        JsonPath figures = figures();
        assertThat(figures.getList("connections.state", String.class)).contains("active");
        assertThat(figures.getList("connections.count", Integer.class)).allMatch(count -> count > 0);
        assertThat(figures.getInt("pool.size")).isEqualTo(5);
        assertThat(figures.getInt("pool.active")).isBetween(1, 5);
        assertThat(figures.getList("replicas")).isEmpty();
    }

    @Test
    void withoutTheExtensionThereAreNoStatements() {
        JsonPath figures = figures();
        assertThat(figures.getBoolean("statements_known")).isFalse();
        assertThat(figures.getList("statements")).isEmpty();
    }

    @Test
    void tablesAreShownWithTheirSize() {
        assertThat(figures().getList("tables.table", String.class)).contains("students", "users", "audit_log_2026");
        assertThat(figures().getList("tables.bytes", Long.class)).isSortedAccordingTo((a, b) -> Long.compare(b, a));
    }

    @Test
    void whatASchoolKeepsIsEstimated() {
        UUID school = schools.first().id();
        Schools.change(
                "insert into athena.students (id, school_id, document_type, document_number, first_name, last_name)"
                        + " select gen_random_uuid(), ?, 'TI', n::text, 'A', 'B' from generate_series(1, 5000) n",
                school);
        Schools.change("analyze athena.students");
        JsonPath line = figures().setRootPath("schools.find { it.school_id == '" + school + "' }");
        assertThat(line.getLong("estimated_rows")).isBetween(4_000L, 6_000L);
        assertThat(line.getLong("estimated_bytes")).isPositive();
    }

    @Test
    void requestsAreCountedByRouteAndSchool() {
        UUID school = schools.second().id();
        // Only the most frequent are told, and other tests have asked before.
        int asked = 300;
        for (int i = 0; i < asked; i++) {
            Api.as(schools.second(), "rector").get("/api/v1/students/" + UUID.randomUUID());
        }
        JsonPath figures = figures();
        List<Integer> requests = figures.getList("requests.findAll { it.school_id == '" + school
                + "' && it.route == 'GET /api/v1/students/{id}' }.requests");
        assertThat(requests).containsExactly(asked);
    }

    @Test
    void callsToAuthAreCounted() {
        Api.as(schools.first(), "rector").get("/api/v1/auth/me");
        String token = AuthServer.es256().of(schools.first().person("rector"));
        io.restassured.RestAssured.given()
                .header("Authorization", "Bearer " + token)
                .get("/api/v1/auth/me");
        assertThat(figures().getList("auth_calls.call", String.class)).contains("GET /auth/v1/.well-known/jwks.json");
    }

    private JsonPath figures() {
        Response answer = Api.asSuperadmin(schools, null).get(PATH);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }
}
