package org.athena.compliance;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** A line of the school's audit log. */
@Entity
@Immutable
@Table(name = "audit_log")
class AuditEntry extends AuditLine {

    @TenantId
    public String schoolId;
}
