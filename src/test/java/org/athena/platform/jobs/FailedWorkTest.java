package org.athena.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.athena.platform.jobs.WorkRound.Outcome;
import org.athena.testing.HeardLog;
import org.athena.testing.Installation;
import org.athena.testing.Schools;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Work that fails. */
@QuarkusTest
@WithTestResource(Installation.class)
class FailedWorkTest extends RoundOfWork {

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
}
