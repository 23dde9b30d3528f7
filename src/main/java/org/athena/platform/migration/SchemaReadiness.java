package org.athena.platform.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.athena.platform.database.DatabaseConfig;
import org.athena.platform.database.DatabaseFault;
import org.athena.platform.database.PoolMetrics;
import org.athena.platform.database.PoolPulse;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Checks that the database answers and that a running instance can work with its schema: one short query for each probe. It
 * replaces Quarkus' own check, which waits for a connection like a request. While all connections are in use, the database is not
 * asked: the instance is busy but ready, and removing it would load the others more.
 */
@Readiness
@ApplicationScoped
class SchemaReadiness implements HealthCheck {

    /** The time for which a request may hold a connection besides its longest statement. */
    private static final Duration OTHER_WORK = Duration.ofSeconds(10);

    private final DataSource dataSource;
    private final PoolMetrics pool;
    private final PoolPulse pulse;
    private volatile Optional<String> lastFault = Optional.empty();

    SchemaReadiness(DataSource dataSource, PoolMetrics pool, DatabaseConfig database, Clock clock) {
        this.dataSource = dataSource;
        this.pool = pool;
        this.pulse = new PoolPulse(pool.size(), database.statementTimeout().plus(OTHER_WORK), clock);
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("Schema version");
        return switch (pulse.feel(pool.active(), pool.acquired())) {
            case FREE -> asked(answer);
            case BUSY -> busy(answer);
            case STUCK ->
                down(answer, "all connections are in use, and none has come back for longer than a statement may take");
        };
    }

    private HealthCheckResponse asked(HealthCheckResponseBuilder answer) {
        try (Connection connection = dataSource.getConnection()) {
            SchemaVersion version = SchemaVersion.read(connection);
            lastFault = version.servingFault();
            lastFault.ifPresent(text -> answer.withData("fault", text));
            return answer.withData("known", version.known())
                    .withData("installed", version.installed())
                    .withData("pool", "free")
                    .status(lastFault.isEmpty())
                    .build();
        } catch (SQLException e) {
            // Requests have taken all connections in the meantime.
            return DatabaseFault.poolExhausted(e) && pool.active() >= pool.size()
                    ? busy(answer)
                    : down(answer, "the schema's version cannot be read (SQL state " + e.getSQLState() + ")");
        }
    }

    /** While the pool is busy, the last result still counts. */
    private HealthCheckResponse busy(HealthCheckResponseBuilder answer) {
        lastFault.ifPresent(text -> answer.withData("fault", text));
        return answer.withData("pool", "busy").status(lastFault.isEmpty()).build();
    }

    private static HealthCheckResponse down(HealthCheckResponseBuilder answer, String fault) {
        return answer.withData("fault", fault).down().build();
    }
}
