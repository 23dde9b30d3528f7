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
 * Limits the imports that run at the same time. An instance runs a few, because of its memory and connections. A school runs one
 * across all instances, because two would write the same rows. An import does not wait for a slot: it is refused and told when to
 * try again.
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
     * Carries out an import on this instance. The slot is taken before the file is parsed, so that the rows of no more files are
     * in memory than imports are running; {@link BodiesInMemory} bounds the files themselves.
     *
     * @throws ProblemException 429 when the school already has one running here, or the instance has reached its limit
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
     * Claims the school's only slot across all instances for the current transaction.
     *
     * @throws ProblemException 429 when another import of the school is running
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
        return new ProblemException(
                        ProblemCode.IMPORT_BUSY,
                        detail + " Nothing was done. Try again in " + RETRY_SECONDS + " seconds.")
                .header("Retry-After", String.valueOf(RETRY_SECONDS));
    }
}
