package org.athena.compliance;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** A line of the school's audit log. */
@Entity
@Immutable
@Table(name = "audit_log")
class AuditEntry extends PanacheEntityBase {

    @Id
    public UUID id;

    @TenantId
    public String schoolId;

    public UUID actorId;
    public String action;
    public String entityType;
    public String entityId;

    @JdbcTypeCode(SqlTypes.JSON)
    public Map<String, Object> changes;

    public String requestId;
    public Instant createdAt;
}
