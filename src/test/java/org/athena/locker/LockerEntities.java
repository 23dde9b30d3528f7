package org.athena.locker;

import java.util.List;

import jakarta.inject.Singleton;

import org.athena.platform.audit.AuditedEntities;
import org.athena.platform.audit.AuditedEntity;

/** How a locker is called in the audit log. */
@Singleton
class LockerEntities implements AuditedEntities {

    @Override
    public List<AuditedEntity> audited() {
        return List.of(AuditedEntity.named("lockers", "code"));
    }
}
