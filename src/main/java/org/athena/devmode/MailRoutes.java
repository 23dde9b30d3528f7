package org.athena.devmode;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.athena.devmode.Accounts.Account;
import org.athena.devmode.Flows.Challenge;
import org.athena.devmode.Mailer.Target;

import com.fasterxml.jackson.databind.JsonNode;

/** The routes that send a mail to whoever names an e-mail. */
class MailRoutes {

    private final Accounts accounts;
    private final Mailer mailer;
    private final EmailChange change;

    MailRoutes(Accounts accounts, Mailer mailer, EmailChange change) {
        this.accounts = accounts;
        this.mailer = mailer;
        this.change = change;
    }

    private static Target target(Parameters query, JsonNode body) {
        return new Target(query.get("redirect_to"), Challenge.of(body));
    }

    /** Like the real server, it does not reveal whether the account exists. */
    Reply recover(Parameters query, JsonNode body) {
        Target target = target(query, body);
        return accounts.byEmail(body.path("email").asText())
                .map(account -> mailer.mail(account, "recovery", target, Reply.ok(Map.of())))
                .orElseGet(() -> Reply.ok(Map.of()));
    }

    /** Makes an account for an unknown e-mail, unless the request says otherwise. */
    Reply otp(Parameters query, JsonNode body) {
        Target target = target(query, body);
        String email = body.path("email").asText();
        Optional<Account> known = accounts.byEmail(email);
        if (known.isEmpty() && !body.path("create_user").asBoolean(true)) {
            return Reply.error(422, "otp_disabled", "Signups not allowed for otp");
        }
        return known.or(() -> accounts.add(UUID.randomUUID(), email, null, false))
                .map(account ->
                        mailer.mail(account, account.confirmed ? "magiclink" : "signup", target, Reply.ok(Map.of())))
                .orElseGet(() -> Reply.error(400, "validation_failed", "Unable to validate email address"));
    }

    /** Sends the mail of a sign-up or of a change of the e-mail again. */
    Reply resend(Parameters query, JsonNode body) {
        Optional<Account> account = accounts.byEmail(body.path("email").asText());
        Target target = target(query, body);
        return switch (body.path("type").asText()) {
            case "signup" ->
                account.filter(known -> !known.confirmed)
                        .map(known -> mailer.mail(known, "signup", target, Reply.ok(Map.of())))
                        .orElseGet(() -> Reply.ok(Map.of()));
            case EmailChange.TYPE ->
                account.filter(known -> known.newEmail != null)
                        .map(known -> change.send(known, target, Reply.ok(Map.of())))
                        .orElseGet(() -> Reply.ok(Map.of()));
            default -> Reply.error(400, "validation_failed", "Missing one of these types: signup, email_change");
        };
    }

    /** Signs up, or sends the mail of an unconfirmed sign-up again. */
    Reply signUp(Account account, Parameters query, JsonNode body) {
        return mailer.mail(account, "signup", target(query, body), Reply.ok(account.view()));
    }

    /** Invites the account. */
    Reply invite(Account account, String redirectTo) {
        return mailer.mail(account, "invite", new Target(redirectTo, null), Reply.ok(account.view()));
    }
}
