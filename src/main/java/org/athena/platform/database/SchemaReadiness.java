package org.athena.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Whether the schema under a running instance is still one that it can work on: one short query for each probe. */
@Readiness
@ApplicationScoped
class SchemaReadiness implements HealthCheck {

    private final DataSource dataSource;

    SchemaReadiness(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("Schema version");
        try (Connection connection = dataSource.getConnection()) {
            SchemaVersion version = SchemaVersion.read(connection);
            Optional<String> fault = version.servingFault();
            fault.ifPresent(text -> answer.withData("fault", text));
            return answer.withData("known", version.known())
                    .withData("installed", version.installed())
                    .status(fault.isEmpty())
                    .build();
        } catch (SQLException e) {
            return answer.withData("fault", "the schema's version cannot be read (SQL state " + e.getSQLState() + ")")
                    .down()
                    .build();
        }
    }
}
