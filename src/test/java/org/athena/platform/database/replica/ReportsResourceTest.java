package org.athena.platform.database.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.athena.platform.database.DatabaseUrl;
import org.athena.testing.Api;
import org.athena.testing.AuthServer;
import org.athena.testing.DebianPostgres;
import org.athena.testing.ManagementPort;
import org.athena.testing.Metrics;
import org.athena.testing.ReplicatedDatabase;
import org.athena.testing.Schools;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

/** A report, of a service that has a streaming replica. */
@QuarkusTest
@WithTestResource(ReplicatedDatabase.class)
@WithTestResource(AuthServer.class)
@WithTestResource(ManagementPort.class)
class ReportsResourceTest {

    private static final String PATH = "/api/v1/compliance/audit-log";
    private static final String READS = "athena_database_reports_total";
    private static final String LAG = "athena_database_replica_lag_seconds";
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private Schools schools;
    private UUID other;

    @BeforeEach
    void aSchoolWithTwoRectors() {
        ReplicatedDatabase.requirePrograms();
        schools = Schools.create();
        other = Schools.user("rector", "active");
        Schools.member(schools.first().id(), other, "rector");
        ReplicatedDatabase.awaitCaughtUp();
        await().atMost(PATIENCE).until(() -> from("replica", "caught_up", this::other));
    }

    @AfterEach
    void replaying() {
        if (DebianPostgres.installed()) {
            ReplicatedDatabase.resume();
        }
    }

    @Test
    void theReplicaShowsTheOwnSchoolAlone() {
        write(schools.first());
        write(schools.second());
        ReplicatedDatabase.awaitCaughtUp();
        await().atMost(PATIENCE).until(() -> from("replica", "caught_up", this::own));
        assertThat(own()).containsOnly(writer());
        assertThat(lines(schools.second().person("rector"), schools.second().id()))
                .containsOnly(schools.second().person("rector").toString());
    }

    @Test
    void whoHasJustWrittenReadsItAndNobodyElseWaits() {
        ReplicatedDatabase.pause();
        write(schools.first());

        assertThat(from("primary", "own_write", () -> assertThat(own()).contains(writer())))
                .as("the writer's report")
                .isTrue();
        assertThat(from("replica", "caught_up", () -> assertThat(other()).doesNotContain(writer())))
                .as("somebody else's report")
                .isTrue();

        ReplicatedDatabase.resume();
        await().atMost(PATIENCE)
                .until(() ->
                        from("replica", "caught_up", () -> assertThat(own()).contains(writer())));
    }

    @Test
    void whoWroteInAnotherSchoolReadsTheirWriteToo() {
        Schools.member(schools.second().id(), schools.first().person("rector"), "rector");
        ReplicatedDatabase.awaitCaughtUp();
        ReplicatedDatabase.pause();
        Api.as(schools.first().person("rector"), schools.second().id())
                .body("{\"pei_summary\":\"Otra\"}")
                .patch("/api/v1/schools/me/settings")
                .then()
                .statusCode(200);
        assertThat(from("primary", "own_write", this::own)).isTrue();
    }

    @Test
    void howFarItIsBehindIsShown() {
        ReplicatedDatabase.pause();
        write(schools.first());
        await().atMost(PATIENCE).until(() -> lag() > 0);
        double first = lag();
        await().atMost(PATIENCE).until(() -> lag() > first);
        ReplicatedDatabase.resume();
        await().atMost(PATIENCE).until(() -> lag() == 0);
        assertThat(Metrics.values("athena_database_pool_size", "pool")).containsExactlyInAnyOrder("primary", "replica");
    }

    @Test
    void aReplicaThatFallsBehindIsNotRead() {
        ReplicatedDatabase.pause();
        write(schools.first());
        await().atMost(PATIENCE)
                .until(() -> from("primary", "behind", () -> assertThat(other()).isNotNull()));
        assertThat(lag()).isGreaterThan(ReplicatedDatabase.MOST_LAG.getSeconds());
        assertThat(other()).contains(writer());
    }

