package org.athena.platform.limits;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Singleton;

import org.athena.platform.database.PoolMetrics;
import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.tenancy.AuthContextHolder;

import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * How many connections to the database one school holds at once on this instance: half of the pool, so that however slow its
 * requests are, those of other schools find one. Further ones wait as they would wait for a connection. As many schools are known
 * as requests are at work.
 */
@Singleton
public class SchoolShares {

    /** The requests of a school that work or wait. */
    private static final class Share {

        private final Semaphore free;
        private int requests;

        private Share(int connections) {
            free = new Semaphore(connections, true);
        }
    }

    private final Map<UUID, Share> shares = new ConcurrentHashMap<>();
    private final AuthContextHolder caller;
    private final int connections;
    private final long patienceMillis;

    SchoolShares(LimitConfig config, AuthContextHolder caller, PoolMetrics pool) {
        this.caller = caller;
        connections = LimitConfig.bound(config.connectionsPerSchool().orElse((pool.size() + 1) / 2));
        patienceMillis = pool.acquisitionTimeout().toMillis();
    }

    /**
     * Carries out work that holds a connection from now on. Work inside a transaction has its share already, and work that belongs
     * to no caller needs none.
     *
     * @throws ProblemException 503 when the school's other requests did not end in time
     * @throws Exception what the work throws
     */
    public <T> T during(Callable<T> work) throws Exception {
        Optional<UUID> owner = QuarkusTransaction.isActive() ? Optional.empty() : owner();
        return owner.isEmpty() ? work.call() : inShare(owner.get(), work);
    }

    /** Who names no school has a share of their own. */
    private Optional<UUID> owner() {
        return caller.find().map(context -> context.school().orElseGet(context::userId));
    }

    private <T> T inShare(UUID owner, Callable<T> work) throws Exception {
        Share share = shares.compute(owner, (id, known) -> joined(known));
        try {
            if (!share.free.tryAcquire(patienceMillis, TimeUnit.MILLISECONDS)) {
                throw busy();
            }
            try {
                return work.call();
            } finally {
                share.free.release();
            }
        } finally {
            shares.computeIfPresent(owner, (id, known) -> --known.requests == 0 ? null : known);
        }
    }

    private Share joined(Share known) {
        Share share = known == null ? new Share(connections) : known;
        share.requests++;
        return share;
    }

    private static ProblemException busy() {
        return new ProblemException(
                        ProblemCode.UNAVAILABLE,
                        "Other requests of this school keep the database busy. Try again shortly.")
                .header("Retry-After", "2");
    }
}
