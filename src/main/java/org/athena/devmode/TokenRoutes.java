package org.athena.devmode;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athena.devmode.Accounts.Account;
import org.athena.devmode.Flows.Flow;

import com.fasterxml.jackson.databind.JsonNode;

/** The route {@code /token}: a session for a password or a code, new tokens for a refresh token. */
class TokenRoutes {

    private final Accounts accounts;
    private final Sessions sessions;
    private final Grants grants;
    private final Flows flows;

    TokenRoutes(Accounts accounts, Sessions sessions, Grants grants, Flows flows) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.grants = grants;
        this.flows = flows;
    }

    Reply route(String grantType, JsonNode body) {
        return switch (String.valueOf(grantType)) {
            case "password" -> password(body);
            case "refresh_token" -> refresh(body.path("refresh_token").asText());
            case "pkce" ->
                pkce(body.path("auth_code").asText(), body.path("code_verifier").asText());
            default -> Reply.error(400, "invalid_credentials", "unsupported_grant_type");
        };
    }

    private Reply password(JsonNode body) {
        String password = body.path("password").asText();
        Optional<Account> account =
                accounts.byEmail(body.path("email").asText()).filter(known -> password.equals(known.password));
        if (account.isEmpty()) {
            return Reply.error(400, "invalid_credentials", "Invalid login credentials");
        }
        if (!account.get().confirmed) {
            return Reply.error(400, "email_not_confirmed", "Email not confirmed");
        }
        if (account.get().banned()) {
            return Reply.error(400, "user_banned", "User is banned");
        }
        Map<String, Object> grant = grants.grant(account.get(), "password");
        if (password.length() < UserRoutes.MIN_PASSWORD) {
            grant.put("weak_password", Map.of("message", UserRoutes.WEAK, "reasons", List.of("length")));
        }
        return Reply.ok(grant);
    }

    private Reply refresh(String token) {
        Optional<Sessions.Exchange> exchange = sessions.refresh(token);
        Optional<Account> account =
                exchange.flatMap(known -> accounts.find(known.session().user()));
        if (account.isEmpty()) {
            return Reply.error(400, "refresh_token_not_found", "Invalid Refresh Token: Refresh Token Not Found");
        }
        if (account.get().banned()) {
            return Reply.error(400, "user_banned", "Invalid Refresh Token: User Banned");
        }
        return exchange.get().token() == null
                ? Reply.error(400, "refresh_token_already_used", "Invalid Refresh Token: Already Used")
                : Reply.ok(grants.grant(
                        account.get(), exchange.get().session(), exchange.get().token()));
    }

    private Reply pkce(String code, String verifier) {
        if (code.isEmpty() || verifier.isEmpty()) {
            return Reply.error(400, "validation_failed", "A code and its verifier are needed");
        }
        Optional<Flow> flow = flows.find(code);
        Optional<Account> account = flow.flatMap(known -> accounts.find(known.user()));
        if (account.isEmpty()) {
            return Reply.error(404, "flow_state_not_found", "invalid flow state, no valid flow state found");
        }
        if (flows.expired(flow.get())) {
            return Reply.error(422, "flow_state_expired", "invalid flow state, flow state has expired");
        }
        if (!flow.get().challenge().fits(verifier)) {
            return Reply.error(
                    400, "bad_code_verifier", "code challenge does not match previously saved code verifier");
        }
        return flows.end(flow.get())
                ? Reply.ok(grants.grant(account.get(), flow.get().method()))
                : Reply.error(404, "flow_state_not_found", "invalid flow state, no valid flow state found");
    }
}
