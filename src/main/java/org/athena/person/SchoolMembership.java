package org.athena.person;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;
import org.athena.school.School;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.panache.common.Sort;

/**
 * What a person is in a school. Not filtered by Hibernate, because people see their own in every school: queries name the
 * school, and row level security stands behind them.
 */
@Entity
@Table(name = "school_memberships")
class SchoolMembership extends PanacheEntityBase {

    /** Where the membership stands; only an active one opens the school. */
    @Schema(name = "MembershipStatus")
    enum Status {
        invited,
        active,
        inactive
    }

    private static final String RECTORS = """
            select athena.schools_with_another_rector(cast(string_to_array(:schools, ',') as uuid[]), :person)""";

    private static final String ANSWER = "select athena.answer_invitation(:id, :accept)";

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

    /** When the person first said yes, or null; kept by the database. */
    @Column(insertable = false, updatable = false)
    public Instant acceptedAt;

    @Version
    public int version;

    boolean activeRector() {
        return status == Status.active && roles.contains("rector");
    }

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
        return visible(user, school, Sort.by("id")).list();
    }

    /** Of the person, in the school or, for the platform, in all. */
    static PanacheQuery<SchoolMembership> visible(UUID user, Optional<UUID> school, Sort sort) {
        return find("userId = ?1 and (?2 = true or schoolId = ?3)", sort, user, school.isEmpty(), school.orElse(user));
    }

    /**
     * Those of the schools that have an active rector besides this person. Locks the rectors, this one too, so that two
     * cannot leave at once.
     */
    static Set<UUID> withAnotherRector(Set<UUID> schools, UUID person) {
        return new HashSet<>(getEntityManager()
                .createNativeQuery(RECTORS, UUID.class)
                .setParameter("schools", schools.stream().map(UUID::toString).collect(Collectors.joining(",")))
                .setParameter("person", person)
                .getResultList());
    }

    /**
     * The caller's answer to an invitation of theirs, which the database takes by this function alone.
     *
     * @return the membership, empty when there is no open invitation with that id
     */
    static Optional<SchoolMembership> answer(UUID id, boolean accept) {
        boolean answered = (Boolean) getEntityManager()
                .createNativeQuery(ANSWER, Boolean.class)
                .setParameter("id", id)
                .setParameter("accept", accept)
                .getSingleResult();
        return answered ? findByIdOptional(id) : Optional.empty();
    }
}
