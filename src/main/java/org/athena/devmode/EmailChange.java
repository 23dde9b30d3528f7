package org.athena.devmode;

import java.util.Map;
import java.util.Optional;

import org.athena.devmode.Accounts.Account;
import org.athena.devmode.Mailer.Letter;
import org.athena.devmode.Mailer.Target;
import org.athena.devmode.OneTimeTokens.Token;

/** The change of an e-mail: a link goes to the old address and one to the new, and both are needed. */
class EmailChange {

    static final String TYPE = "email_change";

    /** What the first of the two links says. */
    static final String ACCEPTED = "Confirmation link accepted. Please proceed to confirm link sent to the other email";

    private static final String TO_OLD = "email_change_current";
    private static final String TO_NEW = "email_change_new";

    private final Accounts accounts;
    private final Mailer mailer;
    private final Mailbox mailbox;
    private volatile boolean oneSuffices;

    EmailChange(Accounts accounts, Mailer mailer, Mailbox mailbox) {
        this.accounts = accounts;
        this.mailer = mailer;
        this.mailbox = mailbox;
    }

    /** Either link suffices where sign-ups are confirmed without a mail, as at the real server. */
    void oneSuffices(boolean on) {
        oneSuffices = on;
    }

    /** The refusal of a change to that e-mail, or empty. */
    Optional<Reply> refusal(Account account, String email) {
        if (!email.contains("@")) {
            return Optional.of(
                    Reply.error(400, "validation_failed", "Unable to validate email address: invalid format"));
        }
        return accounts.byEmail(email)
                .filter(other -> other != account)
                .map(other ->
                        Reply.error(422, "email_exists", "A user with this email address has already been registered"));
    }

    /** Sends both mails of the pending change. */
    Reply send(Account account, Target target, Reply sent) {
        if (!mailbox.allows(account.mailed.get(TYPE))) {
            return Reply.error(
                    429, "over_email_send_rate_limit", "For security purposes, you can only request this later");
        }
        account.oneLinkOpened = false;
        boolean both = mailer.send(account, new Letter(TYPE, TO_OLD, account.email), target)
                && mailer.send(account, new Letter(TYPE, TO_NEW, account.newEmail), target);
        return both ? sent : Mailer.limited();
    }

    /**
     * A link or a code was spent.
     *
     * @return whether the e-mail is the new one now; otherwise the other link is still to be opened, or somebody has the e-mail
     */
    boolean accept(Account account) {
        if (!oneSuffices && !account.oneLinkOpened) {
            account.oneLinkOpened = true;
            return false;
        }
        boolean changed = account.newEmail != null && accounts.rename(account, account.newEmail);
        account.newEmail = null;
        account.oneLinkOpened = false;
        return changed;
    }

    static boolean is(Token token) {
        return token.type().equals(TO_OLD) || token.type().equals(TO_NEW);
    }

    /** The body of the answer to the first code. */
    static Map<String, Object> accepted() {
        return Map.of("msg", ACCEPTED, "code", "200");
    }
}
