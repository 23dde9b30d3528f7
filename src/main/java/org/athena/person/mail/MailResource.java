package org.athena.person.mail;

import static org.athena.platform.tenancy.Permission.MANAGE_USERS;

import java.time.Clock;

import jakarta.enterprise.context.RequestScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.athena.platform.jobs.DueWork;
import org.athena.platform.limits.Limited;
import org.athena.platform.limits.Work;
import org.athena.platform.tenancy.AuthContext;
import org.athena.platform.tenancy.Requires;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The mails of the school's invitations, all together. */
@Path("/api/v1/admin/users/invitations/mails")
@RequestScoped
@Transactional(rollbackOn = Exception.class)
@Tag(name = "users")
class MailResource {

    private static final int ACCEPTED = 202;

    private final AuthContext caller;
    private final MailQueue queue;
    private final InvitationTerms terms;
    private final DueWork dueWork;
    private final Clock clock;

    MailResource(AuthContext caller, MailQueue queue, InvitationTerms terms, DueWork dueWork, Clock clock) {
        this.caller = caller;
        this.queue = queue;
        this.terms = terms;
        this.dueWork = dueWork;
        this.clock = clock;
    }

    @GET
    @Requires(MANAGE_USERS)
    @Operation(
            operationId = "getInvitationMails",
            summary = "How many invitations were mailed, wait for their mail, or were not mailed")
    public MailProgress progress() {
        return queue.progress(caller.schoolId());
    }

    @POST
    @Requires(MANAGE_USERS)
    @Limited(Work.ACCOUNT)
    @ResponseStatus(ACCEPTED)
    @Operation(
            operationId = "sendInvitationMails",
            summary =
                    "Mails again, with a new term, all invitations whose mail failed; the service sends them one after the other")
    public MailProgress send() {
        queue.again(caller.schoolId(), terms.offer().expiresAt());
        dueWork.at(MailJob.KIND, caller.schoolId(), clock.instant());
        return queue.progress(caller.schoolId());
    }
}
