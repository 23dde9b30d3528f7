package org.athena.person.mail;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The mail of an invitation. */
@Schema(name = "MailState")
public enum MailState {
    /** The service will send it. */
    waiting,
    /** Supabase has taken it. */
    sent,
    /** Supabase refused the address. It is sent again only when somebody asks for it. */
    failed
}
