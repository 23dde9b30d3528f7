package org.athena.person;

import static org.athena.platform.tenancy.Permission.MANAGE_SCHOOLS;
import static org.athena.platform.tenancy.Permission.MANAGE_USERS;

import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.athena.person.mail.InvitationMails;
import org.athena.person.mail.Letter;
import org.athena.platform.limits.Limited;
import org.athena.platform.limits.Work;
import org.athena.platform.supabase.SupabaseInvitations.Outcome;
import org.athena.platform.tenancy.AuthContext;
import org.athena.platform.tenancy.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** The invitation of one membership, sent again. */
@Path("/api/v1/admin/users/{user}/memberships/{id}/invitation")
@RequestScoped
@Tag(name = "users")
class MembershipInvitationResource {

    private final AuthContext caller;
    private final GrantRules rules;
    private final Inviting inviting;
    private final InvitationMails mails;

    MembershipInvitationResource(AuthContext caller, GrantRules rules, Inviting inviting, InvitationMails mails) {
        this.caller = caller;
        this.rules = rules;
        this.inviting = inviting;
        this.mails = mails;
    }

    @POST
    @Requires({MANAGE_USERS, MANAGE_SCHOOLS})
    @Limited(Work.ACCOUNT)
    @Operation(
            operationId = "sendInvitation",
            summary = "Mails the invitation again, with a new secret and a new term",
            description =
                    "Also for an invitation that has expired or was declined, and for a member who was removed: they"
                            + " are invited again.")
    public MembershipView send(@PathParam("user") UUID user, @PathParam("id") UUID id) {
        Letter letter = QuarkusTransaction.requiringNew().call(() -> open(user, id));
        Outcome outcome = mails.send(letter);
        return QuarkusTransaction.requiringNew().call(() -> {
            mails.note(letter, outcome);
            return MembershipView.of(SchoolMembership.require(user, id, caller.school()));
        });
    }

    private Letter open(UUID user, UUID id) {
        SchoolMembership membership = SchoolMembership.require(user, id, caller.school());
        rules.refuseOwn(user);
        rules.checkGrant(membership.roles);
        if (membership.status == SchoolMembership.Status.active && !membership.open()) {
            throw PersonConflicts.ALREADY_THERE
                    .saying("The person is a member of the school already.")
                    .at("");
        }
        User person = User.require(user, caller.school());
        return inviting.open(membership, Inviting.name(membership, person), person.email);
    }
}
