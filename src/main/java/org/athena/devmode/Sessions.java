package org.athena.devmode;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The sessions: each lives until its user signs out, and each refresh token until it is used. */
class Sessions {

    /**
     * @param id the session that a token names
     * @param user the user whose session it is
     * @param method how the user signed in
     * @param since when
     */
    record Session(UUID id, UUID user, String method, Instant since) {}

    private final Map<UUID, Session> open = new ConcurrentHashMap<>();
    private final Map<String, UUID> refreshTokens = new ConcurrentHashMap<>();

    Session start(UUID user, String method) {
        Session session = new Session(UUID.randomUUID(), user, method, Instant.now());
        open.put(session.id(), session);
        return session;
    }

    String refreshToken(Session session) {
        String token = UUID.randomUUID().toString().replace("-", "").substring(0, 22);
        refreshTokens.put(token, session.id());
        return token;
    }

    /** The session of a refresh token; the token cannot be used again. */
    Optional<Session> refresh(String token) {
        return Optional.ofNullable(refreshTokens.remove(token)).map(open::get);
    }

    Optional<Session> find(UUID session) {
        return Optional.ofNullable(open.get(session));
    }

    /** Ends every session of the user, as the client asks by default. */
    void end(UUID user) {
        open.values().removeIf(session -> session.user().equals(user));
    }

    /** Ends every session of the user but that one, as a new password does. */
    void endOthers(Session kept) {
        open.values().removeIf(session -> session.user().equals(kept.user()) && !session.equals(kept));
    }
}
