package org.athena.student;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;

import org.athena.platform.problem.Conflict;
import org.athena.platform.problem.FaultCode;
import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.problem.Violation;
import org.athena.platform.tenancy.AuthContext;
import org.athena.platform.tenancy.Permission;

/** Checks who may set the account of a student or guardian, because the account gives access to the child's data. */
@RequestScoped
class AccountLink {

    private static final String ACTIVE = """
            select exists (select 1 from athena.school_memberships m join athena.users u on u.id = m.user_id
                            where m.school_id = :school and m.user_id = :user
                              and athena.is_open(u.status, m.status, m.is_locked))""";

    private final AuthContext caller;
    private final EntityManager entities;

    AccountLink(AuthContext caller, EntityManager entities) {
        this.caller = caller;
        this.entities = entities;
    }

    /**
     * @param rule the conflict when the account is not an active member of the school; it does not reveal whether the account is
     *     an inactive member or not known at all
     * @param wanted the new account; null leaves the account as it is
     * @throws ProblemException 403 when the account changes and the caller does not manage users, 409 when the account is not an
     *     active member's
     */
    void check(Conflict rule, String field, UUID current, UUID wanted) {
        if (wanted != null && !wanted.equals(current)) {
            requirePermission(field);
            if (!active(wanted)) {
                throw rule.at(field);
            }
        }
    }

    /** The same check, but null removes the account. */
    void checkReplacement(Conflict rule, String field, UUID current, UUID wanted) {
        if (wanted == null && current != null) {
            requirePermission(field);
        }
        check(rule, field, current, wanted);
    }

    private void requirePermission(String field) {
        if (!caller.may(Permission.MANAGE_USERS)) {
            throw new ProblemException(
                            ProblemCode.AUTH_FORBIDDEN,
                            "Setting the account of a person needs the permission manage:users.",
                            List.of(new Violation(
                                    field, "body", "needs the permission manage:users", FaultCode.NOT_PERMITTED)))
                    .with("required_permissions", List.of(Permission.MANAGE_USERS.code()));
        }
    }

    private boolean active(UUID user) {
        return (Boolean) entities.createNativeQuery(ACTIVE, Boolean.class)
                // The query must not flush the student, whose fields are not complete yet.
                .setFlushMode(FlushModeType.COMMIT)
                .setParameter("school", caller.schoolId())
                .setParameter("user", user)
                .getSingleResult();
    }
}
