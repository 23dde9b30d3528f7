package org.athena.devmode;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

import org.athena.devmode.Accounts.Account;
import org.athena.devmode.Flows.Challenge;
import org.athena.devmode.Mailer.Target;

import com.fasterxml.jackson.databind.JsonNode;

/** The routes of a person: sign up, sign in, read and change the own account, sign out. */
class UserRoutes {

    static final int MIN_PASSWORD = 6;
    static final String WEAK = "Password should be at least 6 characters.";

    private final Accounts accounts;
    private final Sessions sessions;
    private final AccessTokens tokens;
    private final Grants grants;
    private final OneTimeTokens pending;
    private final Routes routes;
    private volatile boolean autoconfirm;

    /** The routes with files of their own. */
    record Routes(
            TokenRoutes tokens, MailRoutes mails, VerifyRoutes verify, FactorRoutes factors, EmailChange change) {}

    UserRoutes(
            Accounts accounts,
            Sessions sessions,
            AccessTokens tokens,
            Grants grants,
            OneTimeTokens pending,
            Routes routes) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.tokens = tokens;
        this.grants = grants;
        this.pending = pending;
        this.routes = routes;
    }

    void autoconfirm(boolean on) {
        autoconfirm = on;
        routes.change().oneSuffices(on);
    }

    Reply route(String method, String path, Parameters query, String authorization, JsonNode body) {
        return switch (method + " " + path) {
            case "GET /auth/v1/settings" -> settings();
            case "POST /auth/v1/token" -> routes.tokens().route(query.get("grant_type"), body);
            case "POST /auth/v1/signup" -> signUp(query, body);
            case "POST /auth/v1/recover" -> routes.mails().recover(query, body);
            case "POST /auth/v1/otp" -> routes.mails().otp(query, body);
            case "POST /auth/v1/resend" -> routes.mails().resend(query, body);
            case "POST /auth/v1/verify" -> routes.verify().verify(body);
            case "GET /auth/v1/user" -> signedIn(authorization, (session, account) -> Reply.ok(account.view()));
            case "PUT /auth/v1/user" ->
                signedIn(authorization, (session, account) -> change(session, account, query, body));
            case "POST /auth/v1/logout" ->
                signedIn(authorization, (session, account) -> signOut(session, query.get("scope")));
            default ->
                path.startsWith(FactorRoutes.FACTORS)
                        ? signedIn(
                                authorization,
                                (session, account) -> routes.factors().route(method, path, session, account, body))
                        : Reply.error(404, "not_found", "There is nothing here");
        };
    }

    private Reply settings() {
        return Reply.ok(Map.of(
                "external",
                Map.of("email", true),
                "disable_signup",
                false,
                "mailer_autoconfirm",
                autoconfirm,
                "phone_autoconfirm",
                false));
    }

    /** By default everywhere, as at the real server. */
    private Reply signOut(Session session, String scope) {
        switch (scope == null ? "global" : scope) {
            case "global" -> sessions.end(session.user());
            case "local" -> sessions.end(session.user(), session::equals);
            case "others" -> sessions.end(session.user(), other -> !other.equals(session));
            default -> {
                return Reply.error(400, "validation_failed", "Unsupported logout scope");
            }
        }
        return Reply.empty();
    }

    private Reply signUp(Parameters query, JsonNode body) {
        String email = body.path("email").asText();
        String password = body.path("password").asText();
        if (!email.contains("@")) {
            return Reply.error(400, "validation_failed", "Unable to validate email address: invalid format");
        }
        if (password.length() < MIN_PASSWORD) {
            return weak();
        }
        Optional<Account> added = accounts.add(UUID.randomUUID(), email, password, autoconfirm);
        if (autoconfirm) {
            return added.map(account -> Reply.ok(grants.grant(account, "password")))
                    .orElseGet(() -> Reply.error(422, "user_already_exists", "User already registered"));
        }
        // Somebody who has a confirmed account gets an answer that looks the same.
        return added.or(() -> accounts.byEmail(email).filter(account -> !account.confirmed))
                .map(account -> routes.mails().signUp(account, query, body))
                .orElseGet(() -> Reply.ok(new Account(UUID.randomUUID(), email, null, false).view()));
    }

    static Reply weak() {
        return Reply.error(422, "weak_password", WEAK, "weak_password", Map.of("reasons", List.of("length")));
    }

    private Reply change(Session session, Account account, Parameters query, JsonNode body) {
        String email = body.path("email").asText("");
        boolean another = !email.isEmpty() && !email.equalsIgnoreCase(account.email);
        if ((another || body.hasNonNull("password")) && account.hasSecondFactor() && !session.strong()) {
            return Reply.error(
                    401,
                    "insufficient_aal",
                    "AAL2 session is required to update email or password when MFA is enabled.");
        }
        Optional<Reply> refusal = refusal(account, body);
        if (another && refusal.isEmpty()) {
            refusal = routes.change().refusal(account, email);
        }
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (body.hasNonNull("password")) {
            account.give(body.get("password").asText());
            sessions.end(account.id, other -> !other.equals(session));
            pending.end(account.id);
        }
        body.path("data")
                .fields()
                .forEachRemaining(value -> account.userMetadata.put(
                        value.getKey(), value.getValue().asText()));
        if (!another) {
            return Reply.ok(account.view());
        }
        account.newEmail = email.toLowerCase(Locale.ROOT);
        Target target = new Target(query.get("redirect_to"), Challenge.of(body));
        Reply sent = routes.change().send(account, target, Reply.empty());
        return sent.errorCode() == null ? Reply.ok(account.view()) : sent;
    }

    private static Optional<Reply> refusal(Account account, JsonNode body) {
        if (!body.hasNonNull("password")) {
            return Optional.empty();
        }
        String password = body.get("password").asText();
        if (password.length() < MIN_PASSWORD) {
            return Optional.of(weak());
        }
        return password.equals(account.password)
                ? Optional.of(
                        Reply.error(422, "same_password", "New password should be different from the old password."))
                : Optional.empty();
    }

    private Reply signedIn(String authorization, BiFunction<Session, Account, Reply> answer) {
        if (authorization == null || !authorization.startsWith("Bearer ")) {
            return Reply.error(401, "no_authorization", "This endpoint requires a Bearer token");
        }
        Optional<AccessTokens.Claimed> claimed = tokens.read(authorization.substring("Bearer ".length()));
        if (claimed.isEmpty()) {
            return Reply.error(403, "bad_jwt", "invalid JWT: unable to parse or verify signature");
        }
        Optional<Account> account = accounts.find(claimed.get().user());
        if (account.isEmpty()) {
            return Reply.error(403, "user_not_found", "User from sub claim in JWT does not exist");
        }
        if (account.get().banned()) {
            return Reply.error(403, "user_banned", "User is banned");
        }
        return sessions.find(claimed.get().session())
                .map(session -> answer.apply(session, account.get()))
                .orElseGet(() ->
                        Reply.error(403, "session_not_found", "Session from session_id claim in JWT does not exist"));
    }
}
