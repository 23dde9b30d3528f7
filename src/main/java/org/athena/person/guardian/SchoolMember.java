package org.athena.person.guardian;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.athena.platform.tenancy.Role;

/**
 * A member of the school, or somebody whom it has invited.
 *
 * @param name as the school may see it
 * @param roles codes of roles
 */
record SchoolMember(UUID id, String name, List<String> roles) {

    /** Whether they work in the school. */
    boolean staff() {
        return roles.stream().map(Role::of).flatMap(Optional::stream).anyMatch(Role::staff);
    }

    @Override
    public String toString() {
        return "SchoolMember[" + id + "]";
    }
}
