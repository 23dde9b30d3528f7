package org.athena.platform.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** How the published keys are loaded, and how old the last ones are, in seconds; not a number before the first. */
class KeyMetrics {

    private final MeterRegistry registry;
    private volatile Instant loadedAt;

    KeyMetrics(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        Gauge.builder("athena.auth.keys.age", () -> age(clock))
                .description("Time since the published keys were loaded")
                .baseUnit("seconds")
                .strongReference(true)
                .register(registry);
    }

    private double age(Clock clock) {
        return loadedAt == null
                ? Double.NaN
                : Duration.between(loadedAt, clock.instant()).toSeconds();
    }

    void succeeded(Instant when) {
        loadedAt = when;
        count("success");
    }

    void failed() {
        count("failure");
    }

    private void count(String outcome) {
        Counter.builder("athena.auth.keys.loads")
                .description("Attempts to load the published keys")
                .tag("outcome", outcome)
                .register(registry)
                .increment();
    }
}
