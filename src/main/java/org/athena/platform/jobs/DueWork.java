package org.athena.platform.jobs;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/** Plans work outside requests. */
@ApplicationScoped
public class DueWork {

    private final WorkQueue queue;
    private final WorkAtHand atHand;
    private final Event<RoundAtOnce.Planned> planned;
    private final Clock clock;

    DueWork(WorkQueue queue, WorkAtHand atHand, Event<RoundAtOnce.Planned> planned, Clock clock) {
        this.queue = queue;
        this.atHand = atHand;
        this.planned = planned;
        this.clock = clock;
    }

    /**
     * Has the job of that kind run in the school, at that time or earlier, when the transaction at work commits. Planning never
     * waits, not even for the running job: a job that may not have seen what the transaction wrote runs once more. Work that is due
     * now begins on this instance after the commit ({@link RoundAtOnce}).
     *
     * @param kind the {@link Job#kind} of the job
     * @param due when; now for at once
     */
    public void at(String kind, UUID school, Instant due) {
        Due work = new Due(kind, school);
        if (!atHand.postponed(work, due)) {
            queue.plan(work, due);
            if (!due.isAfter(clock.instant())) {
                planned.fire(new RoundAtOnce.Planned());
            }
        }
    }
}
