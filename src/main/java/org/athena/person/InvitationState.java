package org.athena.person;

import java.time.Instant;

import org.athena.person.mail.MailFault;
import org.athena.person.mail.MailState;
import org.athena.platform.json.MayBeNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The invitation of a membership, as the school sees it.
 *
 * @param mail what became of its mail, null once it was declined
 * @param mailFault why the last attempt to send it failed, null when it did not
 * @param nextAttemptAt when the service sends a waiting mail, at the earliest; null for any other
 * @param mailedAt when the last mail was sent, whose secret holds until the next one is out
 * @param expiresAt until when it may be accepted
 * @param expired whether that time is over; it can be sent again
 * @param declinedAt when the person declined it
 */
@Schema(name = "InvitationState")
record InvitationState(
        @MayBeNull MailState mail,
        @MayBeNull MailFault mailFault,
        @MayBeNull Instant nextAttemptAt,
        @MayBeNull Instant mailedAt,
        Instant expiresAt,
        boolean expired,
        @MayBeNull Instant declinedAt) {

    /** Null when there is none, or it was accepted or taken back. */
    static InvitationState of(SchoolMembership membership) {
        return membership.open() || membership.declinedAt != null
                ? new InvitationState(
                        membership.mail,
                        membership.fault(),
                        membership.mail == MailState.waiting ? membership.mailDueAt : null,
                        membership.mailedAt,
                        membership.expiresAt,
                        membership.expired,
                        membership.declinedAt)
                : null;
    }
}
