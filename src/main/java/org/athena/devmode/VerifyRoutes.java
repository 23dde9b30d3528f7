package org.athena.devmode;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athena.devmode.Accounts.Account;
import org.athena.devmode.OneTimeTokens.Token;

import com.fasterxml.jackson.databind.JsonNode;

/** The routes at which the link or the code of a mail is spent. */
class VerifyRoutes {

    private static final List<String> TYPES =
            List.of("recovery", "magiclink", "signup", "invite", "email", EmailChange.TYPE);

    private static final Map<String, Object> EXPIRED = Map.of(
            "error", "access_denied",
            "error_code", "otp_expired",
            "error_description", "Email link is invalid or has expired");

    private final Accounts accounts;
    private final Grants grants;
    private final OneTimeTokens tokens;
    private final Flows flows;
    private final EmailChange change;
    private final Site site;

    VerifyRoutes(Accounts accounts, Grants grants, OneTimeTokens tokens, Flows flows, EmailChange change, Site site) {
        this.accounts = accounts;
        this.grants = grants;
        this.tokens = tokens;
        this.flows = flows;
        this.change = change;
        this.site = site;
    }

    /** A link of a mail: leads back to the page with a session or a code, or with an error. */
    Reply open(Parameters query) {
        String type = query.get("type");
        String hash = query.get("token");
        if (hash == null || type == null) {
            return Reply.error(400, "validation_failed", "Verify requires a token or a token hash");
        }
        String back = Redirects.allowed(query.get("redirect_to"), site.url());
        return Reply.redirect(tokens.spendHash(type, hash)
                .map(token -> opened(token, type, back))
                .orElseGet(() -> Redirects.told(back, EXPIRED, OneTimeTokens.pkce(hash))));
    }

    private URI opened(Token token, String type, String back) {
        boolean pkce = OneTimeTokens.pkce(token.hash());
        Account account = accounts.find(token.user()).orElseThrow();
        if (EmailChange.is(token) && !change.accept(account)) {
            return Redirects.told(back, Map.of("message", EmailChange.ACCEPTED), pkce);
        }
        confirm(account);
        if (!pkce) {
            return Redirects.withFragment(back, session(account, type));
        }
        return flows.code(account.id, EmailChange.is(token) ? EmailChange.TYPE : token.type())
                .map(code -> Redirects.withQuery(back, Map.of("code", code)))
                .orElseGet(() -> Redirects.told(back, EXPIRED, true));
    }

    private Map<String, Object> session(Account account, String type) {
        Map<String, Object> session = grants.grant(account, "otp");
        session.remove("user");
        session.put("type", type);
        return session;
    }

    /** Spends the hash of a link, or a code that the person typed. */
    Reply verify(JsonNode body) {
        String type = body.path("type").asText();
        if (!TYPES.contains(type) || !body.hasNonNull("token_hash") && !body.hasNonNull("token")) {
            return Reply.error(400, "validation_failed", "Verify requires a type and a token");
        }
        return spent(type, body)
                .map(this::verified)
                .orElseGet(() -> Reply.error(403, "otp_expired", "Token has expired or is invalid"));
    }

    private Optional<Token> spent(String type, JsonNode body) {
        if (body.hasNonNull("token_hash")) {
            return tokens.spendHash(type, body.get("token_hash").asText());
        }
        String email = body.path("email").asText();
        return accounts.byEmail(email)
                .or(() -> accounts.byNewEmail(email))
                .flatMap(account ->
                        tokens.spendCode(type, account.id, body.get("token").asText()));
    }

    private Reply verified(Token token) {
        Account account = accounts.find(token.user()).orElseThrow();
        if (EmailChange.is(token) && !change.accept(account)) {
            return Reply.ok(EmailChange.accepted());
        }
        confirm(account);
        return Reply.ok(grants.grant(account, "otp"));
    }

    /** Whoever opens a mail of the account has its mailbox. */
    private static void confirm(Account account) {
        if (!account.confirmed) {
            account.confirmed = true;
            account.confirmedAt = Instant.now();
        }
    }
}
