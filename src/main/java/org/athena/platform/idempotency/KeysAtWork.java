package org.athena.platform.idempotency;

import java.util.concurrent.Callable;

import jakarta.inject.Singleton;

import org.athena.platform.request.OneAtATime;

/**
 * The keys of requests that this instance carries out, also before their transaction begins. The lock in the database needs a
 * transaction, and so a connection.
 */
@Singleton
class KeysAtWork {

    private final OneAtATime<Long> locks = new OneAtATime<>(IdempotencyKeys::inProgress);

    /** @throws org.athena.platform.problem.ProblemException 409 when a request with the same key is still being carried out */
    <T> T during(long lock, Callable<T> work) throws Exception {
        return locks.during(lock, work);
    }
}
