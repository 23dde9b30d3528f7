package org.athena.platform.idempotency;

import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;

/**
 * The keys whose requests are at work on this instance before or without a transaction. The lock in the database begins with the
 * transaction, and costs a connection.
 */
@Singleton
class KeysAtWork {

    private final Set<Long> locks = ConcurrentHashMap.newKeySet();

    /** @throws org.athena.platform.problem.ProblemException 409 when a request with the same key is at work */
    <T> T during(long lock, Callable<T> work) throws Exception {
        if (!locks.add(lock)) {
            throw IdempotencyKeys.inProgress();
        }
        try {
            return work.call();
        } finally {
            locks.remove(lock);
        }
    }
}
