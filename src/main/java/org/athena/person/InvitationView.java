package org.athena.person;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.athena.platform.json.CodeOf;
import org.athena.platform.json.MayBeNull;
import org.athena.platform.tenancy.Role;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An invitation of a school to the caller.
 *
 * @param guardianName the guardian whose account the caller becomes by accepting, or null
 */
@Schema(name = "Invitation")
record InvitationView(
        UUID id,
        UUID schoolId,
        String schoolName,
        @CodeOf(Role.class) List<String> roles,
        @MayBeNull String guardianName,
        Instant expiresAt) {

    static InvitationView of(SchoolMembership membership) {
        return new InvitationView(
                membership.id,
                membership.schoolId,
                membership.school.name,
                membership.offered(),
                membership.offeredGuardian,
                membership.expiresAt);
    }
}
