package org.athena.platform.audit;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A table that writes lines of the audit log, and how its rows are called.
 *
 * @param table its name, which the lines have as their {@code entity_type}
 * @param names a statement for the present names of the rows whose ids are in {@code :ids}, which is read as the caller; empty when they
 *     have none. Its columns are {@code id}, {@code name}, and {@code refs}, a text of JSON with the ids of other rows, or null
 */
public record AuditedEntity(String table, Optional<String> names) {

    /** A table whose rows have no name. */
    public static AuditedEntity of(String table) {
        return new AuditedEntity(table, Optional.empty());
    }

    /** A table of a school whose rows are called by one column. */
    public static AuditedEntity named(String table, String column) {
        return named(table, "r." + column, "athena." + table + " r");
    }

    /**
     * A table of a school whose rows are called with the help of others.
     *
     * @param name an expression
     * @param from the table as {@code r}, with its joins
     */
    public static AuditedEntity named(String table, String name, String from) {
        return linked(table, name, Map.of(), from);
    }

    /**
     * The same for rows that lead to others.
     *
     * @param refs the expressions for the ids of the others, by the names that they have in the answer
     */
    public static AuditedEntity linked(String table, String name, Map<String, String> refs, String from) {
        return new AuditedEntity(
                table,
                Optional.of(
                        "select r.id as id, %s as name, %s as refs from %s where r.school_id = :school and r.id = any(cast(:ids as uuid[]))"
                                .formatted(name, json(refs), from)));
    }

    /** An expression for {@code refs}. */
    public static String json(Map<String, String> refs) {
        return refs.isEmpty()
                ? "cast(null as text)"
                : new TreeMap<>(refs)
                        .entrySet().stream()
                                .map(ref -> "'" + ref.getKey() + "', " + ref.getValue())
                                .collect(Collectors.joining(", ", "cast(jsonb_build_object(", ") as text)"));
    }
}