    @Test
    void withoutItsReplicaThePrimaryAnswersAndTheServiceIsReady() throws IOException {
        ReplicatedDatabase.replica().stop();
        try {
            for (int i = 0; i < 3; i++) {
                assertThat(from("primary", "down", this::other)).isTrue();
            }
            assertThat(Metrics.lines()).contains(LAG + " NaN");
            RestAssured.given()
                    .baseUri(ManagementPort.url())
                    .get("/q/health/ready")
                    .then()
                    .statusCode(200);
            Api.as(schools.first(), "rector")
                    .queryParam("sort", "nonsense")
                    .get(PATH)
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("request.invalid"));
        } finally {
            ReplicatedDatabase.replica().start();
        }
        await().atMost(PATIENCE).until(() -> from("replica", "caught_up", this::other));
    }

    @Test
    void nothingIsWrittenOnTheReplica() throws SQLException {
        try (Connection connection = DebianPostgres.open(ReplicatedDatabase.asService());
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(
                            () -> statement.execute("insert into athena.idempotency_keys (user_id, method, path, key,"
                                    + " request_hash) values (gen_random_uuid(), 'POST', '/', 'k', 'h')"))
                    .hasMessageContaining("read-only transaction");
        }
    }

    @Test
    void anotherDatabaseOfTheSameClusterIsNoReplica() throws SQLException {
        String one = ReplicatedDatabase.owner();
        String other = one.replaceFirst("/postgres$", "/other");
        try (Connection primary = DebianPostgres.open(one);
                Statement statement = primary.createStatement()) {
            statement.execute("create database other");
            try (Connection elsewhere = DebianPostgres.open(other);
                    Statement schema = elsewhere.createStatement()) {
                schema.execute(
                        "create schema athena; create function athena.writes_of_caller(timestamptz) returns bigint"
                                + " language sql as 'select 0::bigint'");
            }
            ReplicatedDatabase.awaitCaughtUp();
            Progress progress = Progress.ofPrimary(primary);
            assertThat(isReplica(progress, ReplicatedDatabase.ownerOfReplica())).isTrue();
            assertThat(isReplica(progress, ReplicatedDatabase.ownerOfReplica().replaceFirst("/postgres$", "/other")))
                    .isFalse();
            statement.execute("drop database other");
        }
    }

    private static boolean isReplica(Progress progress, String url) throws SQLException {
        try (Connection connection = DebianPostgres.open(url)) {
            return progress.reachedBy(connection).replica();
        }
    }

    @Test
    void aPrimaryThatMayNotBeAskedIsNamedAtTheStart() throws SQLException {
        String asService = "set local role "
                + DatabaseUrl.parse("URL", ReplicatedDatabase.asService()).role();
        try (Connection superuser = DebianPostgres.open(ReplicatedDatabase.owner());
                Statement statement = superuser.createStatement()) {
            superuser.setAutoCommit(false);
            statement.execute(asService);
            assertThat(PrimaryOfReplica.fault(superuser)).isEmpty();
            // Undone with the transaction: nobody else notices.
            statement.execute(
                    "reset role; revoke execute on function pg_catalog.pg_control_system() from public;" + asService);
            assertThat(PrimaryOfReplica.fault(superuser))
                    .get()
                    .asString()
                    .startsWith("DATABASE_READ_URL: ")
                    .contains("42501", "grant execute on function pg_catalog.pg_control_system()");
            superuser.rollback();
        }
    }

    /** Whether reading it was counted there, and once. */
    private static boolean from(String database, String reason, Runnable reading) {
        String[] labels = {"from=\"" + database + "\"", "reason=\"" + reason + "\""};
        double before = Metrics.sum(READS, labels);
        reading.run();
        return Metrics.sum(READS, labels) - before == 1;
    }

    private static double lag() {
        return Metrics.sum(LAG);
    }

    private static void write(Schools.School school) {
        Api.as(school, "rector")
                .body("{\"pei_summary\":\"" + UUID.randomUUID() + "\"}")
                .patch("/api/v1/schools/me/settings")
                .then()
                .statusCode(200);
    }

    private String writer() {
        return schools.first().person("rector").toString();
    }

    /** Who did what is in the log, as the writer reads it. */
    private List<String> own() {
        return lines(schools.first().person("rector"), schools.first().id());
    }

    /** As somebody reads it who has written nothing. */
    private List<String> other() {
        return lines(other, schools.first().id());
    }

    private static List<String> lines(UUID reader, UUID school) {
        return Api.as(reader, school)
                .queryParam("entity_type", "school_settings")
                .queryParam("action", "update")
                .get(PATH)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.actor_id");
    }
}
