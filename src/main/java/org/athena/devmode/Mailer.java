package org.athena.devmode;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import org.athena.devmode.Accounts.Account;
import org.athena.devmode.Flows.Challenge;
import org.athena.devmode.OneTimeTokens.Token;

/** Writes the mails, each with a link and a code, within the limits. */
class Mailer {

    /**
     * Where the link of a mail leads.
     *
     * @param redirectTo the address that the request named, or null
     * @param challenge the page's, or null when the link brings the session itself
     */
    record Target(String redirectTo, Challenge challenge) {}

    private final String address;
    private final Site site;
    private final Mailbox mailbox;
    private final OneTimeTokens tokens;
    private final Flows flows;

    Mailer(String address, Site site, Mailbox mailbox, OneTimeTokens tokens, Flows flows) {
        this.address = address;
        this.site = site;
        this.mailbox = mailbox;
        this.tokens = tokens;
        this.flows = flows;
    }

    /** @return {@code sent}, or the refusal of a limit */
    Reply mail(Account account, String kind, Target target, Reply sent) {
        if (!kind.equals("invite") && !mailbox.allows(account.mailed.get(kind))) {
            return Reply.error(
                    429, "over_email_send_rate_limit", "For security purposes, you can only request this later");
        }
        return send(account, new Letter(kind, kind, account.email), target) ? sent : limited();
    }

    static Reply limited() {
        return Reply.error(429, "over_email_send_rate_limit", "email rate limit exceeded");
    }

    /**
     * One mail.
     *
     * @param kind what it is for, as its link says
     * @param token the type of its token
     * @param to whom it goes to
     */
    record Letter(String kind, String token, String to) {}

    /** @return whether the limit for all accounts let it go */
    boolean send(Account account, Letter letter, Target target) {
        Token token = tokens.make(account.id, letter.token(), target.challenge() != null);
        URI link = link(letter.kind(), token, target.redirectTo());
        if (!mailbox.send(
                new Mail(letter.kind(), letter.to(), target.redirectTo(), link, token.code(), token.sentAt()))) {
            return false;
        }
        tokens.open(token);
        if (target.challenge() != null) {
            flows.begin(account.id, letter.kind(), target.challenge());
        }
        account.mailed.put(letter.kind(), token.sentAt());
        return true;
    }

    private URI link(String kind, Token token, String redirectTo) {
        String back = URLEncoder.encode(Redirects.allowed(redirectTo, site.url()), StandardCharsets.UTF_8);
        return URI.create(
                "%s/auth/v1/verify?token=%s&type=%s&redirect_to=%s".formatted(address, token.hash(), kind, back));
    }
}
