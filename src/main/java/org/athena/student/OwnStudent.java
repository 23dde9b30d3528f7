package org.athena.student;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.athena.platform.tenancy.SchoolIdType;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.Type;

/** A student whom the caller teaches, is, or is a guardian of. Every filter for own students uses this view. */
@Entity
@Immutable
@Table(name = "own_students")
@IdClass(OwnStudent.Key.class)
class OwnStudent {

    /** The key of a row of the view. */
    public record Key(UUID studentId, String reach) {}

    @Id
    public UUID studentId;

    /** {@code teacher}, {@code student} or {@code guardian}. */
    @Id
    public String reach;

    @TenantId
    @Type(SchoolIdType.class)
    public String schoolId;
}
