package org.athena.platform.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts the loads of the published keys, and measures the age of the last ones in seconds; NaN before the first load. */
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
