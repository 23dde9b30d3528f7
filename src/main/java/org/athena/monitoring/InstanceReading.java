package org.athena.monitoring;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.athena.platform.database.PoolMetrics;
import org.athena.platform.metrics.RouteUse;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** Reads what this instance has counted since its start. */
@ApplicationScoped
class InstanceReading {

    private static final int ROUTES = 200;

    private final MeterRegistry registry;
    private final RouteUse use;
    private final PoolMetrics pool;

    InstanceReading(MeterRegistry registry, RouteUse use, PoolMetrics pool) {
        this.registry = registry;
        this.use = use;
        this.pool = pool;
    }

    DatabaseFigures.Pool pool() {
        return new DatabaseFigures.Pool(pool.size(), pool.active(), pool.idle(), pool.awaiting());
    }

    List<DatabaseFigures.RouteCalls> requests() {
        return use.most(ROUTES).stream()
                .map(line -> new DatabaseFigures.RouteCalls(line.route(), line.schoolId(), line.requests()))
                .toList();
    }

    /** The calls to the key and user routes by status, then the outcomes of the questions about tokens. */
    List<DatabaseFigures.AuthCalls> authCalls() {
        Collection<Timer> answered = registry.find("http.client.requests").timers();
        Collection<Timer> questions = registry.find("athena.auth.fallback").timers();
        return Stream.concat(
                        answered.stream()
                                .map(timer -> calls(
                                        timer.getId().getTag("method") + " "
                                                + timer.getId().getTag("uri"),
                                        timer.getId().getTag("status"),
                                        timer)),
                        questions.stream()
                                .map(timer -> calls("token", timer.getId().getTag("outcome"), timer)))
                .toList();
    }

    private static DatabaseFigures.AuthCalls calls(String call, String status, Timer timer) {
        return new DatabaseFigures.AuthCalls(call, status, timer.count(), timer.mean(TimeUnit.MILLISECONDS));
    }
}
