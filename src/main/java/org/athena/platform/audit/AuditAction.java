package org.athena.platform.audit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a line of the audit log may say that somebody did. */
@Schema(name = "AuditAction")
public enum AuditAction {
    create,
    update,
    delete,
    read,
    export,
    another_person,
    platform_access
}
