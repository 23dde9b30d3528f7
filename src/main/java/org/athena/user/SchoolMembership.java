package org.athena.user;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;
import org.athena.school.School;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/**
 * What a person is in a school. Not filtered by Hibernate, because people see their own in every school: queries name the
 * school, and row level security stands behind them.
 */
@Entity
@Table(name = "school_memberships")
class SchoolMembership extends PanacheEntityBase {

    /** Where the membership stands; only an active one opens the school. */
    enum Status {
        invited,
        active,
        inactive
    }

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;

    @Column(name = "school_id", updatable = false)
    public UUID schoolId;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "school_id", insertable = false, updatable = false)
    public School school;

    @Column(updatable = false)
    public UUID userId;

    @JdbcTypeCode(SqlTypes.ARRAY)
    public List<String> roles;

    @Enumerated(EnumType.STRING)
    public Status status;

    @Version
    public int version;

    /**
     * @throws ProblemException 404 when the person has none with that id that the caller may see
     */
    static SchoolMembership require(UUID user, UUID id, Optional<UUID> school) {
        return SchoolMembership.<SchoolMembership>find("id = ?1 and userId = ?2", id, user)
                .firstResultOptional()
                .filter(membership -> school.isEmpty() || school.get().equals(membership.schoolId))
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "There is no membership with this id."));
    }

    static List<SchoolMembership> of(UUID user, Optional<UUID> school) {
        return SchoolMembership.<SchoolMembership>find(
                        "userId = ?1 and (?2 = true or schoolId = ?3)", user, school.isEmpty(), school.orElse(user))
                .list();
    }

    /** Whether the school has an active rector besides this person; locks them, so that two cannot leave at once. */
    static boolean anotherRector(UUID school, UUID person) {
        return SchoolMembership.<SchoolMembership>find("schoolId = ?1 and status = ?2", school, Status.active)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .stream()
                .filter(membership -> membership.roles.contains("rector"))
                .filter(membership -> !membership.userId.equals(person))
                .anyMatch(
                        membership -> User.count("id = ?1 and status = ?2", membership.userId, User.Status.active) > 0);
    }
}
