package org.athena.person.mail;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.athena.platform.supabase.SupabaseInvitations;
import org.athena.platform.supabase.SupabaseInvitations.Mail;
import org.athena.platform.supabase.SupabaseInvitations.Outcome;
import org.athena.platform.tenancy.ConfirmedAccount;

/**
 * Sends the mails of invitations. Every e-mail gets the same calls and the same statements, whether it is new, known here, or known
 * to Supabase alone: otherwise a school could find out who has an account (docs/decisions/invitations-by-mail.md).
 */
@ApplicationScoped
public class InvitationMails {

    private static final String FINISH = "select athena.finish_account(:person)";
    private static final String NOTE =
            "select athena.note_mail(:membership, cast(:hash as text), :mail, cast(:fault as text))";

    private final SupabaseInvitations supabase;
    private final PageLinks links;
    private final ConfirmedAccount confirmed;
    private final EntityManager entities;

    InvitationMails(SupabaseInvitations supabase, PageLinks links, ConfirmedAccount confirmed, EntityManager entities) {
        this.supabase = supabase;
        this.links = links;
        this.confirmed = confirmed;
        this.entities = entities;
    }

    /** Makes the account, unless the e-mail has one, and sends the mail. Calls Supabase three times. */
    public Outcome send(Letter letter) {
        return supabase.invite(letter.person(), letter.email(), links.invitation(letter.secret()));
    }

    /**
     * Notes, in the transaction of the caller, what became of a mail. The job sends it later unless Supabase refuses the address. The
     * secret of an earlier mail holds until this one is out.
     */
    public void note(Letter letter, Outcome outcome) {
        finish(letter.person(), outcome.account() ? letter.email() : "");
        entities.createNativeQuery(NOTE)
                .setParameter("membership", letter.membership())
                .setParameter("hash", letter.secret().hash())
                .setParameter("mail", state(outcome.mail()).name())
                .setParameter(
                        "fault", fault(outcome.mail()).map(MailFault::name).orElse(null))
                .getSingleResult();
    }

    /** Does nothing unless the person waits for the account that Supabase has now. */
    private void finish(UUID person, String email) {
        confirmed.state(person, email);
        entities.createNativeQuery(FINISH).setParameter("person", person).getSingleResult();
    }

    private static MailState state(Mail mail) {
        return switch (mail) {
            case SENT -> MailState.sent;
            case REFUSED -> MailState.failed;
            case LIMITED, UNAVAILABLE -> MailState.waiting;
        };
    }

    /** The database tells a limit from a mail that came too soon. */
    private static Optional<MailFault> fault(Mail mail) {
        return switch (mail) {
            case SENT -> Optional.empty();
            case LIMITED -> Optional.of(MailFault.limit);
            case REFUSED -> Optional.of(MailFault.refused);
            case UNAVAILABLE -> Optional.of(MailFault.unreachable);
        };
    }
}
