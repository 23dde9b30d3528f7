package org.athena.devmode;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import org.athena.devmode.Accounts.Account;

/** Answers with a session: an access token, a refresh token, and whose they are. */
class Grants {

    private final Sessions sessions;
    private final AccessTokens tokens;

    Grants(Sessions sessions, AccessTokens tokens) {
        this.sessions = sessions;
        this.tokens = tokens;
    }

    /**
     * A new session.
     *
     * @param method how the person signed in, as the claim {@code amr} names it: {@code password}, or {@code otp} for a mail
     */
    Map<String, Object> grant(Account account, String method) {
        return grant(account, sessions.start(account.id, method));
    }

    /** New tokens of a session. */
    Map<String, Object> grant(Account account, Session session) {
        return grant(account, session, sessions.refreshToken(session));
    }

    /** A new access token of a session, with a refresh token that it has. */
    Map<String, Object> grant(Account account, Session session, String refreshToken) {
        long life = tokens.lifeSeconds();
        Map<String, Object> grant = new LinkedHashMap<>();
        grant.put("access_token", tokens.issue(account, session));
        grant.put("token_type", "bearer");
        grant.put("expires_in", life);
        grant.put("expires_at", Instant.now().getEpochSecond() + life);
        grant.put("refresh_token", refreshToken);
        grant.put("user", account.view());
        return grant;
    }
}
