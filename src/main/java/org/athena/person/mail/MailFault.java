package org.athena.person.mail;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why the last attempt to send a mail failed. */
@Schema(name = "MailFault")
public enum MailFault {
    /** The school mailed the person less than a minute before. The service sends it by itself. */
    too_soon,
    /** Supabase sends no more mails at this time. The service sends it by itself. */
    limit,
    /** Supabase did not answer, or not as expected. The service sends it by itself. */
    unreachable,
    /** Supabase does not send to this address. */
    refused
}
