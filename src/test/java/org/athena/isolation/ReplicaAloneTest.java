package org.athena.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.inject.Inject;

import org.athena.platform.database.replica.Reports;
import org.athena.platform.tenancy.Tenancy;
import org.athena.testing.ReplicatedDatabase;
import org.athena.testing.Schools;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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

    private static final String SETTINGS = "select school_id from athena.school_settings";

    @Inject
    Reports reports;

    @Inject
    Tenancy tenancy;

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
