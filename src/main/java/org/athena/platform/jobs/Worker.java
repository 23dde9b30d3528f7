package org.athena.platform.jobs;

import java.util.Optional;

import jakarta.inject.Singleton;

import org.athena.platform.database.TransactionLocks;
import org.athena.platform.request.RequestId;
import org.athena.platform.tenancy.Tenancy;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Does one piece of due work as the school that it is due in.
 *
 * <p>The claim, the job's own writes and the end of its row are one transaction. A process that dies in the middle has written nothing,
 * and the row is due as before. The claim is a lock of the transaction, named by kind and school, and not a lock of the row: requests
 * that plan the same work would wait for a locked row as long as the job runs. Instead the row's version tells at the end
 * whether somebody planned the work since the job looked; then the row stays, and the job runs once more.
 */
@Singleton
class Worker {

    /** How a piece of work ended. */
    enum End {
        DONE,
        /** Done, and due all the same, because a request plans it at this moment. */
        STILL_DUE,
        FAILED,
        /** Another instance does it, or has done it. */
        SKIPPED
    }

    private static final Logger LOG = Logger.getLogger(Worker.class);

    private final Tenancy tenancy;
    private final TransactionLocks locks;
    private final WorkQueue queue;
    private final WorkAtHand atHand;
    private final Jobs jobs;

    Worker(Tenancy tenancy, TransactionLocks locks, WorkQueue queue, WorkAtHand atHand, Jobs jobs) {
        this.tenancy = tenancy;
        this.locks = locks;
        this.queue = queue;
        this.atHand = atHand;
        this.jobs = jobs;
    }

    /**
     * Does the work if it is still due and nobody else does it. A failure is logged, and the work is due again later.
     *
     * @throws RuntimeException when the database does not even take that
     */
    End attempt(Due due) {
        MDC.put(RequestId.SCHOOL_FIELD, due.school().toString());
        try {
            return inSchool(due);
        } finally {
            MDC.remove(RequestId.SCHOOL_FIELD);
        }
    }

    private End inSchool(Due due) {
        try {
            End end = tenancy.asSystem(
                    due.school(), () -> QuarkusTransaction.requiringNew().call(() -> work(due)));
            if (end != End.SKIPPED) {
                jobs.done(due.kind());
            }
            return end;
        } catch (RuntimeException | Error e) {
            return failed(due, e);
        }
    }

    private End work(Due due) {
        if (!locks.take("work", due.kind(), due.school())) {
            return End.SKIPPED;
        }
        // Read after the lock: whoever had it before may have ended the row.
        Optional<String> version = queue.version(due);
        if (version.isEmpty()) {
            return End.SKIPPED;
        }
        atHand.begin(due);
        jobs.run(due.kind());
        return end(due, version.get());
    }

    private End end(Due due, String version) {
        boolean out = queue.end(due, version);
        if (!out && queue.version(due).filter(version::equals).isPresent()) {
            return End.STILL_DUE;
        }
        atHand.next().ifPresent(next -> queue.plan(due, next));
        return End.DONE;
    }

    private End failed(Due due, Throwable fault) {
        LOG.errorf(
                fault,
                "the job %s failed in the school %s; what it wrote is taken back, and it is tried again later",
                due.kind(),
                due.school());
        jobs.failed(due.kind());
        return tenancy.asSystem(
                due.school(),
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    queue.postpone(due);
                    return End.FAILED;
                }));
    }
}
