package org.athena.monitoring;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.athena.platform.json.MayBeNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How the database and this instance are doing. Nothing here says what anybody did: no parameters, no names, no addresses.
 *
 * @param measuredAt when
 * @param connections of all instances and everybody else, by application and state
 * @param replicas how far they are behind, in seconds
 * @param pool of this instance
 * @param statementsKnown whether {@code pg_stat_statements} is there to ask
 * @param statements of the service, those first that took the most time in all
 * @param tables with their size, the largest first
 * @param schools what the largest schools keep, estimated by the last analyze
 * @param requests of this instance since its start, by route and school
 * @param authCalls of this instance to Supabase Auth since its start
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

    /** @param lagSeconds 0 when it has replayed everything */
    @Schema(name = "Replica")
    record Replica(String application, String state, double lagSeconds) {}

    /** @param awaiting requests that wait for a connection */
    @Schema(name = "Pool")
    record Pool(int size, long active, long idle, long awaiting) {}

    /** @param statement without its values */
    @Schema(name = "Statement")
    record Statement(String statement, long calls, double meanMs, double maxMs, double totalMs, long rows) {}

    /** @param bytes with its indexes */
    @Schema(name = "TableSize")
    record TableSize(String table, long estimatedRows, long bytes) {}

    /** Summed over the tables. */
    @Schema(name = "SchoolStorage")
    record SchoolStorage(UUID schoolId, long estimatedRows, long estimatedBytes) {}

    /** @param schoolId null for requests without a school */
    @Schema(name = "RouteCalls")
    record RouteCalls(String route, @MayBeNull UUID schoolId, long requests) {}

    /** @param status of the answer, or what came of it instead */
    @Schema(name = "AuthCalls")
    record AuthCalls(String call, String status, long calls, double meanMs) {}
}
