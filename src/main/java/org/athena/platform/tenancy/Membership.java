package org.athena.platform.tenancy;

import java.util.Set;
import java.util.UUID;

/**
 * An active membership in an active school.
 *
 * @param id the membership's id
 * @param schoolId the school
 * @param schoolName its name, for the person who chooses
 * @param roles the roles in the school, never empty
 */
public record Membership(UUID id, UUID schoolId, String schoolName, Set<Role> roles) {}
