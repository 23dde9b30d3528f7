package org.athena.devmode;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** The sessions: each lives until its user signs out. */
class Sessions {

    /**
     * What became of a refresh token.
     *
     * @param session whose it is
     * @param token the token to send next, or null when it was used before the last one
     */
    record Exchange(Session session, String token) {}

    private final Map<UUID, Session> open = new ConcurrentHashMap<>();

    /** Every refresh token of an open session, so that a used one is known. */
    private final Map<String, Session> refreshTokens = new ConcurrentHashMap<>();

    Session start(UUID user, String method) {
        Session session = new Session(user, method);
        open.put(session.id(), session);
        return session;
    }

    String refreshToken(Session session) {
        return known(session, session.next());
    }

    /** Uses a refresh token; empty when it is of no open session. */
    Optional<Exchange> refresh(String token) {
        return Optional.ofNullable(refreshTokens.get(token))
                .filter(session -> open.containsKey(session.id()))
                .map(session -> new Exchange(session, known(session, session.exchange(token))));
    }

    private String known(Session session, String token) {
        if (token != null) {
            refreshTokens.put(token, session);
        }
        return token;
    }

    Optional<Session> find(UUID session) {
        return Optional.ofNullable(open.get(session));
    }

    /** Ends every session of the user. */
    void end(UUID user) {
        end(user, session -> true);
    }

    /** Ends the user's sessions that it is true for. */
    void end(UUID user, Predicate<Session> ended) {
        open.values().removeIf(session -> session.user().equals(user) && ended.test(session));
        refreshTokens.values().removeIf(session -> !open.containsKey(session.id()));
    }

    /** Takes back what the factor proved, in all sessions of the user. */
    void weaken(UUID user, UUID factor) {
        open.values().stream()
                .filter(session -> session.user().equals(user))
                .forEach(session -> session.weaken(factor));
    }
}
