package org.athena.compliance;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.athena.platform.audit.AuditAction;
import org.athena.platform.audit.EntityName;
import org.athena.platform.json.MayBeNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who did what, when.
 *
 * @param actorId the user, or null for the installation itself
 * @param actorName how the reader knows the user today; null for the installation itself, and for a user who is not of the school, as
 *     somebody of the platform
 * @param entityType the table
 * @param entityName how the row is called today; null when it is gone, has no name, or is not of the school
 * @param studentId the student that the row is, or belongs to; null for any other
 * @param guardianId the guardian that the row is, or belongs to; null for any other
 * @param userId the person that the row is, or belongs to; null for any other
 * @param changes the old and the new value of each changed field; for private columns (health, restrictions, settings with
 *     secrets, free-form data) only that they changed; null for a new row
 * @param requestId the id in the answer's {@code X-Request-Id}
 */
@Schema(name = "AuditEntry")
record AuditEntryView(
        UUID id,
        @MayBeNull UUID actorId,
        @MayBeNull String actorName,
        @Schema(implementation = AuditAction.class) String action,
        @Schema(ref = "AuditedTable") String entityType,
        @MayBeNull String entityId,
        @MayBeNull String entityName,
        @MayBeNull UUID studentId,
        @MayBeNull UUID guardianId,
        @MayBeNull UUID userId,
        @MayBeNull Map<String, Object> changes,
        @MayBeNull String requestId,
        Instant createdAt) {

    static AuditEntryView of(AuditLine entry, EntityName actor, EntityName entity) {
        return new AuditEntryView(
                entry.id,
                entry.actorId,
                actor.name(),
                entry.action,
                entry.entityType,
                entry.entityId,
                entity.name(),
                entity.refs().get("student_id"),
                entity.refs().get("guardian_id"),
                entity.refs().get("user_id"),
                entry.changes,
                entry.requestId,
                entry.createdAt);
    }
}
