package org.athena.platform.tenancy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;

/**
 * Who is asking, for which school, and what they may do there. Made once per request by the tenancy filter from the token
 * and the database, and never changed.
 *
 * @param userId the local user, equal to the Supabase user id; null for what the service does by itself (a job)
 * @param email the local user's e-mail
 * @param fullName the local user's name
 * @param platform whether the platform flag counts for this request (set, and at the assurance level the installation wants)
 * @param secondFactorRequired whether the flag is set and does not count, because the session has no second factor
 * @param school the school the request is for, or none
 * @param membership the caller's membership in it; none for a superadmin who is no member
 * @param memberships every active membership in an active school
 * @param permissions what the caller may do in the school
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
     * @throws ProblemException {@code tenant.school_required} when the request names none
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
     * Refuses what the platform alone may do.
     *
     * @param detail what it is, for whoever has no platform flag
     * @return {@code auth.second_factor_required} where nothing but that is missing, else {@code auth.forbidden}
     */
    public ProblemException platformOnly(String detail) {
        return secondFactorRequired ? secondFactor() : new ProblemException(ProblemCode.AUTH_FORBIDDEN, detail);
    }

    /** What a superadmin is told whose session has no second factor. */
    public static ProblemException secondFactor() {
        return new ProblemException(
                ProblemCode.AUTH_SECOND_FACTOR_REQUIRED,
                "You are a superadmin, which counts only after signing in with a second factor.");
    }

    /** Whether the caller holds at least one of these, directly or through an {@code all}. */
    public boolean may(Permission... anyOf) {
        return Stream.of(anyOf).anyMatch(permission -> permission.grantedBy(permissions));
    }
}
