package org.athena.platform.database;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;

/** The figures of the pool of connections to the primary. */
@ApplicationScoped
public class PoolMetrics {

    private final MeterRegistry registry;
    private final PoolMeters pool;
    private final Duration acquisitionTimeout;

    PoolMetrics(MeterRegistry registry, AgroalDataSource dataSource) {
        this.registry = registry;
        this.acquisitionTimeout =
                dataSource.getConfiguration().connectionPoolConfiguration().acquisitionTimeout();
        this.pool = new PoolMeters("primary", dataSource);
    }

    void register(@Observes StartupEvent event) {
        pool.register(registry);
    }

    /** Connections in use at this moment. */
    public long active() {
        return pool.figures().activeCount();
    }

    /** How often a connection was given out. */
    public long acquired() {
        return pool.figures().acquireCount();
    }

    /** Connections that are not in use. */
    public long idle() {
        return pool.figures().availableCount();
    }

    /** Requests that wait for a connection. */
    public long awaiting() {
        return pool.figures().awaitingCount();
    }

    /** How long a request waits for a connection. */
    public Duration acquisitionTimeout() {
        return acquisitionTimeout;
    }

    /** The largest number of connections. */
    public int size() {
        return pool.size();
    }
}
