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
 * Limits the connections to the database that one school uses at once on this instance. A school gets half of the pool, so that
 * its slow requests leave connections for the others. Further requests of the school wait as they would for a connection. Only
 * schools with a request in progress are kept.
 */
@Singleton
public class SchoolShares {

    /** The requests of one school that hold a connection or wait for one. */
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
     * Carries out work that needs a connection. Work inside a transaction already has its share, and work without a caller needs
     * none.
     *
     * @throws ProblemException 503 when the school's other requests did not finish in time
     * @throws Exception what the work throws
     */
    public <T> T during(Callable<T> work) throws Exception {
        Optional<UUID> owner = QuarkusTransaction.isActive() ? Optional.empty() : owner();
        return owner.isEmpty() ? work.call() : inShare(owner.get(), work);
    }

    /** The owner of the share: the school, or the caller when the request names no school. */
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
