package org.athena.platform.identity;

import java.time.Duration;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** Counts the decisions about tokens by step and outcome, and measures their time. No label contains a person or an address. */
@ApplicationScoped
class TokenMetrics {

    /** The steps of an examination. The last step that was reached made the decision. */
    enum Step {
        /** The request had no bearer token. */
        HEADER,
        CACHE,
        SHAPE,
        SECRET,
        PUBLISHED_KEY,
        SUPABASE
    }

    /** The outcome of an examination. */
    enum Outcome {
        ACCEPTED,
        REFUSED,
        /** The token could not be checked; the caller is asked to try again. */
        UNDECIDED
    }

    private final MeterRegistry registry;

    TokenMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** The examination of one token. */
    class Examination {
        private final long begin = System.nanoTime();
        private Step step = Step.CACHE;
        private Outcome outcome = Outcome.UNDECIDED;

        void reaches(Step next) {
            step = next;
        }

        void ends(Outcome how) {
            outcome = how;
        }

        void record() {
            decided(step, outcome, System.nanoTime() - begin);
        }
    }

    Examination begin() {
        return new Examination();
    }

    /** Counts a request without a bearer token. */
    void noToken() {
        decided(Step.HEADER, Outcome.REFUSED, 0);
    }

    private void decided(Step step, Outcome outcome, long nanos) {
        Timer.builder("athena.auth.decisions")
                .description("What was found out about access tokens, by the step that decided")
                .tag("step", step.name().toLowerCase(Locale.ROOT))
                .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                .register(registry)
                .record(Duration.ofNanos(nanos));
    }
}
