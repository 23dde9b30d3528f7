package org.athena.platform.jobs;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Does what is due, of all schools, within bounds. What is left is for the next round, here or on another instance. */
@Singleton
class WorkRound {

    /**
     * Where a round ends.
     *
     * @param pieces pieces of work that are begun, at most
     * @param time how long new ones are begun; the last one may take as long as a transaction (30 seconds)
     */
    record Bounds(int pieces, Duration time) {}

    /**
     * What a round did.
     *
     * @param done pieces of work that were done
     * @param failed pieces that failed, and are tried again later
     * @param left whether more is due now, or another round of this instance is at work
     */
    record Outcome(int done, int failed, boolean left) {}

    /** Together with a transaction's time below the time-out of the management port (60 seconds). */
    private static final Bounds USUAL = new Bounds(200, Duration.ofSeconds(20));

    private final Jobs jobs;
    private final WorkQueue queue;
    private final Worker worker;
    private final Bounds bounds;
    private final Semaphore free = new Semaphore(1);

    @Inject
    WorkRound(Jobs jobs, WorkQueue queue, Worker worker) {
        this(jobs, queue, worker, USUAL);
    }

    WorkRound(Jobs jobs, WorkQueue queue, Worker worker, Bounds bounds) {
        this.jobs = jobs;
        this.queue = queue;
        this.worker = worker;
        this.bounds = bounds;
    }

    /**
     * Runs one round, unless this instance is at one already.
     *
     * @throws RuntimeException when the database does not answer
     */
    Outcome run() {
        if (!free.tryAcquire()) {
            return new Outcome(0, 0, true);
        }
        try {
            return jobs.kinds().isEmpty() ? new Outcome(0, 0, false) : round();
        } finally {
            free.release();
        }
    }

    private Outcome round() {
        Tally tally = new Tally(bounds);
        List<Due> due = queue.due(jobs.kinds(), bounds.pieces());
        boolean goesOn = !due.isEmpty();
        while (goesOn) {
            int doneBefore = tally.done();
            due.stream().filter(tally::mayBegin).forEach(piece -> tally.add(piece, worker.attempt(piece)));
            due = queue.due(jobs.kinds(), bounds.pieces());
            // Where nothing was done, a bound is reached, or all that is due is at work elsewhere.
            goesOn = !due.isEmpty() && tally.done() > doneBefore;
        }
        return new Outcome(tally.done(), tally.failed(), !due.isEmpty());
    }
}
