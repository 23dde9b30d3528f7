package org.athena.person;

import java.util.Optional;

import jakarta.enterprise.context.RequestScoped;
import jakarta.transaction.Transactional;

import org.athena.person.mail.Secret;
import org.athena.platform.identity.VerifiedToken;
import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.tenancy.ConfirmedAccount;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** Takes an invitation by its secret, for the account of a verified token. */
@RequestScoped
@Transactional(rollbackOn = Exception.class)
class SecretTaking {

    private final ConfirmedAccount account;
    private final MembershipHint hint;

    SecretTaking(ConfirmedAccount account, MembershipHint hint) {
        this.account = account;
        this.hint = hint;
    }

    /**
     * Takes the invitation and rolls it back, so that every refusal comes before the call to Supabase.
     *
     * @return whether the account must get a password first: it has no person here yet, and was not signed in with a password
     */
    boolean needsPassword(Secret secret, VerifiedToken token) {
        boolean known = User.findByIdOptional(token.subject()).isPresent();
        membership(secret, token);
        QuarkusTransaction.setRollbackOnly();
        return !known && !token.methods().contains("password");
    }

    /** @throws ProblemException 404 when no open invitation has the secret */
    MembershipView take(Secret secret, VerifiedToken token) {
        SchoolMembership taken = membership(secret, token);
        hint.announce(taken);
        return MembershipView.of(taken);
    }

    private SchoolMembership membership(Secret secret, VerifiedToken token) {
        account.state(token.subject(), token.email().orElse(""));
        Optional<SchoolMembership> taken = SchoolMembership.take(secret);
        return taken.orElseThrow(
                () -> new ProblemException(ProblemCode.NOT_FOUND, "There is no open invitation with this secret."));
    }
}
