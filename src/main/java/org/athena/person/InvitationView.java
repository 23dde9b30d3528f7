package org.athena.person;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.athena.platform.json.CodeOf;
import org.athena.platform.tenancy.Role;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An invitation of a school to the caller. */
@Schema(name = "Invitation")
record InvitationView(
        UUID id,
        UUID schoolId,
        String schoolName,
        @CodeOf(Role.class) List<String> roles,
        Instant expiresAt) {

    static InvitationView of(SchoolMembership membership) {
        return new InvitationView(
                membership.id, membership.schoolId, membership.school.name, membership.offered(), membership.expiresAt);
    }
}
