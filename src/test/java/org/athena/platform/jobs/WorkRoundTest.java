package org.athena.platform.jobs;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.athena.platform.audit.Audit;
import org.athena.platform.jobs.WorkRound.Bounds;
import org.athena.platform.jobs.WorkRound.Outcome;
import org.athena.platform.request.RequestId;
import org.athena.platform.tenancy.Tenancy;
import org.athena.testing.HeardLog;
import org.athena.testing.HeldRow;
import org.athena.testing.Installation;
import org.athena.testing.ManagementPort;
import org.athena.testing.Metrics;
import org.athena.testing.Schools;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Work outside requests, on two instances where that matters. */
@QuarkusTest
@WithTestResource(Installation.class)
class WorkRoundTest {

    private static final String MINE = "athena.due_work where kind = 'probe' and school_id = ?";
    private static final String PLANNED =
            "update athena.due_work set due_at = due_at where kind = 'probe' and school_id = ?";
    private static final String YEARS = "athena.school_years where school_id = ?";
    private static final String YEAR = """
            insert into athena.school_years (school_id, name, starts_on, ends_on)
            values (:school, '2030', '2030-02-01', '2030-11-30')""";

    private static final Outcome ONE_DONE = new Outcome(1, 0, false);
    private static final Outcome NOTHING = new Outcome(0, 0, false);

    @Inject
    Tenancy tenancy;

    @Inject
    EntityManager entities;

    @Inject
    Audit audit;

    @Inject
    RequestId request;

    @Inject
    DueWork dueWork;

    @Inject
    ProbeJob job;

    @Inject
    WorkRound round;

    @Inject
    WorkQueue queue;

    @Inject
    Worker worker;

    @Inject
    Jobs jobs;

    private UUID first;
    private UUID second;
    private UUID rector;

    @BeforeEach
    void nothingIsDue() {
        Schools schools = Schools.create();
        first = schools.first().id();
        second = schools.second().id();
        rector = schools.first().person("rector");
        Schools.change("delete from athena.due_work where kind = 'probe'");
        job.does(school -> {});
    }

    private WorkRound anotherInstance(Bounds bounds) {
        return new WorkRound(jobs, queue, worker, bounds);
    }

    private WorkRound anotherInstance() {
        return anotherInstance(new Bounds(100, Duration.ofSeconds(20)));
    }

