package org.athena.person;

import java.util.List;
import java.util.UUID;

import org.athena.platform.json.CodeOf;
import org.athena.platform.json.MayBeNull;
import org.athena.platform.tenancy.Role;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A person's membership in a school. */
@Schema(name = "Membership")
record MembershipView(
        UUID id,
        UUID schoolId,
        UUID userId,
        @CodeOf(Role.class) List<String> roles,
        SchoolMembership.Status status,
        @MayBeNull InvitationState invitation,
        int version) {

    static MembershipView of(SchoolMembership membership) {
        return new MembershipView(
                membership.id,
                membership.schoolId,
                membership.userId,
                List.copyOf(membership.roles),
                membership.status,
                InvitationState.of(membership),
                membership.version);
    }
}
