package org.athena.person;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.athena.platform.json.Merge;
import org.athena.platform.problem.FaultCode;
import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.problem.Violation;
import org.athena.platform.row.RowAnswer;
import org.athena.platform.tenancy.AuthContext;
import org.athena.platform.tenancy.Permission;
import org.hibernate.exception.AuthException;

import io.quarkus.narayana.jta.QuarkusTransaction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Changes a person's row. A new e-mail is checked here first, so that Supabase is not called for an e-mail that is refused here. */
@RequestScoped
@Transactional(rollbackOn = Exception.class)
class UserChange {

    private final AuthContext caller;
    private final GrantRules rules;
    private final InvitedName invitedName;
    private final AccountSwitch accounts;
    private final RowAnswer answer;
    private final Merge merge;
    private final EntityManager entities;

    UserChange(
            AuthContext caller,
            GrantRules rules,
            InvitedName invitedName,
            AccountSwitch accounts,
            RowAnswer answer,
            Merge merge,
            EntityManager entities) {
        this.caller = caller;
        this.rules = rules;
        this.invitedName = invitedName;
        this.accounts = accounts;
        this.answer = answer;
        this.merge = merge;
        this.entities = entities;
    }

    /**
     * Carries the change out and rolls it back, so that every refusal comes before the call to Supabase.
     *
     * @return the new e-mail, which Supabase must get before the change is carried out
     */
    Optional<String> newEmail(UUID id, ObjectNode patch) throws JsonProcessingException {
        if (patch == null || !patch.has("email")) {
            return Optional.empty();
        }
        User user = changeable(id, patch);
        String email = merge.apply(shown(user), named(user, patch)).email();
        if (email.equalsIgnoreCase(user.email)) {
            return Optional.empty();
        }
        carryOut(id, patch);
        QuarkusTransaction.setRollbackOnly();
        return Optional.of(email);
    }

    /** The change; for a school that corrects the name of somebody whom it has invited, of that name alone. */
    UserView carryOut(UUID id, ObjectNode patch) throws JsonProcessingException {
        Optional<UserView> corrected = invitedName.correct(User.require(id, caller.school()), patch);
        return corrected.isPresent() ? corrected.get() : changed(id, patch);
    }

    private UserView changed(UUID id, ObjectNode patch) throws JsonProcessingException {
        User user = changeable(id, patch);
        ObjectNode named = named(user, patch);
        UserData data = merge.apply(shown(user), named);
        if (!data.email().equalsIgnoreCase(user.email)) {
            checkEmail(user, data.email());
            user.email = data.email();
        }
        if (named.has("status")) {
            accounts.set(user, data.status());
        }
        user.fullName = data.fullName().strip();
        User.flush();
        if (data.isSuperadmin() != user.superadmin) {
            changePlatformFlag(user, data.isSuperadmin());
        }
        return UserView.of(user, SchoolMembership.of(id, caller.school()), caller.platform());
    }

    private User changeable(UUID id, ObjectNode patch) {
        User user = User.require(id, caller.school());
        rules.refuseOwn(id);
        if (patch == null || !accounts.lifts(id, patch)) {
            rules.refuseForeignAccount(id);
        }
        return user;
    }

    private UserData shown(User user) {
        return UserData.of(user, UserView.status(user, SchoolMembership.of(user.id, caller.school())));
    }

    /** What the request names besides the version, when the version is the person's. */
    private ObjectNode named(User user, ObjectNode patch) {
        return answer.require(UserView.version(user, SchoolMembership.of(user.id, caller.school())), patch);
    }

    private void checkEmail(User user, String email) {
        if (caller.secondFactorRequired()) {
            throw AuthContext.secondFactor();
        }
        if (!caller.may(Permission.MANAGE_SCHOOLS)) {
            throw new ProblemException(
                            ProblemCode.AUTH_FORBIDDEN,
                            "Only the owner (at Supabase) and the platform may change this e-mail.",
                            List.of(new Violation(
                                    "email", "body", "needs the permission manage:schools", FaultCode.NOT_PERMITTED)))
                    .with("required_permissions", List.of(Permission.MANAGE_SCHOOLS.code()));
        }
        if (User.count("lower(email) = ?1 and id <> ?2 and status <> ?3", email, user.id, User.Status.pending) > 0) {
            throw PersonConflicts.EMAIL_TAKEN.problem();
        }
    }

    private void changePlatformFlag(User user, boolean wanted) {
        if (!caller.platform()) {
            throw caller.platformOnly("Only a superadmin may change is_superadmin.");
        }
        // Always required here, even where the installation does not require a second factor of superadmins.
        if (!"aal2".equals(caller.assuranceLevel())) {
            throw AuthContext.secondFactor();
        }
        // The person's row is locked before the lock of all platform flags: a change of other fields holds the row
        // already.
        entities.lock(user, LockModeType.PESSIMISTIC_WRITE);
        try {
            entities.createNativeQuery("select athena.set_superadmin(:id, :value)")
                    .setParameter("id", user.id)
                    .setParameter("value", wanted)
                    .getSingleResult();
        } catch (AuthException e) {
            // The caller's own flag was taken away meanwhile.
            throw new ProblemException(ProblemCode.AUTH_FORBIDDEN, "Only a superadmin may change is_superadmin.");
        }
        entities.refresh(user);
    }
}
