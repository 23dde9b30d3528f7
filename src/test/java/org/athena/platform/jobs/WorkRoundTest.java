package org.athena.platform.jobs;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.time.Instant;

import org.athena.platform.audit.AuditAction;
import org.athena.platform.jobs.WorkRound.Bounds;
import org.athena.platform.jobs.WorkRound.Outcome;
import org.athena.testing.Installation;
import org.athena.testing.ManagementPort;
import org.athena.testing.Metrics;
import org.athena.testing.Schools;
import org.junit.jupiter.api.Test;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** What a round does, as which school, and where it ends. */
@QuarkusTest
@WithTestResource(Installation.class)
class WorkRoundTest extends RoundOfWork {

    @Test
    void aJobWritesInItsSchoolAndTheAuditLogNamesNobody() {
        plan(first);
        job.does(school -> {
            addYear(school);
            audit.write(AuditAction.export, "schools", school, "the year");
        });
        double before = Metrics.sum("athena_jobs_total", "kind=\"probe\"", "outcome=\"done\"");
        assertThat(round.run()).isEqualTo(ONE_DONE);
        assertThat(round.run()).isEqualTo(NOTHING);
        assertThat(Schools.count(MINE, first)).isZero();
        assertThat(Schools.count(YEARS, first)).isOne();
        assertThat(Schools.text(
                        "select string_agg(action || ' ' || entity_type, ', ' order by action) from athena.audit_log"
                                + " where school_id = ? and actor_id is null and request_id is not null",
                        first))
                .isEqualTo("create school_years, export schools");
        assertThat(Metrics.sum("athena_jobs_total", "kind=\"probe\"", "outcome=\"done\"") - before)
                .isEqualTo(1);
    }

    @Test
    void aJobReachesNeitherAnotherSchoolNorWhatBelongsToAUser() {
        plan(first);
        // By their keys: the whole table holds the users of every other test.
        String people = Schools.text(
                "select '{' || string_agg(user_id::text, ',') || '}' from athena.school_memberships where school_id = ?",
                first);
        assertThat(people).isNotNull();
        job.does(school -> {
            assertThat(seen("schools")).isOne();
            assertThat(seen("school_memberships where school_id <> '" + school + "'"))
                    .isZero();
            assertThat(seen("idempotency_keys")).isZero();
            assertThat(entities.createNativeQuery(
                                    "update athena.users set full_name = 'Nobody' where id = any(cast(:people as uuid[]))")
                            .setParameter("people", people)
                            .executeUpdate())
                    .isZero();
        });
        assertThat(round.run()).isEqualTo(ONE_DONE);
    }

    /** The scheduler calls in a context of its own, which stays as it is. */
    @Test
    void aContextWithoutACallerIsNoHindranceAndOneWithACallerIs() {
        plan(first);
        ManagedContext context = Arc.container().requestContext();
        context.activate();
        try {
            String before = request.value();
            assertThat(round.run()).isEqualTo(ONE_DONE);
            assertThat(request.value()).isEqualTo(before);
        } finally {
            context.terminate();
        }
        assertThatThrownBy(() -> tenancy.asSystem(first, () -> tenancy.asSystem(second, () -> "in")))
                .hasMessage("a request has its caller already");
        assertThat(context.isActive()).isFalse();
    }

    @Test
    void whatAJobWritesIntoAnotherSchoolIsRefused() {
        plan(first);
        job.does(school -> addYear(second));
        assertThat(round.run()).isEqualTo(new Outcome(0, 1, false));
        assertThat(Schools.count(YEARS, second)).isZero();
    }

    @Test
    void aJobPlansWhatIsDueLaterItself() {
        Instant later = Instant.now().plusSeconds(3600);
        plan(first);
        job.does(school -> {
            dueWork.at(ProbeJob.KIND, school, later.plusSeconds(60));
            dueWork.at(ProbeJob.KIND, school, later);
        });
        assertThat(round.run()).isEqualTo(ONE_DONE);
        assertThat(Schools.count(
                        MINE + " and due_at between now() + interval '59 minutes' and now() + interval '60 minutes'",
                        first))
                .isOne();
    }

    @Test
    void theEarliestTimeCounts() {
        plan(first, Instant.now().plusSeconds(3600));
        assertThat(round.run()).isEqualTo(NOTHING);
        plan(first);
        plan(first, Instant.now().plusSeconds(3600));
        assertThat(round.run()).isEqualTo(ONE_DONE);
    }

    @Test
    void whatARequestTakesBackIsNotDue() {
        assertThatThrownBy(() -> tenancy.as(
                        first,
                        rector,
                        () -> QuarkusTransaction.requiringNew().call(() -> {
                            dueWork.at(ProbeJob.KIND, first, Instant.now());
                            throw new IllegalStateException("refused");
                        })))
                .isInstanceOf(IllegalStateException.class);
        assertThat(Schools.count(MINE, first)).isZero();
    }

    @Test
    void aRoundEndsAtItsBounds() {
        plan(first);
        plan(second);
        assertThat(anotherInstance(new Bounds(1, Duration.ofSeconds(20))).run()).isEqualTo(new Outcome(1, 0, true));
        assertThat(anotherInstance(new Bounds(100, Duration.ZERO)).run()).isEqualTo(new Outcome(0, 0, true));
        given().baseUri(ManagementPort.url())
                .post("/q/work")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("done", equalTo(1))
                .body("failed", equalTo(0))
                .body("left", equalTo(false));
    }

    @Test
    void workOfAKindThatNobodyKnowsStays() {
        Schools.change(
                "insert into athena.due_work (kind, school_id, due_at) values ('of_a_later_version', ?, now())", first);
        assertThat(round.run()).isEqualTo(NOTHING);
        assertThat(Schools.change("delete from athena.due_work where kind = 'of_a_later_version'"))
                .isOne();
    }
}
