package org.athena.compliance;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.athena.platform.tenancy.SchoolIdType;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.Type;

/** A line of the school's audit log. */
@Entity
@Immutable
@Table(name = "audit_log")
class AuditEntry extends AuditLine {

    @TenantId
    @Type(SchoolIdType.class)
    public String schoolId;
}
