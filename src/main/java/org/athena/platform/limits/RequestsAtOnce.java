package org.athena.platform.limits;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;

/**
 * Counts the requests of each user that this instance carries out. Each holds memory for its body, also while the body arrives
 * slowly. Only users with such a request are kept.
 */
@Singleton
class RequestsAtOnce {

    private final Map<UUID, Integer> users = new ConcurrentHashMap<>();
    private final int most;

    RequestsAtOnce(LimitConfig config) {
        most = LimitConfig.bound(config.requestsAtOnce());
    }

    /** Counts one more request of the user; {@link #leave} must follow in every case. */
    boolean enter(UUID user) {
        return users.merge(user, 1, Integer::sum) <= most;
    }

    void leave(UUID user) {
        users.computeIfPresent(user, (id, requests) -> requests == 1 ? null : requests - 1);
    }
}
