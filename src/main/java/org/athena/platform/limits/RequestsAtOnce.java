package org.athena.platform.limits;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;

/**
 * How many requests of one user are at work on this instance. Each holds a thread and the memory for its body, also while its body
 * drips in. As many users are known as requests are at work.
 */
@Singleton
class RequestsAtOnce {

    private final Map<UUID, Integer> users = new ConcurrentHashMap<>();
    private final int most;

    RequestsAtOnce(LimitConfig config) {
        most = LimitConfig.bound(config.requestsAtOnce());
    }

    /** Counts one more request of the user; {@link #leave} follows in any case. */
    boolean enter(UUID user) {
        return users.merge(user, 1, Integer::sum) <= most;
    }

    void leave(UUID user) {
        users.computeIfPresent(user, (id, requests) -> requests == 1 ? null : requests - 1);
    }
}
