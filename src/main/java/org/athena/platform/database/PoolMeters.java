package org.athena.platform.database;

import java.util.function.ToDoubleFunction;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSourceMetrics;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * The meters of one pool of connections. Quarkus offers the same figures as {@code agroal.*}, but does not keep references to its
 * counters: they stop counting after the first garbage collection, so they are not exposed. The creator of this object must keep
 * a reference to it for the same reason.
 */
public final class PoolMeters {

    private final String name;
    private final AgroalDataSourceMetrics pool;
    private final int size;

    /**
     * @param name the pool's name, the value of the label {@code pool}
     * @param source the pool
     */
    public PoolMeters(String name, AgroalDataSource source) {
        this.name = name;
        this.pool = source.getMetrics();
        this.size = source.getConfiguration().connectionPoolConfiguration().maxSize();
    }

    /** Registers the meters. */
    public void register(MeterRegistry registry) {
        gauge(registry, "size", "Connections that the pool may have at most", m -> size);
        gauge(registry, "active", "Connections that are in use", AgroalDataSourceMetrics::activeCount);
        gauge(registry, "idle", "Connections that wait for use", AgroalDataSourceMetrics::availableCount);
        gauge(registry, "awaiting", "Requests that wait for a connection", AgroalDataSourceMetrics::awaitingCount);
        counter("acquired", "Connections that were given out", AgroalDataSourceMetrics::acquireCount)
                .register(registry);
        counter("created", "Connections that were opened", AgroalDataSourceMetrics::creationCount)
                .register(registry);
        counter(
                        "waited",
                        "Time that was spent waiting for connections",
                        m -> m.blockingTimeTotal().toMillis() / 1000.0)
                .baseUnit("seconds")
                .register(registry);
    }

    private void gauge(
            MeterRegistry registry,
            String figure,
            String description,
            ToDoubleFunction<AgroalDataSourceMetrics> value) {
        Gauge.builder("athena.database.pool." + figure, pool, value)
                .description(description)
                .tag("pool", name)
                .strongReference(true)
                .register(registry);
    }

    private FunctionCounter.Builder<AgroalDataSourceMetrics> counter(
            String figure, String description, ToDoubleFunction<AgroalDataSourceMetrics> value) {
        return FunctionCounter.builder("athena.database.pool." + figure, pool, value)
                .description(description)
                .tag("pool", name);
    }

    int size() {
        return size;
    }

    AgroalDataSourceMetrics figures() {
        return pool;
    }
}
