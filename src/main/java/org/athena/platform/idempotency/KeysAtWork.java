package org.athena.platform.idempotency;

import java.util.concurrent.Callable;

import jakarta.inject.Singleton;

import org.athena.platform.request.OneAtATime;

/**
 * The keys whose requests are at work on this instance before or without a transaction. The lock in the database begins with the
 * transaction, and costs a connection.
 */
@Singleton
class KeysAtWork {

    private final OneAtATime<Long> locks = new OneAtATime<>(IdempotencyKeys::inProgress);

    /** @throws org.athena.platform.problem.ProblemException 409 when a request with the same key is at work */
    <T> T during(long lock, Callable<T> work) throws Exception {
        return locks.during(lock, work);
    }
}
