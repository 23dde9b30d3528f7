package org.athena.student;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;

import org.athena.platform.row.SchoolRow;
import org.hibernate.annotations.Formula;

/** The link of a guardian to a student. A link is ended, never deleted. */
@Entity
@Table(name = "student_guardians")
class StudentGuardian extends SchoolRow {

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "student_id")
    public Student student;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "guardian_id")
    public Guardian guardian;

    public String relationship;

    @Column(name = "is_primary")
    public boolean primary;

    public int priority = 1;

    @Column(name = "is_legal_representative")
    public boolean legalRepresentative;

    public boolean hasCustody;
    public boolean portalAccess;
    public boolean canPickup;

    @Column(name = "is_emergency_contact")
    public boolean emergencyContact;

    @Column(name = "restriction")
    public String restrictionText;

    public LocalDate restrictionFrom;
    public LocalDate restrictionTo;

    /** Why the last restriction was lifted; null while there is one. */
    public String restrictionLiftReason;

    /** Today's date in the school, from the database's clock; null for a link that was not read from the database. */
    @Formula("(select athena.today())")
    public LocalDate today;

    /** Whether the link is switched on; kept after the link has ended. */
    @Column(name = "is_active")
    public boolean active = true;

    public Instant endedAt;
    public UUID endedBy;

    /** The name of who ended the link, as far as the caller may see that person; computed by the database. */
    @Formula("(select u.full_name from athena.users u where u.id = ended_by)")
    public String endedByName;

    /** Set by the database. It is also written here, so that a change of the person alone changes the row. */
    public Instant updatedAt = Instant.now();

    /** Where the request that makes the link describes a known person otherwise; null for a link that was there before. */
    @Transient
    public List<Difference> differences;

    /** The person's links to other students, for the answer of a request that they may matter to; null otherwise. */
    @Transient
    public List<ChildLink> otherLinks;

    /** The link from which a request took the mark of the primary guardian; null when it did not. */
    @Transient
    public UUID primaryBefore;

    /** Applies the fields that a request names; null leaves a field as it is. */
    void apply(LinkData data) {
        relationship = data.relationship().strip();
        primary = named(data.isPrimary(), primary);
        priority = named(data.priority(), priority);
        legalRepresentative = named(data.isLegalRepresentative(), legalRepresentative);
        hasCustody = named(data.hasCustody(), hasCustody);
        portalAccess = named(data.portalAccess(), portalAccess);
        canPickup = named(data.canPickup(), canPickup);
        emergencyContact = named(data.isEmergencyContact(), emergencyContact);
        active = named(data.isActive(), active);
        if (data.restriction() != null) {
            restrict(data.restriction());
        }
    }

    private static <T> T named(T value, T current) {
        return value == null ? current : value;
    }

    /** The restriction, even if it does not apply today, or null. */
    Restriction restriction() {
        return restrictionText == null ? null : new Restriction(restrictionText, restrictionFrom, restrictionTo);
    }

    /**
     * Removes the restriction, or shortens it. The reason stays until there is another one.
     *
     * @param rest what is left of it, or null for nothing
     */
    void lift(Restriction rest, String reason) {
        restrict(rest);
        restrictionLiftReason = reason.strip();
    }

    /** @param restriction the new restriction, or null for none */
    void restrict(Restriction restriction) {
        restrictionLiftReason = null;
        restrictionText = restriction == null ? null : restriction.text();
        restrictionFrom = restriction == null ? null : restriction.from();
        restrictionTo = restriction == null ? null : restriction.to();
    }

    boolean restrictedToday() {
        return restriction() != null && restriction().holdsOn(today);
    }

    /** Undoes the end. The mark of the primary guardian stays with whoever has it meanwhile. */
    void restore() {
        primary = primary && GuardianOrder.primary(student) == null;
        endedAt = null;
        endedBy = null;
        endedByName = null;
    }

    void end(UUID by) {
        endedAt = Instant.now();
        endedBy = by;
    }
}
