package org.athena.person;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import org.athena.person.User.Status;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.tenancy.AuthContext;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Switches accounts off and on: the platform for all schools, a school for itself alone. A school locks its membership, which no
 * other school sees, so that no school ends what another one offers.
 */
@RequestScoped
class AccountSwitch {

    private static final Set<String> FIELDS = Set.of("status", "version");

    private final AuthContext caller;
    private final GrantRules rules;

    AccountSwitch(AuthContext caller, GrantRules rules) {
        this.caller = caller;
        this.rules = rules;
    }

    /** Whether the change is nothing but the end of the caller's own lock, which the school ends wherever else the person belongs. */
    boolean lifts(UUID person, ObjectNode patch) {
        return !caller.platform()
                && patch.propertyStream().allMatch(field -> FIELDS.contains(field.getKey()))
                && Status.active.name().equals(patch.path("status").asText())
                && SchoolMembership.in(caller.schoolId(), person)
                        .filter(membership -> membership.locked)
                        .isPresent();
    }

    /**
     * Brings the account into the state that the request names.
     *
     * @throws ProblemException 400 when the account is not at Supabase yet, 403 when a school switches on what the platform has
     *     switched off, 409 when the person is a superadmin, or the last rector of a school
     */
    void set(User user, Status wanted) {
        List<SchoolMembership> memberships =
                SchoolMembership.of(user.id, caller.platform() ? Optional.empty() : caller.school());
        boolean everywhere = caller.platform() && wanted == Status.inactive && user.status != wanted;
        if (wanted == UserView.status(user, memberships) && !everywhere) {
            return;
        }
        check(user, wanted);
        rules.keepRector(user.id, memberships);
        if (caller.platform()) {
            ofPlatform(user, memberships, wanted);
        } else {
            ofSchool(user, memberships, wanted);
        }
    }

    private static void check(User user, Status wanted) {
        if (wanted == Status.pending || user.status == Status.pending) {
            throw ProblemException.invalid(
                    "status",
                    "body",
                    PersonFault.PENDING_STATUS,
                    "cannot be changed to or from pending: the person becomes active with the account");
        }
        if (user.superadmin && wanted == Status.inactive) {
            throw PersonConflicts.SUPERADMIN.problem();
        }
    }

    private static void ofPlatform(User user, List<SchoolMembership> memberships, Status wanted) {
        user.status = wanted;
        if (wanted == Status.active) {
            memberships.forEach(membership -> membership.locked = false);
        }
    }

    private void ofSchool(User user, List<SchoolMembership> memberships, Status wanted) {
        if (user.status == Status.inactive) {
            throw caller.platformOnly(
                    "The platform has switched this account off, and the platform alone switches it on.");
        }
        memberships.forEach(membership -> membership.locked = wanted == Status.inactive);
    }
}
