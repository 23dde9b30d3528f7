package org.athena.devmode;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

import org.athena.devmode.Accounts.Account;
import org.athena.devmode.Sessions.Session;

import com.fasterxml.jackson.databind.JsonNode;

/** The routes of a person: sign up, sign in, refresh the session, read and change the own account, sign out. */
class UserRoutes {

    static final int MIN_PASSWORD = 6;

    private final Accounts accounts;
    private final Sessions sessions;
    private final AccessTokens tokens;
    private final Grants grants;
    private final MailRoutes mails;
    private final OneTimeTokens pending;
    private volatile boolean autoconfirm;

    UserRoutes(
            Accounts accounts,
            Sessions sessions,
            AccessTokens tokens,
            Grants grants,
            MailRoutes mails,
            OneTimeTokens pending) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.tokens = tokens;
        this.grants = grants;
        this.mails = mails;
        this.pending = pending;
    }

    void autoconfirm(boolean on) {
        autoconfirm = on;
    }

    Reply route(String method, String path, Parameters query, String authorization, JsonNode body) {
        return switch (method + " " + path) {
            case "GET /auth/v1/settings" -> settings();
            case "POST /auth/v1/token" -> token(query.get("grant_type"), body);
            case "POST /auth/v1/signup" -> signUp(query, body);
            case "POST /auth/v1/recover" -> mails.recover(query, body);
            case "POST /auth/v1/otp" -> mails.otp(query, body);
            case "POST /auth/v1/resend" -> mails.resend(query, body);
            case "POST /auth/v1/verify" -> mails.verify(body);
            case "GET /auth/v1/user" -> signedIn(authorization, (session, account) -> Reply.ok(account.view()));
            case "PUT /auth/v1/user" -> signedIn(authorization, (session, account) -> change(session, account, body));
            case "POST /auth/v1/logout" ->
                signedIn(authorization, (session, account) -> {
                    sessions.end(account.id);
                    return Reply.empty();
                });
            default -> Reply.error(404, "not_found", "There is nothing here");
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

    private Reply token(String grantType, JsonNode body) {
        return switch (String.valueOf(grantType)) {
            case "password" -> password(body);
            case "refresh_token" -> refresh(body);
            default -> Reply.error(400, "invalid_credentials", "unsupported_grant_type");
        };
    }

    private Reply password(JsonNode body) {
        Optional<Account> account = accounts.byEmail(body.path("email").asText())
                .filter(known -> body.path("password").asText().equals(known.password));
        if (account.isEmpty()) {
            return Reply.error(400, "invalid_credentials", "Invalid login credentials");
        }
        if (!account.get().confirmed) {
            return Reply.error(400, "email_not_confirmed", "Email not confirmed");
        }
        return account.get().banned()
                ? Reply.error(400, "user_banned", "User is banned")
                : Reply.ok(grants.grant(account.get(), "password"));
    }

    private Reply refresh(JsonNode body) {
        return sessions.refresh(body.path("refresh_token").asText())
                .flatMap(session ->
                        accounts.find(session.user()).map(account -> Reply.ok(grants.grant(account, session))))
                .orElseGet(() ->
                        Reply.error(400, "refresh_token_not_found", "Invalid Refresh Token: Refresh Token Not Found"));
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
                .map(account -> mails.mail(account, "signup", query.get("redirect_to"), Reply.ok(account.view())))
                .orElseGet(() -> Reply.ok(new Account(UUID.randomUUID(), email, null, false).view()));
    }

    static Reply weak() {
        return Reply.error(422, "weak_password", "Password should be at least 6 characters.");
    }

    private Reply change(Session session, Account account, JsonNode body) {
        if (body.hasNonNull("password")) {
            String password = body.get("password").asText();
            if (password.length() < MIN_PASSWORD) {
                return weak();
            }
            if (password.equals(account.password)) {
                return Reply.error(422, "same_password", "New password should be different from the old password.");
            }
            account.password = password;
            account.updatedAt = Instant.now();
            sessions.endOthers(session);
            pending.end(account.id);
        }
        body.path("data")
                .fields()
                .forEachRemaining(value -> account.userMetadata.put(
                        value.getKey(), value.getValue().asText()));
        return Reply.ok(account.view());
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
