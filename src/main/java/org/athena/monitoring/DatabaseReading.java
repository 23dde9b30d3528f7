package org.athena.monitoring;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads the figures from functions of the database's owner, which only answer requests of the platform. */
@ApplicationScoped
class DatabaseReading {

    private static final int STATEMENTS = 20;
    private static final int SCHOOLS = 100;

    private final EntityManager entities;
    private final ObjectMapper mapper;

    DatabaseReading(EntityManager entities, ObjectMapper mapper) {
        this.entities = entities;
        this.mapper = mapper;
    }

    /** One line of {@code athena.monitoring_sessions}. */
    record Session(boolean replica, String application, String state, long count, double lagSeconds) {}

    /** One line of {@code athena.monitoring_storage}; without a school it is a whole table. */
    record Storage(String table, UUID school, long rows, long bytes) {}

    List<Session> sessions() {
        return rows("select kind, application, state, sessions, lag_seconds from athena.monitoring_sessions()").stream()
                .map(row -> new Session(
                        row[0].equals("replica"), (String) row[1], (String) row[2], number(row[3]), lag(row[4])))
                .toList();
    }

    /** The statements; null without {@code pg_stat_statements}. */
    List<DatabaseFigures.Statement> statements() throws JsonProcessingException {
        Object json = entities.createNativeQuery("select cast(athena.monitoring_statements(:limit) as text)")
                .setParameter("limit", STATEMENTS)
                .getSingleResult();
        return json == null
                ? null
                : StreamSupport.stream(mapper.readTree((String) json).spliterator(), false)
                        .map(DatabaseReading::statement)
                        .toList();
    }

    private static DatabaseFigures.Statement statement(JsonNode line) {
        return new DatabaseFigures.Statement(
                line.get("statement").asText(),
                line.get("calls").asLong(),
                line.get("mean_ms").asDouble(),
                line.get("max_ms").asDouble(),
                line.get("total_ms").asDouble(),
                line.get("rows").asLong());
    }

    List<Storage> storage() {
        return rows("select table_name, school_id, estimated_rows, bytes from athena.monitoring_storage()").stream()
                .map(row -> new Storage((String) row[0], (UUID) row[1], number(row[2]), number(row[3])))
                .toList();
    }

    static List<DatabaseFigures.TableSize> tables(List<Storage> storage) {
        return storage.stream()
                .filter(line -> line.school() == null)
                .map(line -> new DatabaseFigures.TableSize(line.table(), line.rows(), line.bytes()))
                .sorted(Comparator.comparingLong(DatabaseFigures.TableSize::bytes)
                        .reversed())
                .toList();
    }

    static List<DatabaseFigures.SchoolStorage> schools(List<Storage> storage) {
        Map<UUID, List<Storage>> bySchool =
                storage.stream().filter(line -> line.school() != null).collect(Collectors.groupingBy(Storage::school));
        return bySchool.entrySet().stream()
                .map(entry -> new DatabaseFigures.SchoolStorage(
                        entry.getKey(),
                        entry.getValue().stream().mapToLong(Storage::rows).sum(),
                        entry.getValue().stream().mapToLong(Storage::bytes).sum()))
                .sorted(Comparator.comparingLong(DatabaseFigures.SchoolStorage::estimatedBytes)
                        .reversed())
                .limit(SCHOOLS)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(String sql) {
        return entities.createNativeQuery(sql).getResultList();
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    private static double lag(Object value) {
        return value == null ? 0 : ((Number) value).doubleValue();
    }
}
