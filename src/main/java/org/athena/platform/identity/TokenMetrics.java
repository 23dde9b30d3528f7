package org.athena.platform.identity;

import java.time.Duration;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** Counts which step decided about a token, how, and how long it took. No label names a person or an address. */
@ApplicationScoped
class TokenMetrics {

    /** The steps of an examination; the last one that was reached decided. */
    enum Step {
        /** There was no bearer token to examine. */
        HEADER,
        CACHE,
        SHAPE,
        SECRET,
        PUBLISHED_KEY,
        SUPABASE
    }

    /** What came of it. */
    enum Outcome {
        ACCEPTED,
        REFUSED,
        /** Nobody could tell; the caller is asked to come again. */
        UNDECIDED
    }

    private final MeterRegistry registry;

    TokenMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** One token on its way through the steps. */
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

    /** A request whose header holds no token to examine. */
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
