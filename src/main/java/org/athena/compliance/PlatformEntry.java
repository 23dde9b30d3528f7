package org.athena.compliance;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.SQLRestriction;

/** A line of the audit log that belongs to no school: an act of the platform. Row level security shows it to nobody else. */
@Entity
@Immutable
@Table(name = "audit_log")
@SQLRestriction("school_id is null")
class PlatformEntry extends AuditLine {}
