package org.athena.person;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;

import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.problem.Violation;
import org.athena.platform.tenancy.AuthContext;
import org.athena.platform.tenancy.Role;

/** What nobody may do with rights: give more than they have, change their own, leave a school without a rector. */
@RequestScoped
class GrantRules {

    private final AuthContext caller;
    private final EntityManager entities;

    GrantRules(AuthContext caller, EntityManager entities) {
        this.caller = caller;
        this.entities = entities;
    }

    /** Each role is known, and everything it grants is held by the caller. */
    void checkGrant(List<String> roles) {
        for (int i = 0; i < roles.size(); i++) {
            String field = "roles[" + i + "]";
            Role role = Role.of(roles.get(i))
                    .orElseThrow(() -> ProblemException.invalid(
                            field,
                            "body",
                            Violation.oneOf(
                                    Arrays.stream(Role.values()).map(Role::code).toList())));
            boolean held = role.permissions().stream().allMatch(caller::may);
            if (!held) {
                throw new ProblemException(
                        ProblemCode.AUTH_FORBIDDEN,
                        "You may not grant a role with permissions that you do not have.",
                        List.of(new Violation(field, "body", "has permissions that you do not have")));
            }
        }
        if (roles.stream().distinct().count() < roles.size()) {
            throw ProblemException.invalid("roles", "body", "must not name a role twice");
        }
    }

    /** Nobody changes their own membership, not even the platform's people. */
    void refuseOwn(UUID person) {
        if (caller.userId().equals(person)) {
            throw new ProblemException(ProblemCode.AUTH_FORBIDDEN, "You may not change your own membership.");
        }
    }

    /** Every school of these memberships keeps an active rector when the person leaves. */
    void keepRector(UUID person, List<SchoolMembership> left) {
        Set<UUID> schools = left.stream()
                .filter(SchoolMembership::activeRector)
                .map(membership -> membership.schoolId)
                .collect(Collectors.toSet());
        if (!schools.isEmpty()
                && !SchoolMembership.withAnotherRector(schools, person).containsAll(schools)) {
            throw new ProblemException(ProblemCode.CONFLICT, "The school must keep at least one active rector.")
                    .with("reason", "membership.last_rector");
        }
    }

    /** The account of somebody who has not accepted, or belongs to more than this school, is not this school's to change. */
    void refuseForeignAccount(UUID person) {
        if (caller.platform()) {
            return;
        }
        boolean own = (Boolean) entities.createNativeQuery("select athena.is_own_account(:person)", Boolean.class)
                .setParameter("person", person)
                .getSingleResult();
        if (!own) {
            throw caller.platformOnly(
                    "Only the owner and the platform may change this account. The school may change the membership.");
        }
    }
}
