package org.athena.devmode;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.athena.devmode.Accounts.Account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The routes that the backend calls with its service key. */
class AdminRoutes {

    private static final String USERS = "/auth/v1/admin/users";

    private final ObjectMapper mapper = new ObjectMapper();
    private final Accounts accounts;
    private final Sessions sessions;
    private final MailRoutes mails;
    private final OneTimeTokens pending;

    AdminRoutes(Accounts accounts, Sessions sessions, MailRoutes mails, OneTimeTokens pending) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.mails = mails;
        this.pending = pending;
    }

    Reply route(String method, String path, JsonNode body, Parameters query) {
        return switch (method + " " + path) {
            case "POST " + USERS -> create(body, body.path("email_confirm").asBoolean(false));
            case "POST /auth/v1/invite" -> invite(query, body);
            case "GET " + USERS ->
                Reply.ok(Map.of(
                        "users", accounts.all().stream().map(Account::view).toList(), "aud", "authenticated"));
            default ->
                path.startsWith(USERS + "/")
                        ? one(method, UUID.fromString(path.substring(USERS.length() + 1)), body)
                        : Reply.error(404, "not_found", "There is nothing here");
        };
    }

    private Reply create(JsonNode body, boolean confirmed) {
        String email = body.path("email").asText();
        if (!email.contains("@")) {
            return Reply.error(400, "validation_failed", "Unable to validate email address: invalid format");
        }
        UUID id = body.hasNonNull("id") ? UUID.fromString(body.get("id").asText()) : UUID.randomUUID();
        String password = body.hasNonNull("password") ? body.get("password").asText() : null;
        return accounts.add(id, email, password, confirmed)
                .map(account -> {
                    merge(account.appMetadata, body.path("app_metadata"));
                    return Reply.ok(account.view());
                })
                .orElseGet(() ->
                        Reply.error(422, "email_exists", "A user with this email address has already been registered"));
    }

    /** A confirmed account is not invited; an unconfirmed one is again. */
    private Reply invite(Parameters query, JsonNode body) {
        Reply made = create(body, false);
        return accounts.byEmail(body.path("email").asText())
                .filter(account -> !account.confirmed)
                .map(account -> mails.invite(account, query.get("redirect_to")))
                .orElse(made);
    }

    private Reply one(String method, UUID id, JsonNode body) {
        return accounts.find(id)
                .map(account -> switch (method) {
                    case "GET" -> Reply.ok(account.view());
                    case "PUT" -> change(account, body);
                    case "DELETE" -> {
                        accounts.remove(id);
                        sessions.end(id);
                        yield Reply.ok(Map.of());
                    }
                    default -> Reply.error(405, "not_found", "There is nothing here");
                })
                .orElseGet(() -> Reply.error(404, "user_not_found", "User not found"));
    }

    private Reply change(Account account, JsonNode body) {
        if (body.hasNonNull("email")
                && !accounts.rename(account, body.get("email").asText())) {
            // The real server fails at its unique index here, and returns the same unspecific error.
            return Reply.error(500, "unexpected_failure", "Error updating user");
        }
        merge(account.appMetadata, body.path("app_metadata"));
        if (body.hasNonNull("password")) {
            String password = body.get("password").asText();
            if (password.length() < UserRoutes.MIN_PASSWORD) {
                return UserRoutes.weak();
            }
            give(account, password);
        }
        if (body.path("email_confirm").asBoolean(false)) {
            account.confirmed = true;
            account.confirmedAt = Instant.now();
        }
        if (body.hasNonNull("ban_duration")) {
            account.bannedUntil = body.get("ban_duration").asText().equals("none")
                    ? null
                    : Instant.now()
                            .plus(Duration.parse(
                                    "PT" + body.get("ban_duration").asText().toUpperCase()));
        }
        return Reply.ok(account.view());
    }

    /** Nobody stays signed in, and no mail that was sent before is good any more, as at the real server. */
    private void give(Account account, String password) {
        account.give(password);
        sessions.end(account.id);
        pending.end(account.id);
    }

    /** Merged per key; null deletes one. */
    private void merge(Map<String, Object> metadata, JsonNode changes) {
        changes.fields().forEachRemaining(change -> {
            if (change.getValue().isNull()) {
                metadata.remove(change.getKey());
            } else {
                metadata.put(change.getKey(), mapper.convertValue(change.getValue(), Object.class));
            }
        });
    }
}
