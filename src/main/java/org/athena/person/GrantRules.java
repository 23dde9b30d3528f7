package org.athena.person;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;

import org.athena.platform.problem.FaultCode;
import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.problem.Violation;
import org.athena.platform.tenancy.AuthContext;
import org.athena.platform.tenancy.Role;

/**
 * Refuses changes of rights that nobody may make: to grant more than one has, to change one's own membership, to leave a school
 * without a rector.
 */
@RequestScoped
public class GrantRules {

    private final AuthContext caller;
    private final EntityManager entities;

    GrantRules(AuthContext caller, EntityManager entities) {
        this.caller = caller;
        this.entities = entities;
    }

    /** Refuses a role that is not known, or that has permissions which the caller does not have. */
    void checkGrant(List<String> roles) {
        for (int i = 0; i < roles.size(); i++) {
            String field = "roles[" + i + "]";
            Role role = Role.of(roles.get(i))
                    .orElseThrow(() -> ProblemException.invalid(Violation.notOneOf(
                            Arrays.stream(Role.values()).map(Role::code).toList(), field, "body")));
            if (!mayGrant(role)) {
                throw new ProblemException(
                        ProblemCode.AUTH_FORBIDDEN,
                        "You may not grant a role with permissions that you do not have.",
                        List.of(new Violation(
                                field, "body", "has permissions that you do not have", FaultCode.NOT_PERMITTED)));
            }
        }
        if (roles.stream().distinct().count() < roles.size()) {
            throw ProblemException.invalid("roles", "body", FaultCode.REPEATED_IN_LIST, "must not name a role twice");
        }
    }

    /** Whether the caller has all permissions of the role. */
    public boolean mayGrant(Role role) {
        return role.permissions().stream().allMatch(permission -> permission.passableBy(caller.permissions()));
    }

    /** Refuses a change of the caller's own membership, also to superadmins. */
    void refuseOwn(UUID person) {
        if (caller.userId().equals(person)) {
            throw new ProblemException(ProblemCode.AUTH_FORBIDDEN, "You may not change your own membership.");
        }
    }

    /** Refuses to remove the person from a school that would then have no active rector. */
    void keepRector(UUID person, List<SchoolMembership> left) {
        Set<UUID> schools = left.stream()
                .filter(SchoolMembership::activeRector)
                .map(membership -> membership.schoolId)
                .collect(Collectors.toSet());
        if (!schools.isEmpty()
                && !SchoolMembership.withAnotherRector(schools, person).containsAll(schools)) {
            throw PersonConflicts.LAST_RECTOR.at("");
        }
    }

    /** A school may not change the account of a person who has not accepted its invitation, or who belongs to another school too. */
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
