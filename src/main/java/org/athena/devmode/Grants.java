package org.athena.devmode;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import org.athena.devmode.Accounts.Account;
import org.athena.devmode.Sessions.Session;

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
        Map<String, Object> grant = new LinkedHashMap<>();
        grant.put("access_token", tokens.issue(account, session));
        grant.put("token_type", "bearer");
        grant.put("expires_in", tokens.lifeSeconds);
        grant.put("expires_at", Instant.now().getEpochSecond() + tokens.lifeSeconds);
        grant.put("refresh_token", sessions.refreshToken(session));
        grant.put("user", account.view());
        return grant;
    }
}
