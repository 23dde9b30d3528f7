package org.athena.devmode;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.athena.devmode.Accounts.Account;
import org.athena.devmode.OneTimeTokens.Token;

import com.fasterxml.jackson.databind.JsonNode;

/** The routes that send a mail, and those that a link or a code of a mail is spent at. */
class MailRoutes {

    private static final List<String> SIGN_IN = List.of("recovery", "magiclink", "signup", "invite", "email");

    private final String address;
    private final Accounts accounts;
    private final Grants grants;
    private final Mailbox mailbox;
    private final OneTimeTokens tokens;
    private volatile String siteUrl;

    MailRoutes(String address, Accounts accounts, Grants grants, Mailbox mailbox, OneTimeTokens tokens) {
        this.address = address;
        // Until somebody says where the page is.
        this.siteUrl = address;
        this.accounts = accounts;
        this.grants = grants;
        this.mailbox = mailbox;
        this.tokens = tokens;
    }

    void siteUrl(String url) {
        siteUrl = url;
    }

    /** Like the real server, it does not reveal whether the account exists. */
    Reply recover(Parameters query, JsonNode body) {
        return accounts.byEmail(body.path("email").asText())
                .map(account -> mail(account, "recovery", query.get("redirect_to"), Reply.ok(Map.of())))
                .orElseGet(() -> Reply.ok(Map.of()));
    }

    /** Makes an account for an unknown e-mail, unless the request says otherwise. */
    Reply otp(Parameters query, JsonNode body) {
        String email = body.path("email").asText();
        Optional<Account> known = accounts.byEmail(email);
        if (known.isEmpty() && !body.path("create_user").asBoolean(true)) {
            return Reply.error(422, "otp_disabled", "Signups not allowed for otp");
        }
        return known.or(() -> accounts.add(UUID.randomUUID(), email, null, false))
                .map(account -> mail(
                        account,
                        account.confirmed ? "magiclink" : "signup",
                        query.get("redirect_to"),
                        Reply.ok(Map.of())))
                .orElseGet(() -> Reply.error(400, "validation_failed", "Unable to validate email address"));
    }

    Reply resend(Parameters query, JsonNode body) {
        return accounts.byEmail(body.path("email").asText())
                .filter(account -> !account.confirmed)
                .map(account -> mail(account, "signup", query.get("redirect_to"), Reply.ok(Map.of())))
                .orElseGet(() -> Reply.ok(Map.of()));
    }

    /** Sends a mail with a link and a code, within the limits. */
    Reply mail(Account account, String kind, String redirectTo, Reply sent) {
        if (!kind.equals("invite") && !mailbox.allows(account.mailed.get(kind))) {
            return Reply.error(
                    429, "over_email_send_rate_limit", "For security purposes, you can only request this later");
        }
        Token token = tokens.make(account.id, kind);
        URI link = URI.create("%s/auth/v1/verify?token=%s&type=%s&redirect_to=%s"
                .formatted(
                        address,
                        token.hash(),
                        kind,
                        URLEncoder.encode(Redirects.allowed(redirectTo, siteUrl), StandardCharsets.UTF_8)));
        if (!mailbox.send(new Mail(kind, account.email, redirectTo, link, token.code(), token.sentAt()))) {
            return Reply.error(429, "over_email_send_rate_limit", "email rate limit exceeded");
        }
        tokens.open(token);
        account.mailed.put(kind, token.sentAt());
        return sent;
    }

    /** A link of a mail: leads back to the page with a session, or with an error, in the fragment. */
    Reply open(Parameters query) {
        String type = query.get("type");
        if (query.get("token") == null || type == null) {
            return Reply.error(400, "validation_failed", "Verify requires a token or a token hash");
        }
        String back = Redirects.allowed(query.get("redirect_to"), siteUrl);
        return tokens.spendHash(type, query.get("token"))
                .map(token -> Reply.redirect(Redirects.withFragment(back, session(token, type))))
                .orElseGet(() -> Reply.redirect(Redirects.withFragment(
                        back,
                        Map.of(
                                "error", "access_denied",
                                "error_code", "otp_expired",
                                "error_description", "Email link is invalid or has expired"))));
    }

    private Map<String, Object> session(Token token, String type) {
        Map<String, Object> session = grants.grant(confirmed(token), "otp");
        session.remove("user");
        session.put("type", type);
        return session;
    }

    Reply verify(JsonNode body) {
        String type = body.path("type").asText();
        if (!SIGN_IN.contains(type) || !body.hasNonNull("token_hash") && !body.hasNonNull("token")) {
            return Reply.error(400, "validation_failed", "Verify requires a type and a token");
        }
        Optional<Token> spent = body.hasNonNull("token_hash")
                ? tokens.spendHash(type, body.get("token_hash").asText())
                : accounts.byEmail(body.path("email").asText())
                        .flatMap(account -> tokens.spendCode(
                                type, account.id, body.get("token").asText()));
        return spent.map(token -> Reply.ok(grants.grant(confirmed(token), "otp")))
                .orElseGet(() -> Reply.error(403, "otp_expired", "Token has expired or is invalid"));
    }

    /** Whoever opens a mail of the account has its mailbox. */
    private Account confirmed(Token token) {
        Account account = accounts.find(token.user()).orElseThrow();
        if (!account.confirmed) {
            account.confirmed = true;
            account.confirmedAt = Instant.now();
        }
        return account;
    }
}
