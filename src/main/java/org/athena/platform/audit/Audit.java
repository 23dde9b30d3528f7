package org.athena.platform.audit;

import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;

import org.athena.platform.request.RequestId;
import org.athena.platform.tenancy.AuthContext;

/**
 * Writes audit lines that no trigger can write: that something was read, or attempted. Triggers of the database audit the changes
 * of rows.
 */
@RequestScoped
public class Audit {

    private static final String INSERT = """
            insert into athena.audit_log (school_id, actor_id, action, entity_type, entity_id, changes, request_id)
            values (cast(:school as uuid), cast(:actor as uuid), :action, :type, cast(:id as text),
                    jsonb_build_object('what', cast(:what as text)), :request)""";

    private final EntityManager entities;
    private final AuthContext caller;
    private final RequestId requestId;

    Audit(EntityManager entities, AuthContext caller, RequestId requestId) {
        this.entities = entities;
        this.caller = caller;
        this.requestId = requestId;
    }

    /**
     * Writes that many rows left the school as a file.
     *
     * @param what how many rows, and which of them
     */
    public void export(String entityType, String what) {
        write(AuditAction.export, entityType, null, what);
    }

    /**
     * Writes a line in the transaction of the request. When the line cannot be written, the request fails.
     *
     * @param entityType the table
     * @param entityId the row
     * @param what which part of it was read
     */
    public void read(String entityType, UUID entityId, String what) {
        write(AuditAction.read, entityType, entityId, what);
    }

    /** The same for another act. */
    public void write(AuditAction action, String entityType, UUID entityId, String what) {
        entities.createNativeQuery(INSERT)
                .setParameter("school", caller.school().map(UUID::toString).orElse(null))
                .setParameter("actor", Objects.toString(caller.userId(), null))
                .setParameter("action", action.name())
                .setParameter("type", entityType)
                .setParameter("id", Objects.toString(entityId, null))
                .setParameter("what", what)
                .setParameter("request", requestId.value())
                .executeUpdate();
    }
}
