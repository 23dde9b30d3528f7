package org.athena.devmode;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.athena.devmode.Accounts.Account;
import org.athena.devmode.Sessions.Session;

import com.fasterxml.jackson.databind.JsonNode;

/** The routes of a person: sign up, sign in, refresh the session, read the own account, sign out. */
class UserRoutes {

    private static final int MIN_PASSWORD = 6;

    private final Accounts accounts;
    private final Sessions sessions;
    private final AccessTokens tokens;

    UserRoutes(Accounts accounts, Sessions sessions, AccessTokens tokens) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.tokens = tokens;
    }

    Reply route(String method, String path, String query, String authorization, JsonNode body) {
        return switch (method + " " + path) {
            case "POST /auth/v1/token" ->
                query.contains("grant_type=password")
                        ? password(body)
                        : query.contains("grant_type=refresh_token")
                                ? refresh(body)
                                : Reply.error(400, "invalid_credentials", "unsupported_grant_type");
            case "POST /auth/v1/signup" -> signUp(body);
            // The stand-in sends no mail. Like the real server, it does not reveal whether the account exists.
            case "POST /auth/v1/recover" -> Reply.ok(Map.of());
            case "GET /auth/v1/user" ->
                signedIn(
                        authorization,
                        session -> Reply.ok(
                                accounts.find(session.user()).orElseThrow().view()));
            case "POST /auth/v1/logout" ->
                signedIn(authorization, session -> {
                    sessions.end(session.user());
                    return Reply.empty();
                });
            default -> Reply.error(404, "not_found", "There is nothing here");
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
                : Reply.ok(grant(account.get(), sessions.start(account.get().id)));
    }

    private Reply refresh(JsonNode body) {
        return sessions.refresh(body.path("refresh_token").asText())
                .flatMap(session -> accounts.find(session.user()).map(account -> Reply.ok(grant(account, session))))
                .orElseGet(() ->
                        Reply.error(400, "refresh_token_not_found", "Invalid Refresh Token: Refresh Token Not Found"));
    }

    private Reply signUp(JsonNode body) {
        String email = body.path("email").asText();
        String password = body.path("password").asText();
        if (!email.contains("@")) {
            return Reply.error(400, "validation_failed", "Unable to validate email address: invalid format");
        }
        if (password.length() < MIN_PASSWORD) {
            return Reply.error(422, "weak_password", "Password should be at least 6 characters.");
        }
        return accounts.add(UUID.randomUUID(), email, password, true)
                .map(account -> Reply.ok(grant(account, sessions.start(account.id))))
                .orElseGet(() -> Reply.error(422, "user_already_exists", "User already registered"));
    }

    private Map<String, Object> grant(Account account, Session session) {
        Map<String, Object> grant = new LinkedHashMap<>();
        grant.put("access_token", tokens.issue(account, session));
        grant.put("token_type", "bearer");
        grant.put("expires_in", tokens.lifeSeconds);
        grant.put("expires_at", Instant.now().getEpochSecond() + tokens.lifeSeconds);
        grant.put("refresh_token", sessions.refreshToken(session));
        grant.put("user", account.view());
        return grant;
    }

    private Reply signedIn(String authorization, java.util.function.Function<Session, Reply> answer) {
        if (authorization == null || !authorization.startsWith("Bearer ")) {
            return Reply.error(401, "no_authorization", "This endpoint requires a Bearer token");
        }
        Optional<Session> claimed = tokens.read(authorization.substring("Bearer ".length()));
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
        return sessions.find(claimed.get().id())
                .map(answer)
                .orElseGet(() ->
                        Reply.error(403, "session_not_found", "Session from session_id claim in JWT does not exist"));
    }
}
