package org.athena.platform.tenancy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;

/**
 * The caller, the school of the request and the caller's rights in it. The tenancy filter makes it once for each request from the
 * token and the database; it never changes.
 *
 * @param userId the local user, equal to the Supabase user id; null for work of the service itself (a job)
 * @param email the local user's e-mail
 * @param fullName the local user's name
 * @param platform whether the platform flag counts for this request: it is set, and the session has the required assurance level
 * @param secondFactorRequired whether the flag is set but does not count, because the session has no second factor
 * @param school the school of the request, or empty
 * @param membership the caller's membership in the school; empty for a superadmin who is not a member
 * @param memberships all active memberships of the caller in active schools
 * @param permissions the caller's permissions in the school
 * @param sessionId the token's session
 * @param assuranceLevel the token's assurance level
 */
public record AuthContext(
        UUID userId,
        String email,
        String fullName,
        boolean platform,
        boolean secondFactorRequired,
        Optional<UUID> school,
        Optional<Membership> membership,
        List<Membership> memberships,
        Set<Permission> permissions,
        Optional<UUID> sessionId,
        String assuranceLevel) {

    /**
     * The school of the request.
     *
     * @throws ProblemException {@code tenant.school_required} when the request does not have a school
     */
    public UUID schoolId() {
        return school.orElseThrow(() ->
                new ProblemException(ProblemCode.TENANT_SCHOOL_REQUIRED, "Name the school in the X-School-Id header."));
    }

    /** The caller's roles in the school of the request. */
    public Set<Role> roles() {
        return membership.map(Membership::roles).orElse(Set.of());
    }

    /**
     * The refusal of an action that only the platform may do.
     *
     * @param detail the message for a caller without the platform flag
     * @return {@code auth.second_factor_required} when only the second factor is missing, otherwise {@code auth.forbidden}
     */
    public ProblemException platformOnly(String detail) {
        return secondFactorRequired ? secondFactor() : new ProblemException(ProblemCode.AUTH_FORBIDDEN, detail);
    }

    /** The refusal of a superadmin whose session has no second factor. */
    public static ProblemException secondFactor() {
        return new ProblemException(
                ProblemCode.AUTH_SECOND_FACTOR_REQUIRED,
                "Sign in with a second factor to use your rights as a superadmin.");
    }

    /** Whether the caller has at least one of these permissions, itself or through an {@code all}. */
    public boolean may(Permission... anyOf) {
        return Stream.of(anyOf).anyMatch(permission -> permission.grantedBy(permissions));
    }
}
