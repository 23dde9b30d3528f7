package org.athena.person.mail;

import java.time.Instant;

import org.athena.platform.json.MayBeNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The mails of the school's open invitations.
 *
 * @param waiting how many the service will send
 * @param sent how many Supabase has taken
 * @param failed how many Supabase refused; they are sent again only when somebody asks for it
 * @param nextAttemptAt when the next of the waiting ones is sent, at the earliest; the present time while the service sends them
 * @param lastMailAt when the last mail of an invitation of the school was sent
 */
@Schema(name = "MailProgress")
public record MailProgress(
        long waiting,
        long sent,
        long failed,
        @MayBeNull Instant nextAttemptAt,
        @MayBeNull Instant lastMailAt) {}
