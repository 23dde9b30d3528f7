package org.athena.monitoring;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.athena.platform.json.MayBeNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Figures of the database and this instance. They contain no parameters, names or addresses, so they do not tell what a person
 * did.
 *
 * @param measuredAt when the figures were read
 * @param connections connections of all instances and all other clients, by application and state
 * @param replicas the replicas, and how many seconds they are behind
 * @param pool the pool of this instance
 * @param statementsKnown whether the extension {@code pg_stat_statements} is installed
 * @param statements the service's statements, ordered by total time, the longest first
 * @param tables the tables with their size, the largest first
 * @param schools the rows and bytes of the largest schools, estimated by the last analyze
 * @param requests requests to this instance since its start, by route and school
 * @param authCalls calls of this instance to Supabase Auth since its start
 */
@Schema(name = "DatabaseFigures")
record DatabaseFigures(
        Instant measuredAt,
        List<Connections> connections,
        List<Replica> replicas,
        Pool pool,
        boolean statementsKnown,
        List<Statement> statements,
        List<TableSize> tables,
        List<SchoolStorage> schools,
        List<RouteCalls> requests,
        List<AuthCalls> authCalls) {

    /** @param state as PostgreSQL names it: active, idle, idle in transaction */
    @Schema(name = "Connections")
    record Connections(String application, String state, long count) {}

    /** @param lagSeconds 0 when the replica has replayed everything */
    @Schema(name = "Replica")
    record Replica(String application, String state, double lagSeconds) {}

    /** @param awaiting requests that wait for a connection */
    @Schema(name = "Pool")
    record Pool(int size, long active, long idle, long awaiting) {}

    /** @param statement the statement without its values */
    @Schema(name = "Statement")
    record Statement(String statement, long calls, double meanMs, double maxMs, double totalMs, long rows) {}

    /** @param bytes the size with indexes */
    @Schema(name = "TableSize")
    record TableSize(String table, long estimatedRows, long bytes) {}

    /** The figures of one school, summed over all tables. */
    @Schema(name = "SchoolStorage")
    record SchoolStorage(UUID schoolId, long estimatedRows, long estimatedBytes) {}

    /** @param schoolId null for requests without a school */
    @Schema(name = "RouteCalls")
    record RouteCalls(String route, @MayBeNull UUID schoolId, long requests) {}

    /** @param status the HTTP status of the answer, or the outcome when there was no answer */
    @Schema(name = "AuthCalls")
    record AuthCalls(String call, String status, long calls, double meanMs) {}
}
