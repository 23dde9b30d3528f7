package org.athena.platform.jobs;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

/** Plans work outside requests. */
@ApplicationScoped
public class DueWork {

    private final WorkQueue queue;
    private final WorkAtHand atHand;

    DueWork(WorkQueue queue, WorkAtHand atHand) {
        this.queue = queue;
        this.atHand = atHand;
    }

    /**
     * Has the job of that kind run in the school, at that time or earlier, when the transaction at work commits. Planning never
     * waits, not even for the running job: a job that may not have seen what the transaction wrote runs once more.
     *
     * @param kind the {@link Job#kind} of the job
     * @param due when; now for at once
     */
    public void at(String kind, UUID school, Instant due) {
        Due work = new Due(kind, school);
        if (!atHand.postponed(work, due)) {
            queue.plan(work, due);
        }
    }
}
