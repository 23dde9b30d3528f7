package org.athena.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.athena.platform.database.DatabaseFault;
import org.athena.platform.database.replica.Reports;
import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.tenancy.Tenancy;
import org.athena.testing.ReplicatedDatabase;
import org.athena.testing.Schools;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** On the replica nothing keeps the schools apart but the database's policies: Hibernate's filter is off. */
@QuarkusTest
@TestProfile(LayersOff.TenantFilter.class)
@WithTestResource(ReplicatedDatabase.class)
class ReplicaAloneTest {

    /** As many connections to the replica as there are by default. */
    private static final int POOL = 5;

    private static final String SETTINGS = "select school_id from athena.school_settings";

    @Inject
    Reports reports;

    @Inject
    Tenancy tenancy;

    @Inject
    MeterRegistry registry;

    private Schools schools;

    @BeforeEach
    void twoSchoolsThatItKnows() {
        ReplicatedDatabase.requirePrograms();
        schools = Schools.create();
        ReplicatedDatabase.awaitCaughtUp();
        await().atMost(Duration.ofSeconds(40)).until(() -> as(schools.first(), this::onReplica));
    }

    @Test
    void aSchoolSeesItsOwnRows() {
        assertThat(as(schools.first(), this::settings))
                .containsExactly(schools.first().id());
        assertThat(as(schools.second(), this::settings))
                .containsExactly(schools.second().id());
    }

    @Test
    void withoutACallerThereAreNone() {
        assertThat(reports.run(this::settings)).isEmpty();
    }

    @Test
    void aReportThatWritesIsRefused() {
        String change = "update athena.school_settings set pei_summary = 'x'";
        String hidden = "with changed as (" + change + " returning school_id) select school_id from changed";
        assertThatThrownBy(() -> as(
                        schools.first(),
                        session -> session.createNativeQuery(hidden, UUID.class).getResultList()))
                .hasStackTraceContaining("read-only transaction");
        assertThat(Schools.count(
                        "athena.school_settings where pei_summary = 'x' and school_id = ?",
                        schools.first().id()))
                .isZero();
    }

    /** As the server ends a query for the sake of what it replays. */
    @Test
    void aReportThatIsInTheWayOfReplayingIsReadFromThePrimary() {
        double before = reads("primary", "conflict");
        assertThat(this.<Boolean>as(schools.first(), session -> {
                    session.doWork(connection -> {
                        try (Statement statement = connection.createStatement()) {
                            statement.execute("do $$ begin if pg_is_in_recovery() then raise exception 'conflict'"
                                    + " using errcode = 'serialization_failure'; end if; end $$");
                        }
                    });
                    return onReplica(session);
                }))
                .isFalse();
        assertThat(reads("primary", "conflict")).isEqualTo(before + 1);
        assertThat(this.<Boolean>as(schools.first(), this::onReplica))
                .as("the next report")
                .isTrue();
    }

    @Test
    void whatTheReplicaDoesNotKnowYetIsReadFromThePrimary() {
        double before = reads("primary", "unmigrated");
        assertThat(this.<Boolean>as(schools.first(), session -> {
                    boolean replica = onReplica(session);
                    String table = replica ? "athena.of_the_next_version" : "athena.school_settings";
                    session.createNativeQuery("select school_id from " + table, UUID.class)
                            .getResultList();
                    return replica;
                }))
                .isFalse();
        assertThat(reads("primary", "unmigrated")).isEqualTo(before + 1);
        assertThat(this.<Boolean>as(schools.first(), this::onReplica))
                .as("the next report")
                .isTrue();
    }

    @Test
    void moreReportsThanConnectionsDoNotFallUponThePrimary() throws Exception {
        double before = reads("none", "busy");
        CountDownLatch reading = new CountDownLatch(POOL);
        CountDownLatch enough = new CountDownLatch(1);
        ExecutorService readers = Executors.newFixedThreadPool(POOL);
        try {
            List<Future<Boolean>> reports = Stream.generate(() -> readers.submit(() -> as(schools.first(), session -> {
                        boolean replica = onReplica(session);
                        reading.countDown();
                        awaitQuietly(enough);
                        return replica;
                    })))
                    .limit(POOL)
                    .toList();
            assertThat(reading.await(30, TimeUnit.SECONDS)).isTrue();
            Throwable refused = catchThrowable(() -> as(schools.first(), this::onReplica));
            assertThat(DatabaseFault.outage(refused))
                    .get()
                    .extracting(ProblemException::code)
                    .isEqualTo(ProblemCode.UNAVAILABLE);
            enough.countDown();
            for (Future<Boolean> report : reports) {
                assertThat(report.get()).isTrue();
            }
        } finally {
            enough.countDown();
            readers.shutdown();
        }
        assertThat(reads("none", "busy")).isEqualTo(before + 1);
        assertThat(this.<Boolean>as(schools.first(), this::onReplica))
                .as("the next report")
                .isTrue();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private double reads(String from, String reason) {
        return registry.counter("athena.database.reports", "from", from, "reason", reason)
                .count();
    }

    @Test
    void aReportIsNoPartOfATransaction() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> reports.run(this::settings)))
                .isInstanceOf(QuarkusTransactionException.class);
    }

    private <T> T as(Schools.School school, Function<Session, T> report) {
        // A test has a request, which has no caller.
        if (Arc.container().requestContext().isActive()) {
            Arc.container().requestContext().terminate();
        }
        return tenancy.as(school.id(), school.person("rector"), () -> reports.run(report));
    }

    private List<UUID> settings(Session session) {
        return session.createNativeQuery(SETTINGS, UUID.class).getResultList();
    }

    private boolean onReplica(Session session) {
        return session.createNativeQuery("select pg_is_in_recovery()", Boolean.class)
                .getSingleResult();
    }
}
