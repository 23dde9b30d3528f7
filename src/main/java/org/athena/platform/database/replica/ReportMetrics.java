package org.athena.platform.database.replica;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.athena.platform.database.PoolMeters;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;

/** Counts where reports were read and why not from the replica, and measures how far the replica is behind. */
@ApplicationScoped
class ReportMetrics {

    private static final String READS = "athena.database.reports";

    private final MeterRegistry registry;
    private final AgroalDataSource primary;
    private final Replica replica;
    private final Counter fromReplica;
    private final Map<Reason, Counter> notFromReplica = new EnumMap<>(Reason.class);
    /** Kept here, because a meter keeps only a weak reference to its object. */
    private PoolMeters pool;

    ReportMetrics(MeterRegistry registry, AgroalDataSource primary, Replica replica) {
        this.registry = registry;
        this.primary = primary;
        this.replica = replica;
        this.fromReplica = counter("replica", "caught_up");
        for (Reason reason : Reason.values()) {
            notFromReplica.put(reason, counter(reason.primaryAnswers() ? "primary" : "none", reason.label()));
        }
    }

    private Counter counter(String from, String reason) {
        return Counter.builder(READS)
                .description("Reports by the database that they were read from")
                .tags("from", from, "reason", reason)
                .register(registry);
    }

    void register(@Observes StartupEvent event) {
        Gauge.builder("athena.database.replica.lag", this, ReportMetrics::lag)
                .description("How far the replica is behind; not a number where there is none, or it does not answer")
                .baseUnit("seconds")
                .strongReference(true)
                .register(registry);
        replica.source().ifPresent(source -> {
            pool = new PoolMeters(Replica.NAME, source);
            pool.register(registry);
        });
    }

    void readFromReplica() {
        fromReplica.increment();
    }

    void notReadFromReplica(Reason reason) {
        notFromReplica.get(reason).increment();
    }

    /** Measured only when the metrics are scraped. */
    private double lag() {
        try {
            AgroalDataSource source = replica.take();
            Progress wanted;
            try (Connection connection = primary.getConnection()) {
                wanted = Progress.ofPrimary(connection);
            }
            double lag = measure(source, wanted);
            replica.answered();
            return lag;
        } catch (SQLException | UnfitReplicaException e) {
            return Double.NaN;
        }
    }

    private double measure(AgroalDataSource source, Progress wanted) {
        try (Connection connection = source.getConnection()) {
            return wanted.reachedBy(connection).lag();
        } catch (SQLException e) {
            throw replica.judged(new IllegalStateException(e));
        }
    }
}
