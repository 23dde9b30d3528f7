package org.athena.student;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UuidGenerator;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** What a guardian is to a student. It is ended, never deleted. */
@Entity
@Table(name = "student_guardians")
class StudentGuardian extends PanacheEntityBase {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;

    @TenantId
    public String schoolId;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "student_id")
    public Student student;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "guardian_id")
    public Guardian guardian;

    public String relationship;

    @Column(name = "is_primary")
    public boolean primary;

    public int priority;

    @Column(name = "is_legal_representative")
    public boolean legalRepresentative;

    public boolean hasCustody;
    public boolean portalAccess;
    public boolean canPickup;

    @Column(name = "is_emergency_contact")
    public boolean emergencyContact;

    public String restriction;
    public LocalDate restrictionFrom;
    public LocalDate restrictionTo;

    @Column(name = "is_active")
    public boolean active = true;

    public Instant endedAt;
    public UUID endedBy;

    @Version
    public int version;

    void apply(GuardianData data) {
        relationship = data.relationship().strip();
        primary = Boolean.TRUE.equals(data.isPrimary());
        priority = data.priority() == null ? 1 : data.priority();
        legalRepresentative = Boolean.TRUE.equals(data.isLegalRepresentative());
        hasCustody = Boolean.TRUE.equals(data.hasCustody());
        portalAccess = Boolean.TRUE.equals(data.portalAccess());
        canPickup = Boolean.TRUE.equals(data.canPickup());
        emergencyContact = Boolean.TRUE.equals(data.isEmergencyContact());
        restriction = data.restriction() == null ? null : data.restriction().text();
        restrictionFrom = data.restriction() == null ? null : data.restriction().from();
        restrictionTo = data.restriction() == null ? null : data.restriction().to();
        active = data.isActive() == null || data.isActive();
    }

    void end(UUID by) {
        active = false;
        endedAt = Instant.now();
        endedBy = by;
    }
}
