package org.athena.person.mail;

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
     * Notes, in the transaction of the caller, what became of a mail that somebody waits for. When it was not sent, it is sent again
     * only if somebody asks for it.
     */
    public void note(Letter letter, Outcome outcome) {
        note(letter, outcome, outcome.mail() == Mail.SENT ? MailState.sent : MailState.failed);
    }

    /** The same for the job, which tries again by itself unless Supabase refuses the address. */
    void noteForJob(Letter letter, Outcome outcome) {
        MailState state = switch (outcome.mail()) {
            case SENT -> MailState.sent;
            case REFUSED -> MailState.failed;
            case LIMITED, UNAVAILABLE -> MailState.waiting;
        };
        note(letter, outcome, state);
    }

    private void note(Letter letter, Outcome outcome, MailState state) {
        finish(letter.person(), outcome.account() ? letter.email() : "");
        entities.createNativeQuery(NOTE)
                .setParameter("membership", letter.membership())
                .setParameter("hash", letter.secret().hash())
                .setParameter("mail", state.name())
                .setParameter("fault", fault(outcome.mail()))
                .getSingleResult();
    }

    /** Does nothing unless the person waits for the account that Supabase has now. */
    private void finish(UUID person, String email) {
        confirmed.state(person, email);
        entities.createNativeQuery(FINISH).setParameter("person", person).getSingleResult();
    }

    private static String fault(Mail mail) {
        return switch (mail) {
            case SENT -> null;
            case LIMITED -> "limited";
            case REFUSED -> "refused";
            case UNAVAILABLE -> "unavailable";
        };
    }
}
