package org.athena.platform.limits;

import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;

import jakarta.inject.Singleton;

import org.athena.platform.database.TransactionLocks;
import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.request.OneAtATime;

/**
 * How many imports are at work at once: a few on an instance, for its memory and its connections, and one for each school on all
 * instances, because two of them would write the same rows. Nobody waits: what comes too early is told when to come again.
 */
@Singleton
public class ImportSlots {

    private static final int RETRY_SECONDS = 5;

    private final Semaphore free;
    private final OneAtATime<UUID> schools = new OneAtATime<>(this::schoolIsBusy);
    private final TransactionLocks locks;
    private final RequestShares shares;

    ImportSlots(LimitConfig config, TransactionLocks locks, RequestShares shares) {
        this.free = new Semaphore(LimitConfig.bound(config.importsAtOnce()));
        this.locks = locks;
        this.shares = shares;
    }

    /**
     * Carries out an import on this instance. It begins before the file is read, so that only as many files are in memory.
     *
     * @throws ProblemException 429 when the school has one at work here, or the instance has as many as it may
     * @throws Exception what the work throws
     */
    public <T> T during(UUID school, Callable<T> work) throws Exception {
        return schools.during(school, () -> inSlot(work));
    }

    private <T> T inSlot(Callable<T> work) throws Exception {
        if (!free.tryAcquire()) {
            throw busy("Imports of other schools are running.");
        }
        try {
            return work.call();
        } finally {
            free.release();
        }
    }

    /**
     * Makes the transaction at work the only import of the school, on whatever instance.
     *
     * @throws ProblemException 429 when there is another one
     */
    public void claim(UUID school) {
        if (!locks.take("import", school)) {
            throw schoolIsBusy();
        }
    }

    private ProblemException schoolIsBusy() {
        return busy("Another import of the school is running.");
    }

    private ProblemException busy(String detail) {
        shares.refused(Work.IMPORT);
        return new ProblemException(ProblemCode.IMPORT_BUSY, detail + " Nothing was imported. Try again in a while.")
                .header("Retry-After", String.valueOf(RETRY_SECONDS));
    }
}
