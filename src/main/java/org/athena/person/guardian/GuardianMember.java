package org.athena.person.guardian;

import java.util.List;
import java.util.UUID;

import org.athena.platform.json.CodeOf;
import org.athena.platform.json.MayBeNull;
import org.athena.platform.tenancy.Role;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A guardian whose e-mail a member of the school has.
 *
 * @param children the names of the students in the sections
 * @param userId the member
 * @param memberName null when the school invited them without a name
 * @param roles what the member is in the school
 * @param asked whether the request asks the member; otherwise confirmed_members must name them
 */
@Schema(name = "GuardianMember")
record GuardianMember(
        UUID guardianId,
        String fullName,
        List<String> children,
        UUID userId,
        @MayBeNull String memberName,
        @CodeOf(Role.class) List<String> roles,
        boolean asked) {

    static GuardianMember of(GuardianContact guardian, boolean asked) {
        SchoolMember member = guardian.member().orElseThrow();
        return new GuardianMember(
                guardian.id(),
                guardian.fullName(),
                guardian.children(),
                member.id(),
                member.name(),
                member.roles(),
                asked);
    }
}
