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
 * @param userId the local user, equal to the Supabase user id
 * @param email the local user's e-mail
 * @param fullName the local user's name
 * @param platform whether the platform flag counts for this request (set, and at the assurance level the installation wants)
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

    /** Whether the caller holds at least one of these, directly or through an {@code all}. */
    public boolean may(Permission... anyOf) {
        return Stream.of(anyOf).anyMatch(permission -> permission.grantedBy(permissions));
    }
}
