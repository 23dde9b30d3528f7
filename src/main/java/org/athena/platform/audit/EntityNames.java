package org.athena.platform.audit;

import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

import io.quarkus.arc.All;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The names of the rows that lines of the audit log are about, in one statement for rows of all tables. */
@Singleton
public class EntityNames {

    private static final TypeReference<Map<String, UUID>> REFS = new TypeReference<>() {};

    private final ObjectMapper mapper;
    private final Map<String, AuditedEntity> entities = new TreeMap<>();

    EntityNames(@All List<AuditedEntities> features, ObjectMapper mapper) {
        this.mapper = mapper;
        features.stream()
                .flatMap(feature -> feature.audited().stream())
                .forEach(entity -> entities.put(entity.table(), entity));
    }

    /** The tables that write lines, in alphabetical order. */
    public Collection<String> tables() {
        return entities.keySet();
    }

    /**
     * The names of rows as the caller of the session's transaction sees them. Row level security applies, and the school beside it.
     *
     * @param school the school whose rows they are; null for rows that belong to none
     * @return the rows that have one
     */
    public Map<EntityRef, EntityName> of(Session session, UUID school, Collection<EntityRef> rows) {
        SortedSet<String> tables = rows.stream().map(EntityRef::table).collect(Collectors.toCollection(TreeSet::new));
        String union = tables.stream()
                .map(entities::get)
                .filter(entity -> entity != null && entity.names().isPresent())
                .map(entity ->
                        "select '" + entity.table() + "' as entity, n.id as id, n.name as name, n.refs as refs from ("
                                + entity.names().get() + ") n")
                .collect(Collectors.joining(" union all "));
        return union.isEmpty() ? Map.of() : read(session, union, school, rows);
    }

    private Map<EntityRef, EntityName> read(Session session, String union, UUID school, Collection<EntityRef> rows) {
        NativeQuery<Tuple> query = session.createNativeQuery(union, Tuple.class)
                .setParameter("ids", rows.stream().map(EntityRef::id).distinct().toArray(UUID[]::new));
        if (union.contains(":school")) {
            query.setParameter("school", school, UUID.class);
        }
        Map<EntityRef, EntityName> names = new HashMap<>();
        for (Tuple row : query.getResultList()) {
            names.put(
                    new EntityRef(row.get("entity", String.class), row.get("id", UUID.class)),
                    new EntityName(row.get("name", String.class), refs(row.get("refs", String.class))));
        }
        return names;
    }

    private Map<String, UUID> refs(String json) {
        try {
            return json == null ? Map.of() : mapper.readValue(json, REFS);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
