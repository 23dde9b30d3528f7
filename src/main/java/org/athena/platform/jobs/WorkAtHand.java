package org.athena.platform.jobs;

import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.RequestScoped;

/** Work that a running job plans for itself: its row is replaced when the job ends. */
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