    /** As a request of the rector's does. */
    private void plan(UUID school, Instant due) {
        tenancy.as(
                school,
                rector,
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    dueWork.at(ProbeJob.KIND, school, due);
                    return null;
                }));
    }

    private void plan(UUID school) {
        plan(school, Instant.now().minusSeconds(1));
    }

    private void addYear(UUID school) {
        entities.createNativeQuery(YEAR).setParameter("school", school).executeUpdate();
    }

    private long seen(String table) {
        return ((Number) entities.createNativeQuery("select count(*) from athena." + table)
                        .getSingleResult())
                .longValue();
    }

    @Test
    void aJobWritesInItsSchoolAndTheAuditLogNamesNobody() {
        plan(first);
        job.does(school -> {
            addYear(school);
            audit.write("announce", "schools", school, "the year");
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
                .isEqualTo("announce schools, create school_years");
        assertThat(Metrics.sum("athena_jobs_total", "kind=\"probe\"", "outcome=\"done\"") - before)
                .isEqualTo(1);
    }

    @Test
    void aJobReachesNeitherAnotherSchoolNorWhatBelongsToAUser() {
        plan(first);
        job.does(school -> {
            assertThat(seen("schools")).isOne();
            assertThat(seen("school_memberships where school_id <> '" + school + "'"))
                    .isZero();
            assertThat(seen("idempotency_keys")).isZero();
            assertThat(entities.createNativeQuery("update athena.users set full_name = 'Nobody'")
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
    void aFailureIsTakenBackLoggedOnceTriedLaterAndStopsNobody() {
        plan(first, Instant.now().minusSeconds(60));
        plan(second);
        job.does(school -> {
            addYear(school);
            if (school.equals(first)) {
                throw new IllegalStateException("no such template");
            }
        });
        try (HeardLog log = HeardLog.ofFaults()) {
            assertThat(round.run()).isEqualTo(new Outcome(1, 1, false));
            assertThat(log.take())
                    .singleElement()
                    .asString()
                    .contains("the job probe failed in the school " + first)
                    .doesNotContain(second.toString());
        }
        assertThat(Schools.count(YEARS, first)).isZero();
        assertThat(Schools.count(YEARS, second)).isOne();
        assertThat(delayMinutes()).isEqualTo("1");
        Schools.change("update athena.due_work set due_at = now() where kind = 'probe'");
        assertThat(round.run()).isEqualTo(new Outcome(0, 1, false));
        assertThat(delayMinutes()).isEqualTo("2");
        Schools.change("update athena.due_work set due_at = now(), failures = 40 where kind = 'probe'");
        assertThat(round.run()).isEqualTo(new Outcome(0, 1, false));
        assertThat(delayMinutes()).isEqualTo("60");
    }

    private String delayMinutes() {
        return Schools.text(
                "select round(extract(epoch from due_at - now()) / 60)::text from athena.due_work"
                        + " where kind = 'probe' and school_id = ?",
                first);
    }

    @Test
    void anErrorOfTheVirtualMachineIsAFailureLikeAnyOther() {
        plan(first);
        job.does(school -> {
            addYear(school);
            throw new StackOverflowError();
        });
        assertThat(round.run()).isEqualTo(new Outcome(0, 1, false));
        assertThat(Schools.count(YEARS, first)).isZero();
    }

    @Test
    void aJobThatGivesItsTransactionUpHasFailed() {
        plan(first);
        job.does(school -> {
            addYear(school);
            QuarkusTransaction.setRollbackOnly();
        });
        assertThat(round.run()).isEqualTo(new Outcome(0, 1, false));
        assertThat(Schools.count(YEARS, first)).isZero();
    }

    @Test
    void workWhoseConnectionDiesIsAsDueAsBefore() {
        plan(first);
        job.does(school -> {
            addYear(school);
            assertThat(Schools.count(MINE + " and due_at <= now()", school)).isOne();
            String backend = String.valueOf(
                    entities.createNativeQuery("select pg_backend_pid()").getSingleResult());
            Schools.text("select pg_terminate_backend(?::int)::text", backend);
            addYear(school);
        });
        assertThat(round.run()).isEqualTo(new Outcome(0, 1, false));
        assertThat(Schools.count(YEARS, first)).isZero();
        assertThat(Schools.count(MINE, first)).isOne();
    }

    @Test
    void twoInstancesNeverDoTheSameWorkAtOnce() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        plan(first);
        whileItRuns(school -> runs.incrementAndGet(), () -> {
            plan(second);
            assertThat(anotherInstance().run()).isEqualTo(new Outcome(1, 0, true));
            assertThat(anotherInstance().run()).isEqualTo(new Outcome(0, 0, true));
            assertThat(round.run()).isEqualTo(new Outcome(0, 0, true));
            given().baseUri(ManagementPort.url())
                    .post("/q/work")
                    .then()
                    .statusCode(200)
                    .body("left", equalTo(true));
        });
        assertThat(runs).hasValue(2);
        assertThat(round.run()).isEqualTo(NOTHING);
    }

    @Test
    void whoPlansWorkWaitsForNobodyAndIsNotForgotten() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        plan(first);
        Outcome outcome = whileItRuns(school -> runs.incrementAndGet(), () -> plan(first));
        assertThat(outcome).isEqualTo(new Outcome(2, 0, false));
        assertThat(runs).hasValue(2);
    }

    @Test
    void aRoundNeverWaitsForARequestThatPlansTheSame() throws Exception {
        plan(first);
        AtomicInteger runs = new AtomicInteger();
        job.does(school -> runs.incrementAndGet());
        try (HeldRow planned = HeldRow.by(PLANNED, first)) {
            assertThat(round.run()).isEqualTo(new Outcome(1, 0, true));
            job.does(school -> {
                throw new IllegalStateException("no such template");
            });
            assertThat(round.run()).isEqualTo(new Outcome(0, 1, true));
        }
        job.does(school -> runs.incrementAndGet());
        assertThat(round.run()).isEqualTo(ONE_DONE);
        assertThat(runs).hasValue(2);
    }

    /** Lets a round begin, does something while the first piece of its work runs, and gives what the round did. */
    private Outcome whileItRuns(Consumer<UUID> work, Runnable meanwhile) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        job.does(school -> {
            work.accept(school);
            begun.countDown();
            if (school.equals(first)) {
                await(goOn);
            }
        });
        Future<Outcome> running = CompletableFuture.supplyAsync(round::run);
        try {
            await(begun);
            meanwhile.run();
        } finally {
            goOn.countDown();
        }
        return outcome(running);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Outcome outcome(Future<Outcome> running)
            throws InterruptedException, ExecutionException, TimeoutException {
        return running.get(30, TimeUnit.SECONDS);
    }

    @Test
    void manyRoundsAtOnceDoEachPieceOnce() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        job.does(school -> {
            runs.incrementAndGet();
            addYear(school);
        });
        plan(first);
        plan(second);
        List<CompletableFuture<Outcome>> rounds = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(anotherInstance()::run))
                .toList();
        int done = 0;
        for (Future<Outcome> one : rounds) {
            Outcome outcome = outcome(one);
            done += outcome.done();
            assertThat(outcome.failed()).isZero();
        }
        assertThat(done).isEqualTo(2);
        assertThat(runs).hasValue(2);
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
