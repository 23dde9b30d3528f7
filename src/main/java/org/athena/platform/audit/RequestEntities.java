package org.athena.platform.audit;

import java.util.List;

import jakarta.inject.Singleton;

/** What {@code athena.enter} writes about a superadmin's request. */
@Singleton
class RequestEntities implements AuditedEntities {

    @Override
    public List<AuditedEntity> audited() {
        return List.of(AuditedEntity.of("request"));
    }
}
