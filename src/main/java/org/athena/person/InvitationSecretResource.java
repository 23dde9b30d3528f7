package org.athena.person;

import jakarta.enterprise.context.RequestScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.athena.platform.identity.CurrentToken;
import org.athena.platform.identity.VerifiedToken;
import org.athena.platform.limits.Limited;
import org.athena.platform.limits.Work;
import org.athena.platform.supabase.SupabasePasswords;
import org.athena.platform.tenancy.AnyAccount;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The invitation whose mail has a secret. No transaction is open while Supabase is called. */
@Path("/api/v1/auth/invitations/acceptance")
@RequestScoped
@Tag(name = "auth")
class InvitationSecretResource {

    private final CurrentToken token;
    private final SecretTaking taking;
    private final SupabasePasswords passwords;

    InvitationSecretResource(CurrentToken token, SecretTaking taking, SupabasePasswords passwords) {
        this.token = token;
        this.taking = taking;
        this.passwords = passwords;
    }

    @POST
    @AnyAccount
    @Limited(Work.ACCOUNT)
    @Operation(
            operationId = "acceptInvitationBySecret",
            summary = "Accepts the invitation whose mail has this secret, with the account that is signed in",
            description =
                    "The account need not have the e-mail that was invited. An account that is not known here gets a"
                            + " person with the name that the school wrote; somebody who is known keeps their profile. A secret"
                            + " works once; a wrong one, and one that was used, taken back or has expired, are answered alike."
                            + " An account that is not known here, and was signed in by a mail, must name a password: somebody"
                            + " else may have signed up with the e-mail before. Supabase then ends all sessions of the account,"
                            + " so the page signs in anew with the password. In all other cases the password is not read.")
    public MembershipView accept(@NotNull @Valid InvitationSecret presented) {
        VerifiedToken verified = token.require();
        if (taking.needsPassword(presented.value(), verified)) {
            passwords.set(verified.subject(), presented.newPassword());
        }
        return taking.take(presented.value(), verified);
    }
}
