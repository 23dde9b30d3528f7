package org.athena.person;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

import org.athena.person.mail.MailFault;
import org.athena.person.mail.MailState;
import org.athena.person.mail.Secret;
import org.athena.platform.paging.Filters;
import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.row.Versioned;
import org.athena.school.School;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;

/**
 * A person's membership in a school. Hibernate does not filter it by school, because people see their own memberships in every
 * school. Queries name the school, and row level security checks them.
 */
@Entity
@Table(name = "school_memberships")
class SchoolMembership extends PanacheEntityBase implements Versioned {

    /** The state of the membership; only an active one gives access to the school. */
    @Schema(name = "MembershipStatus")
    enum Status {
        invited,
        active,
        inactive
    }

    private static final String RECTORS = """
            select athena.schools_with_another_rector(cast(string_to_array(:schools, ',') as uuid[]), :person)""";

    private static final String ANSWER = "select athena.answer_invitation(:id, :accept)";
    private static final String TAKE = "select athena.take_invitation(:hash)";

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

    /** Whether the school has switched the person's account off, for itself alone. */
    @Column(name = "is_locked", insertable = false)
    public boolean locked;

    /** The guardian whose account the person becomes when they accept, or null. */
    public UUID guardianId;

    /** The guardian's name, for the person who is invited alone. */
    @Formula("case when guardian_id is not null then athena.offered_guardian(id) end")
    public String offeredGuardian;

    /** What an open invitation adds to an active membership. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(insertable = false)
    public List<String> addedRoles;

    /** The name that the school wrote when it invited the person. */
    public String invitedName;

    /** The hash of the secret in the mail; see {@link org.athena.person.mail.Secret}. */
    public String secretHash;

    /** Until when the invitation may be accepted. */
    public Instant expiresAt;

    @Formula("expires_at <= now()")
    public boolean expired;

    /** When the person declined the last invitation, or null. */
    @Column(insertable = false)
    public Instant declinedAt;

    /** The mail of the open invitation; null without one. */
    @Enumerated(EnumType.STRING)
    public MailState mail;

    @Column(insertable = false)
    public int mailAttempts;

    /** Why the last attempt failed; written by {@code athena.note_mail} alone. */
    @Enumerated(EnumType.STRING)
    @Column(insertable = false, updatable = false)
    public MailFault mailFault;

    public Instant mailDueAt;

    @Column(insertable = false)
    public Instant mailedAt;

    /** The key of the request that invited the person, until it is answered; see {@link Inviting}. */
    public String requestHash;

    /** When the person first accepted, or null; written by the database. */
    @Column(insertable = false, updatable = false)
    public Instant acceptedAt;

    @Version
    public int version;

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public int version() {
        return version;
    }

    /** A new membership, which opens when the person accepts it. */
    static SchoolMembership invite(UUID school, UUID person, List<String> roles) {
        SchoolMembership membership = new SchoolMembership();
        membership.schoolId = school;
        membership.userId = person;
        membership.roles = List.copyOf(roles);
        membership.status = Status.invited;
        return membership;
    }

    /** The roles that the person has once they accept. */
    List<String> offered() {
        return Stream.concat(roles.stream(), addedRoles.stream()).distinct().toList();
    }

    /** Whether the person may still accept something. */
    boolean open() {
        return status == Status.invited || mail != null;
    }

    /** Why the mail of the open invitation was not sent so far, or null. */
    MailFault fault() {
        return mail == null || mail == MailState.sent || mailAttempts == 0 ? null : mailFault;
    }

    /** Ends the membership, and with it an open invitation. A membership that has ended stays as it is. */
    void end() {
        if (status == Status.inactive) {
            return;
        }
        status = Status.inactive;
        secretHash = null;
        requestHash = null;
        mail = null;
        addedRoles = List.of();
    }

    boolean activeRector() {
        return status == Status.active && !locked && roles.contains("rector");
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
        return school.isPresent()
                ? list("userId = ?1 and schoolId = ?2", Sort.by("id"), user, school.get())
                : list("userId", Sort.by("id"), user);
    }

    /** The person's memberships in the school or, for the platform, in all schools. */
    static Filters visible(UUID user, Optional<UUID> school) {
        return Filters.none().equal("userId", Optional.of(user)).equal("schoolId", school);
    }

    /**
     * Those of the schools that have another active rector. The query locks the rectors, also this person, so that two rectors
     * cannot leave at the same time.
     */
    static Set<UUID> withAnotherRector(Set<UUID> schools, UUID person) {
        return new HashSet<>(getEntityManager()
                .createNativeQuery(RECTORS, UUID.class)
                .setParameter("schools", schools.stream().map(UUID::toString).collect(Collectors.joining(",")))
                .setParameter("person", person)
                .getResultList());
    }

    /**
     * Accepts or declines an invitation of the caller. The service may only do so by this function of the database.
     *
     * @return the membership; empty when there is no open invitation with that id
     */
    static Optional<SchoolMembership> answer(UUID id, boolean accept) {
        boolean answered = (Boolean) getEntityManager()
                .createNativeQuery(ANSWER, Boolean.class)
                .setParameter("id", id)
                .setParameter("accept", accept)
                .getSingleResult();
        return answered ? findByIdOptional(id) : Optional.empty();
    }

    /**
     * Accepts the invitation with that secret for the caller, whose account must have been stated
     * ({@link org.athena.platform.tenancy.ConfirmedAccount}). The membership becomes the caller's.
     *
     * @return the membership; empty when no open invitation has the secret
     */
    static Optional<SchoolMembership> take(Secret secret) {
        UUID id = (UUID) getEntityManager()
                .createNativeQuery(TAKE, UUID.class)
                .setParameter("hash", secret.hash())
                .getSingleResult();
        return id == null ? Optional.empty() : findByIdOptional(id);
    }

    /** The person's membership in the school, whatever its state. */
    static Optional<SchoolMembership> in(UUID school, UUID person) {
        return find("schoolId = ?1 and userId = ?2", school, person).firstResultOptional();
    }
}
