package org.athena.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.athena.testing.Api;
import org.athena.testing.DatabaseResource;
import org.athena.testing.HeldRow;
import org.athena.testing.Installation;
import org.athena.testing.Schools;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

@QuarkusTest
@WithTestResource(Installation.class)
class IdempotencyKeysTest {

    private static final String PATH = "/api/v1/schools/me/years";
    private static final String OLD = """
            insert into athena.idempotency_keys (school_id, user_id, method, path, key, request_hash, status, created_at)
            select ?, ?, 'POST', '/api/v1/schools/me/years', 'key-' || n, 'x', 201, now() - make_interval(hours => ?)
              from generate_series(1, ?) n""";

    private Schools schools;

    @BeforeEach
    void twoSchools() {
        schools = Schools.create();
    }

    private Response year(String key, String name) {
        return Api.as(schools.first(), "rector")
                .header("Idempotency-Key", key)
                .body("{\"name\":\"%s\",\"starts_on\":\"2027-01-18\",\"ends_on\":\"2027-11-26\"}".formatted(name))
                .post(PATH);
    }

    private void remember(Schools.School school, int hoursAgo, int keys) {
        Schools.change(OLD, school.id(), school.person("rector"), hoursAgo, keys);
    }

    private int kept(Schools.School school) {
        return Schools.count("athena.idempotency_keys where user_id = ?", school.person("rector"));
    }

    @Test
    void theOldKeysOfSomebodyWhoNeverComesBackAreForgotten() {
        remember(schools.second(), 25, 3);
        Schools.change(
                "update athena.idempotency_keys set created_at = now() - interval '40 years' where user_id = ?",
                schools.second().person("rector"));
        year("new", "2027").then().statusCode(201);
        assertThat(kept(schools.second())).isZero();
        assertThat(kept(schools.first())).isEqualTo(1);
    }

    @Test
    void aKeyOfTheLastDayIsKeptWhoeversItIs() {
        remember(schools.second(), 23, 3);
        year("new", "2027").then().statusCode(201);
        assertThat(kept(schools.second())).isEqualTo(3);
    }

    @Test
    void oneRequestForgetsABoundedNumberForOthers() {
        remember(schools.second(), 24 * 365 * 50, 150);
        year("new", "2027").then().statusCode(201);
        assertThat(kept(schools.second())).isEqualTo(50);
        year("newer", "2028").then().statusCode(201);
        assertThat(kept(schools.second())).isZero();
    }

    /** The planner decides by its statistics how the oldest are found: another way must not find more of them. */
    @Test
    void theNumberIsBoundedHoweverThePlannerFindsThem() throws SQLException {
        remember(schools.second(), 24 * 365 * 50, 150);
        try (Connection owner = DatabaseResource.owner();
                Statement statement = owner.createStatement()) {
            for (String way : List.of("hashjoin", "mergejoin", "hashagg", "sort", "material", "memoize")) {
                statement.execute("set enable_" + way + " = off");
            }
            statement.execute("select athena.forget_idempotency_keys('/', 'none')");
        }
        assertThat(kept(schools.second())).isEqualTo(50);
        year("newer", "2028").then().statusCode(201);
        assertThat(kept(schools.second())).isZero();
    }

    @Test
    void anOldKeyIsFreeAgainHoweverManyOthersAreOlder() {
        remember(schools.second(), 24 * 365 * 50, 150);
        String key = "again-" + UUID.randomUUID();
        year(key, "2027").then().statusCode(201);
        Schools.change(
                "update athena.idempotency_keys set created_at = now() - interval '25 hours' where key = ?", key);
        year(key, "2028").then().statusCode(201).header("Idempotency-Replayed", (String) null);
        year(key, "2028").then().statusCode(201).header("Idempotency-Replayed", "true");
        assertThat(Schools.count(
                        "athena.school_years where school_id = ?",
                        schools.first().id()))
                .isEqualTo(2);
    }

    @Test
    void aKeyAtWorkIsAnsweredAtOnce() throws Exception {
        CompletableFuture<Response> first;
        try (HeldRow held = HeldRow.by("lock table athena.school_years in share mode")) {
            first = meanwhile("busy");
            held.awaitWaiting(1);
            assertInProgress(meanwhile("busy").get(10, TimeUnit.SECONDS));
        }
        assertThat(first.get().statusCode()).isEqualTo(201);
        year("busy", "2027").then().statusCode(201).header("Idempotency-Replayed", "true");
    }

    private CompletableFuture<Response> meanwhile(String key) {
        return CompletableFuture.supplyAsync(() -> year(key, "2027"), work -> new Thread(work).start());
    }

    @Test
    void aKeyAtWorkOnAnotherInstanceIsAnsweredAtOnceAndNoOtherOne() throws Exception {
        Schools.School school = schools.first();
        try (HeldRow held =
                HeldRow.lock("idempotency", school.person("rector"), school.id(), "POST", PATH, "elsewhere")) {
            assertInProgress(year("elsewhere", "2027"));
            year("another", "2028").then().statusCode(201);
        }
        year("elsewhere", "2027").then().statusCode(201).header("Idempotency-Replayed", (String) null);
    }

    private static void assertInProgress(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(409);
        assertThat(answer.<String>path("code")).isEqualTo("idempotency.in_progress");
        assertThat(answer.<String>path("title")).isEqualTo("A request with this key is still being carried out");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
    }
}
