package org.athena.platform.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;
import org.jboss.logging.Logger;

/**
 * Begins a round on this instance when a request has planned work that is due now, after its commit and in the background. Where
 * the timer is off the instance may be put to sleep after the answer, so a round in the background could stop in the middle.
 */
@ApplicationScoped
class RoundAtOnce {

    /** Work that is due now was planned. */
    record Planned() {}

    private static final Logger LOG = Logger.getLogger(RoundAtOnce.class);

    private final WorkRound round;
    private final boolean on;

    /** Without the request's context and transaction: a round has no caller. */
    private final ManagedExecutor executor = ManagedExecutor.builder()
            .propagated()
            .cleared(ThreadContext.ALL_REMAINING)
            .build();

    RoundAtOnce(WorkRound round, @ConfigProperty(name = "athena.work.every") String every) {
        this.round = round;
        this.on = !every.equals("off");
    }

    void begin(@Observes(during = TransactionPhase.AFTER_SUCCESS) Planned planned) {
        if (on) {
            executor.execute(this::run);
        }
    }

    /** What fails here is left to the timer. */
    private void run() {
        try {
            round.run();
        } catch (RuntimeException e) {
            LOG.warn("a round of due work broke off; the timer begins another one", e);
        }
    }
}
