package org.athena.person.guardian;

import java.util.List;
import java.util.UUID;

/**
 * A guardian of a student in one of the sections.
 *
 * @param id the guardian
 * @param email in lower case, or null
 * @param children the names of the students in the sections
 */
record GuardianContact(UUID id, String fullName, String phone, String email, List<String> children, Reachable reach) {

    @Override
    public String toString() {
        return "GuardianContact[" + id + "]";
    }
}
