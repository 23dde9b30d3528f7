package org.athena.compliance;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.athena.platform.json.MayBeNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who did what, when.
 *
 * @param actorId the user, or null for the installation itself
 * @param action create, update, delete, read or platform_access
 * @param changes the old and the new value of each changed field; for private columns (health, restrictions, settings with
 *     secrets, free-form data) only that they changed; null for a new row
 * @param requestId the id in the answer's {@code X-Request-Id}
 */
@Schema(name = "AuditEntry")
record AuditEntryView(
        UUID id,
        @MayBeNull UUID actorId,
        String action,
        String entityType,
        @MayBeNull String entityId,
        @MayBeNull Map<String, Object> changes,
        @MayBeNull String requestId,
        Instant createdAt) {

    static AuditEntryView of(AuditLine entry) {
        return new AuditEntryView(
                entry.id,
                entry.actorId,
                entry.action,
                entry.entityType,
                entry.entityId,
                entry.changes,
                entry.requestId,
                entry.createdAt);
    }
}
