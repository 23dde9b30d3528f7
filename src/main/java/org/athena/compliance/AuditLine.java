package org.athena.compliance;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** A line of the audit log, of a school or of the platform. */
@MappedSuperclass
abstract class AuditLine extends PanacheEntityBase {

    @Id
    public UUID id;

    public UUID actorId;
    public String action;
    public String entityType;
    public String entityId;

    @JdbcTypeCode(SqlTypes.JSON)
    public Map<String, Object> changes;

    public String requestId;
    public Instant createdAt;
}
