package org.athena.platform.jobs;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

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

import org.athena.platform.jobs.WorkRound.Outcome;
import org.athena.testing.HeldRow;
import org.athena.testing.Installation;
import org.athena.testing.ManagementPort;
import org.athena.testing.Schools;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Rounds on several instances, and requests that plan the same work meanwhile. */
@QuarkusTest
@WithTestResource(Installation.class)
class RoundsAtOnceTest extends RoundOfWork {

    @Test
    void whoPlansWorkWaitsForNobodyAndIsNotForgotten() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        plan(first);
        Outcome outcome = whileItRuns(school -> runs.incrementAndGet(), () -> plan(first));
        assertThat(outcome).isEqualTo(new Outcome(2, 0, false));
        assertThat(runs).hasValue(2);
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
}
