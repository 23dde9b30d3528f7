package org.athena.platform.identity;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.ProcessingException;

import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.smallrye.faulttolerance.api.CircuitBreakerState;

/** Counts the questions to Supabase by outcome, and shows the state of the circuit breaker. */
@ApplicationScoped
class FallbackMetrics {

    /** The circuit breaker around the questions. */
    static final String BREAKER = "supabase-auth";

    /** Registered at the start, so that a scrape shows the first of each as an increase. */
    private static final List<String> OUTCOMES = List.of(
            "answered", "refused", "budget", "breaker_open", "too_many", "timeout", "unreachable", "unavailable");

    private final MeterRegistry registry;
    private final CircuitBreakerMaintenance breakers;

    FallbackMetrics(MeterRegistry registry, CircuitBreakerMaintenance breakers) {
        this.registry = registry;
        this.breakers = breakers;
    }

    /**
     * Registers one gauge for each state, which is 1 for the current state. The registry must keep a strong reference to this
     * object, or the gauges vanish after a garbage collection.
     */
    void register(@Observes StartupEvent event) {
        for (CircuitBreakerState state : CircuitBreakerState.values()) {
            Gauge.builder("athena.auth.breaker.state", () -> breakers.currentState(BREAKER) == state ? 1 : 0)
                    .description("1 for the state that the circuit breaker before Supabase Auth is in")
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .strongReference(true)
                    .register(registry);
        }
        OUTCOMES.forEach(this::timer);
    }

    void answered(long begin) {
        count("answered", begin);
    }

    /** Counts a question that was not asked, because the budget was used up. */
    void overBudget() {
        count("budget", System.nanoTime());
    }

    /** Counts a question that ended with an exception. */
    void failed(RuntimeException e, long begin) {
        count(outcome(e), begin);
    }

    private void count(String outcome, long begin) {
        timer(outcome).record(Duration.ofNanos(System.nanoTime() - begin));
    }

    private Timer timer(String outcome) {
        return Timer.builder("athena.auth.fallback")
                .description("Questions to Supabase Auth about tokens that could not be decided here")
                .tag("outcome", outcome)
                .register(registry);
    }

    private static String outcome(RuntimeException e) {
        if (e instanceof BadTokenException) {
            return "refused";
        } else if (e instanceof CircuitBreakerOpenException) {
            return "breaker_open";
        } else if (e instanceof BulkheadException) {
            return "too_many";
        } else if (e instanceof TimeoutException) {
            return "timeout";
        }
        return e instanceof ProcessingException ? "unreachable" : "unavailable";
    }
}
