package org.athena.platform.database;

import java.util.function.ToDoubleFunction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSourceMetrics;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;

/**
 * The pool of connections. Quarkus has the same figures as {@code agroal.*}, but nothing holds on to its counters: they stand
 * still after the first garbage collection, and are therefore not exposed.
 */
@ApplicationScoped
public class PoolMetrics {

    private final MeterRegistry registry;
    private final int size;
    /** Held here, because a counter's own reference is a weak one. */
    private final AgroalDataSourceMetrics pool;

    PoolMetrics(MeterRegistry registry, AgroalDataSource dataSource) {
        this.registry = registry;
        this.pool = dataSource.getMetrics();
        this.size = dataSource.getConfiguration().connectionPoolConfiguration().maxSize();
    }

    void register(@Observes StartupEvent event) {
        Gauge.builder("athena.database.pool.size", () -> size)
                .description("Connections that the pool may have at most")
                .strongReference(true)
                .register(registry);
        gauge("active", "Connections that are in use", AgroalDataSourceMetrics::activeCount);
        gauge("idle", "Connections that wait for use", AgroalDataSourceMetrics::availableCount);
        gauge("awaiting", "Requests that wait for a connection", AgroalDataSourceMetrics::awaitingCount);
        FunctionCounter.builder("athena.database.pool.acquired", pool, AgroalDataSourceMetrics::acquireCount)
                .description("Connections that were given out")
                .register(registry);
        FunctionCounter.builder("athena.database.pool.created", pool, AgroalDataSourceMetrics::creationCount)
                .description("Connections that were opened")
                .register(registry);
        FunctionCounter.builder(
                        "athena.database.pool.waited",
                        pool,
                        m -> m.blockingTimeTotal().toMillis() / 1000.0)
                .description("Time that was spent waiting for connections")
                .baseUnit("seconds")
                .register(registry);
    }

    private void gauge(String name, String description, ToDoubleFunction<AgroalDataSourceMetrics> value) {
        Gauge.builder("athena.database.pool." + name, pool, value)
                .description(description)
                .strongReference(true)
                .register(registry);
    }

    /** Connections in use at this moment. */
    public long active() {
        return pool.activeCount();
    }

    /** Connections that wait for use. */
    public long idle() {
        return pool.availableCount();
    }

    /** Requests that wait for a connection. */
    public long awaiting() {
        return pool.awaitingCount();
    }

    /** Connections that there may be at most. */
    public int size() {
        return size;
    }
}
