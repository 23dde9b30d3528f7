package org.athena.student;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.problem.Violation;
import org.athena.platform.tenancy.AuthContext;
import org.athena.platform.tenancy.Permission;

/** Guards who may say that an account is this student or guardian: it opens a child's data to whoever signs in with it. */
@RequestScoped
class AccountLink {

    private final AuthContext caller;

    AccountLink(AuthContext caller) {
        this.caller = caller;
    }

    /**
     * @throws ProblemException 403 when the account changes and the caller does not manage users
     */
    void check(String field, UUID current, UUID wanted) {
        boolean changes = wanted != null && !Objects.equals(current, wanted);
        if (changes && !caller.may(Permission.MANAGE_USERS)) {
            throw new ProblemException(
                            ProblemCode.AUTH_FORBIDDEN,
                            "Only who may manage users says which account a person has.",
                            List.of(new Violation(field, "body", "needs manage:users")))
                    .with("required_permissions", List.of(Permission.MANAGE_USERS.code()));
        }
    }

    /** The same where null takes the account away. */
    void checkReplacement(String field, UUID current, UUID wanted) {
        check(field, current, wanted == null && current != null ? new UUID(0, 0) : wanted);
    }
}
