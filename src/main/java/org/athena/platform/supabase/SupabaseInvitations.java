package org.athena.platform.supabase;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;

import org.athena.platform.problem.ProblemException;
import org.jboss.logging.Logger;

/** Makes accounts for people who are invited, and sends them mails. */
@ApplicationScoped
public class SupabaseInvitations {

    private static final Logger LOG = Logger.getLogger(SupabaseInvitations.class);

    private static final Set<String> EXISTS = Set.of("email_exists", "user_already_exists");

    /** What became of a mail. */
    public enum Mail {
        SENT,
        /** Supabase has sent too many mails, to this person or in all. */
        LIMITED,
        /** Supabase does not send to this address. */
        REFUSED,
        /** Supabase did not answer, or not as expected. */
        UNAVAILABLE
    }

    /**
     * What Supabase did for somebody who is invited.
     *
     * @param account whether the account with the person's id has their e-mail
     * @param mail what became of the mail
     */
    public record Outcome(boolean account, Mail mail) {}

    private final SupabaseAdmin admin;
    private final SupabaseAccounts accounts;

    SupabaseInvitations(SupabaseAdmin admin, SupabaseAccounts accounts) {
        this.admin = admin;
        this.accounts = accounts;
    }

    /**
     * Makes the account of an invited person, unless the e-mail has one, and sends a mail to the e-mail in any case. The calls are
     * the same for every e-mail, so that neither the answer nor its time tells who has an account.
     *
     * @param id the id of the account, if it is new
     * @param page where the link of the mail leads; empty for the page that is set at Supabase
     */
    public Outcome invite(UUID id, String email, Optional<String> page) {
        try {
            Optional<Mail> fault = offer(id, email);
            boolean account = accounts.has(id, email);
            Mail mail = mail(email, page);
            // Supabase also says that it mailed an e-mail for which it has no account.
            return new Outcome(account, account ? mail : fault.orElse(mail));
        } catch (ProblemException e) {
            return new Outcome(false, Mail.UNAVAILABLE);
        }
    }

    /** Why the e-mail has no account now; empty when it has one, new or not. */
    private Optional<Mail> offer(UUID id, String email) {
        try (Response response = admin.create(id, email)) {
            int status = response.getStatus();
            if (status == 200 || status == 201 || status == 422 && EXISTS.contains(code(response))) {
                return Optional.empty();
            }
            return Optional.of(status == 400 || status == 422 ? Mail.REFUSED : unavailable(status));
        } catch (ProcessingException e) {
            throw SupabaseAdmin.unavailable(e.getClass().getSimpleName());
        }
    }

    private static String code(Response response) {
        return String.valueOf(response.getHeaderString("x-sb-error-code"));
    }

    private Mail mail(String email, Optional<String> page) {
        try (Response response = admin.recover(email, page)) {
            return switch (response.getStatus()) {
                case 200 -> Mail.SENT;
                case 429 -> Mail.LIMITED;
                case 400, 422 -> Mail.REFUSED;
                default -> unavailable(response.getStatus());
            };
        } catch (ProcessingException e) {
            return Mail.UNAVAILABLE;
        }
    }

    private static Mail unavailable(int status) {
        LOG.warnf("Supabase did not send the mail of an invitation: status %d", status);
        return Mail.UNAVAILABLE;
    }
}
