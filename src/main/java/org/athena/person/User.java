package org.athena.person;

import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.row.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Formula;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** A person with an account. Row level security shows a school its own people, and the platform all. */
@Entity
@Table(name = "users")
class User extends PanacheEntityBase implements Versioned {

    /** The state of the person's account. */
    @Schema(name = "UserStatus")
    enum Status {
        pending,
        active,
        inactive
    }

    /** The id of the Supabase account. */
    @Id
    public UUID id;

    /** In lower case, as Supabase keeps it. */
    public String email;

    public String fullName;

    /** The name where the school of the request may see it, for searching and sorting; see {@link UserView}. */
    @Formula("""
            case when athena.on_platform() then full_name
                 else (select case when m.accepted_at is null then m.invited_name
                                   when m.status = 'invited' then coalesce(m.invited_name, full_name) else full_name end
                         from athena.school_memberships m
                        where m.user_id = id and m.school_id = athena.current_school_id()) end""")
    public String shownName;

    /** Set by {@code athena.set_superadmin} alone. */
    @Column(name = "is_superadmin", insertable = false, updatable = false)
    public boolean superadmin;

    @Enumerated(EnumType.STRING)
    public Status status;

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

    /**
     * Finds a person whom the caller may see. Row level security also shows callers their own row, so a school's list checks the
     * membership as well.
     *
     * @throws ProblemException 404 when there is none that the caller may see
     */
    static User require(UUID id, Optional<UUID> school) {
        boolean member =
                school.isEmpty() || SchoolMembership.count("userId = ?1 and schoolId = ?2", id, school.get()) > 0;
        return User.<User>findByIdOptional(id)
                .filter(user -> member)
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "There is no person with this id."));
    }
}
