package org.athena.platform.jobs;

import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.RequestScoped;

/** What a job that runs plans for itself: its own row is replaced at its end, and must not tell of the time that has come. */
@RequestScoped
class WorkAtHand {

    private Due work;
    private Instant next;

    void begin(Due work) {
        this.work = work;
    }

    /** Keeps the time until the end, when the planned work is the one at hand. */
    boolean postponed(Due planned, Instant due) {
        if (!planned.equals(work)) {
            return false;
        }
        next = next == null || due.isBefore(next) ? due : next;
        return true;
    }

    /** When it is to run again. */
    Optional<Instant> next() {
        return Optional.ofNullable(next);
    }
}
