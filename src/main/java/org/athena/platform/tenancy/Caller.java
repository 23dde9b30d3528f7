package org.athena.platform.tenancy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.athena.platform.identity.VerifiedToken;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A user in the database, looked up for a token.
 *
 * @param userId the user
 * @param email the local e-mail
 * @param fullName the local name
 * @param active whether the account is active, and no school keeps the user out of all that they belong to
 * @param invitee whether the user may take an invitation and nothing else: the account waits for its first sign-in, or the schools
 *     that it belongs to have locked it
 * @param superadmin whether the platform flag is set, even if it does not count for this request
 * @param memberships the user's memberships that are active and not locked, in active schools
 * @param namedSchool the school that the request names, if it exists, is active and may be named by the user
 */
record Caller(
        UUID userId,
        String email,
        String fullName,
        boolean active,
        boolean invitee,
        boolean superadmin,
        List<Membership> memberships,
        Optional<UUID> namedSchool) {

    /** The caller of an account that has no person here. */
    static Caller stranger(VerifiedToken token) {
        return new Caller(
                token.subject(), token.email().orElse(""), "", false, true, false, List.of(), Optional.empty());
    }

    static List<Membership> memberships(String json, ObjectMapper mapper) throws JsonProcessingException {
        List<Membership> memberships = new ArrayList<>();
        for (JsonNode node : mapper.readTree(json)) {
            memberships.add(new Membership(
                    UUID.fromString(node.get("id").asText()),
                    UUID.fromString(node.get("school_id").asText()),
                    node.get("school_name").asText(),
                    roles(node.get("roles"))));
        }
        return List.copyOf(memberships);
    }

    private static Set<Role> roles(JsonNode codes) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        codes.forEach(code -> Role.of(code.asText()).ifPresent(roles::add));
        return roles;
    }

    Optional<Membership> membershipIn(UUID school) {
        return memberships.stream().filter(m -> m.schoolId().equals(school)).findFirst();
    }
}
