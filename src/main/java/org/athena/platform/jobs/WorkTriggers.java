package org.athena.platform.jobs;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.athena.platform.jobs.WorkRound.Outcome;
import org.jboss.logging.Logger;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/**
 * What begins a round: a timer in an installation that always runs ({@code ATHENA_WORK_EVERY}), {@code POST /q/work} on the management
 * port in one that scales to zero.
 */
@Singleton
class WorkTriggers {

    private static final Logger LOG = Logger.getLogger(WorkTriggers.class);
    private static final int UNAVAILABLE = 503;

    private final WorkRound round;

    WorkTriggers(WorkRound round) {
        this.round = round;
    }

    @Scheduled(every = "{athena.work.every}", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void onTime() {
        round.run();
    }

    /** Not in order: a second call is answered while the first is at work. */
    void register(@Observes ManagementInterface management) {
        management.router().post("/q/work").blockingHandler(this::onCall, false);
    }

    private void onCall(RoutingContext call) {
        try {
            answer(call, round.run());
        } catch (RuntimeException e) {
            LOG.error("a round of due work broke off", e);
            call.response().setStatusCode(UNAVAILABLE);
            answer(call, new Outcome(0, 0, true));
        }
    }

    private static void answer(RoutingContext call, Outcome outcome) {
        call.json(new JsonObject()
                .put("done", outcome.done())
                .put("failed", outcome.failed())
                .put("left", outcome.left()));
    }
}
