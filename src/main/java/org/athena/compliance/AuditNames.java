package org.athena.compliance;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;

import org.athena.platform.audit.EntityName;
import org.athena.platform.audit.EntityNames;
import org.athena.platform.audit.EntityRef;
import org.athena.platform.json.Uuids;
import org.athena.platform.tenancy.AuthContext;
import org.hibernate.Session;

/** Tells the lines of a page by names: who acted, and upon what. */
@RequestScoped
class AuditNames {

    private static final String PEOPLE = "users";

    private final EntityNames names;
    private final AuthContext caller;

    AuditNames(EntityNames names, AuthContext caller) {
        this.names = names;
        this.caller = caller;
    }

    /** The lines with the names that the caller may see, read by one statement in the session. */
    List<AuditEntryView> of(Session session, List<AuditLine> lines) {
        List<EntityRef> rows = lines.stream()
                .flatMap(line -> Stream.of(actor(line), entity(line)))
                .flatMap(Optional::stream)
                .toList();
        Map<EntityRef, EntityName> found = names.of(session, caller.school().orElse(null), rows);
        return lines.stream()
                .map(line -> AuditEntryView.of(line, name(found, actor(line)), name(found, entity(line))))
                .toList();
    }

    private static EntityName name(Map<EntityRef, EntityName> found, Optional<EntityRef> row) {
        return row.map(found::get).filter(Objects::nonNull).orElse(EntityName.UNKNOWN);
    }

    private static Optional<EntityRef> actor(AuditLine line) {
        return Optional.ofNullable(line.actorId).map(id -> new EntityRef(PEOPLE, id));
    }

    private static Optional<EntityRef> entity(AuditLine line) {
        return Optional.ofNullable(line.entityId)
                .flatMap(Uuids::canonical)
                .map(id -> new EntityRef(line.entityType, id));
    }
}
