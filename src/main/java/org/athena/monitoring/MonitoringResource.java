package org.athena.monitoring;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.RequestScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.athena.platform.tenancy.Permission;
import org.athena.platform.tenancy.Requires;
import org.athena.platform.tenancy.SchoolNeed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import com.fasterxml.jackson.core.JsonProcessingException;

/** Shows the platform how the installation is doing, for operators without a monitoring tool. */
@Path("/api/v1/admin/monitoring")
@RequestScoped
@Tag(name = "monitoring")
class MonitoringResource {

    private final DatabaseReading database;
    private final InstanceReading instance;
    private final Clock clock;

    MonitoringResource(DatabaseReading database, InstanceReading instance, Clock clock) {
        this.database = database;
        this.instance = instance;
        this.clock = clock;
    }

    @GET
    @Path("/database")
    @Requires(value = Permission.MANAGE_SCHOOLS, school = SchoolNeed.OPTIONAL)
    @Transactional(rollbackOn = Exception.class)
    @Operation(
            operationId = "getDatabaseFigures",
            summary = "How the database is doing: connections, pool, statements, sizes, requests",
            description =
                    "The figures of requests, pool and calls to Auth are those of the instance that answers; the rest is the"
                            + " database's. The rows and bytes of a school are estimates from the planner's statistics.")
    public DatabaseFigures database() throws JsonProcessingException {
        List<DatabaseReading.Session> sessions = database.sessions();
        List<DatabaseReading.Storage> storage = database.storage();
        List<DatabaseFigures.Statement> statements = database.statements();
        return new DatabaseFigures(
                clock.instant(),
                sessions.stream()
                        .filter(line -> !line.replica())
                        .map(line -> new DatabaseFigures.Connections(line.application(), line.state(), line.count()))
                        .toList(),
                sessions.stream()
                        .filter(DatabaseReading.Session::replica)
                        .map(line -> new DatabaseFigures.Replica(line.application(), line.state(), line.lagSeconds()))
                        .toList(),
                instance.pool(),
                statements != null,
                statements == null ? List.of() : statements,
                DatabaseReading.tables(storage),
                DatabaseReading.schools(storage),
                instance.requests(),
                instance.authCalls());
    }
}
