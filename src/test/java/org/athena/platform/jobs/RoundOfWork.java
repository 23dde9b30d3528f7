package org.athena.platform.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.athena.platform.audit.Audit;
import org.athena.platform.jobs.WorkRound.Bounds;
import org.athena.platform.jobs.WorkRound.Outcome;
import org.athena.platform.request.RequestId;
import org.athena.platform.tenancy.Tenancy;
import org.athena.testing.Schools;
import org.junit.jupiter.api.BeforeEach;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** What tests of work outside requests arrange: two schools, of which nothing is due yet, and a job that does what they say. */
abstract class RoundOfWork {

    static final String MINE = "athena.due_work where kind = 'probe' and school_id = ?";
    static final String PLANNED = "update athena.due_work set due_at = due_at where kind = 'probe' and school_id = ?";
    static final String YEARS = "athena.school_years where school_id = ?";
    static final String YEAR = """
            insert into athena.school_years (school_id, name, starts_on, ends_on)
            values (:school, '2030', '2030-02-01', '2030-11-30')""";

    static final Outcome ONE_DONE = new Outcome(1, 0, false);
    static final Outcome NOTHING = new Outcome(0, 0, false);

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

    UUID first;
    UUID second;
    UUID rector;

    @BeforeEach
    void nothingIsDue() {
        Schools schools = Schools.create();
        first = schools.first().id();
        second = schools.second().id();
        rector = schools.first().person("rector");
        // Also what other tests have left: mails of invitations that are due a minute later.
        Schools.change("delete from athena.due_work");
        job.does(school -> {});
    }

    WorkRound anotherInstance(Bounds bounds) {
        return new WorkRound(jobs, queue, worker, bounds);
    }

    WorkRound anotherInstance() {
        return anotherInstance(new Bounds(100, Duration.ofSeconds(20)));
    }

    /** As a request of the rector's does. */
    void plan(UUID school, Instant due) {
        tenancy.as(
                school,
                rector,
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    dueWork.at(ProbeJob.KIND, school, due);
                    return null;
                }));
    }

    void plan(UUID school) {
        plan(school, Instant.now().minusSeconds(1));
    }

    void addYear(UUID school) {
        entities.createNativeQuery(YEAR).setParameter("school", school).executeUpdate();
    }

    long seen(String table) {
        return ((Number) entities.createNativeQuery("select count(*) from athena." + table)
                        .getSingleResult())
                .longValue();
    }
}
