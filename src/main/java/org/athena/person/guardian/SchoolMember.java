package org.athena.person.guardian;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A member of the school, or somebody whom it has invited.
 *
 * @param name as the school may see it
 * @param roles codes of roles
 */
record SchoolMember(UUID id, String name, List<String> roles) {

    private static final Set<String> FAMILY = Set.of("student", "acudiente");

    /** Whether they work in the school. */
    boolean staff() {
        return !FAMILY.containsAll(roles);
    }

    @Override
    public String toString() {
        return "SchoolMember[" + id + "]";
    }
}
