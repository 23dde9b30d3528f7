package org.athena.person.guardian;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A guardian of a student in one of the sections.
 *
 * @param id the guardian
 * @param email in lower case, or null
 * @param children the names of the students in the sections
 * @param member who has the e-mail in the school
 */
record GuardianContact(
        UUID id,
        String fullName,
        String phone,
        String email,
        List<String> children,
        Reachable reach,
        Optional<SchoolMember> member) {

    /**
     * Whether the guardian is invited now. Whoever works in the school may have written their own e-mail on a guardian, so somebody else
     * confirms them.
     *
     * @param confirmed ids of members
     */
    boolean invitable(Set<UUID> confirmed) {
        boolean sure = member.filter(SchoolMember::staff)
                .filter(staff -> !confirmed.contains(staff.id()))
                .isEmpty();
        return reach.invitable() && (reach != Reachable.member || sure);
    }

    @Override
    public String toString() {
        return "GuardianContact[" + id + "]";
    }
}
