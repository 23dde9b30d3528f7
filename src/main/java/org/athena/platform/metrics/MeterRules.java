package org.athena.platform.metrics;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;

/** Rules for meters: a bounded number of series, and the buckets for percentiles. */
class MeterRules {

    /** The buckets of a latency. There are few, because each bucket is a series of its own. */
    private static final double[] BUCKETS = Stream.of(5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10000, 30000)
            .mapToDouble(millis -> Duration.ofMillis(millis).toNanos())
            .toArray();

    private static final Set<String> WITH_BUCKETS =
            Set.of("http.server.requests", "athena.auth.decisions", "athena.auth.fallback");

    private static final int METHODS = 10;
    private static final int ROUTES = 500;

    @Produces
    @Singleton
    MeterFilter buckets() {
        return new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                return WITH_BUCKETS.contains(id.getName())
                        ? DistributionStatisticConfig.builder()
                                .serviceLevelObjectives(BUCKETS)
                                .build()
                                .merge(config)
                        : config;
            }

            @Override
            public MeterFilterReply accept(Meter.Id id) {
                // Quarkus' counters of the pool stop counting after a garbage collection; the meters
                // athena.database.pool.* do
                // not.
                return id.getName().startsWith("agroal.") ? MeterFilterReply.DENY : MeterFilterReply.NEUTRAL;
            }
        };
    }

    /** Bounds the methods where {@link RouteTags} is not called, such as for a request whose connection is reset. */
    @Produces
    @Singleton
    MeterFilter methods() {
        return MeterFilter.maximumAllowableTags("http.server.requests", "method", METHODS, MeterFilter.deny());
    }

    @Produces
    @Singleton
    MeterFilter routes() {
        return MeterFilter.maximumAllowableTags("http.server.requests", "uri", ROUTES, MeterFilter.deny());
    }
}
