package org.athena.platform.database.replica;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;

import org.athena.platform.database.DatabaseConfig;
import org.athena.platform.database.DatabaseFault;
import org.jboss.logging.Logger;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.arc.InjectableInstance;

/** The database of {@code DATABASE_READ_URL}, where there is one, and whether it is worth being asked. */
@ApplicationScoped
class Replica {

    static final String NAME = "replica";

    private static final Logger LOG = Logger.getLogger(Replica.class);
    /** So long a replica that did not answer is left alone; then one request tries it, and the others do not wait for that. */
    private static final long REST = Duration.ofSeconds(10).toNanos();

    private static final long ANSWERS = 0;

    private final Optional<AgroalDataSource> source;
    private final Duration mostLag;
    /** When to try again, by the nanosecond clock; {@link #ANSWERS} when nothing is known against it. */
    private final AtomicLong tryAgain = new AtomicLong(ANSWERS);

    Replica(@DataSource(NAME) InjectableInstance<AgroalDataSource> pool, DatabaseConfig config) {
        this.source = pool.getHandle().getBean().isActive() ? Optional.of(pool.get()) : Optional.empty();
        this.mostLag = config.replicaMaxLag();
    }

    /** Its pool, if it has one. */
    Optional<AgroalDataSource> source() {
        return source;
    }

    /**
     * Its pool, to be asked now.
     *
     * @throws UnfitReplicaException when there is none or it did not answer a moment ago
     */
    AgroalDataSource take() {
        AgroalDataSource pool = source.orElseThrow(() -> new UnfitReplicaException(Reason.NO_REPLICA));
        long at = tryAgain.get();
        boolean due = at == ANSWERS || System.nanoTime() - at >= 0 && tryAgain.compareAndSet(at, later());
        if (!due) {
            throw new UnfitReplicaException(Reason.DOWN);
        }
        return pool;
    }

    /** @throws UnfitReplicaException when it has not come so far */
    void require(Progress wanted, Connection connection) throws SQLException {
        Progress.Reached reached = wanted.reachedBy(connection);
        if (!reached.replica()) {
            throw new UnfitReplicaException(Reason.FOREIGN);
        }
        if (!reached.within(mostLag)) {
            throw new UnfitReplicaException(Reason.BEHIND);
        }
        if (!reached.ownWrites()) {
            throw new UnfitReplicaException(Reason.OWN_WRITE);
        }
    }

    /** It is asked again, by everybody. */
    void answered() {
        tryAgain.set(ANSWERS);
    }

    /**
     * What to throw for what went wrong there. A query that took too long would fare no better on the primary. Only a replica that
     * does not answer is left alone: one that ends a query for the sake of what it replays, or has too much to do, is well.
     */
    RuntimeException judged(RuntimeException failure) {
        if (failure instanceof UnfitReplicaException) {
            answered();
            return failure;
        }
        return Reason.of(failure).map(reason -> unfit(reason, failure)).orElse(failure);
    }

    private RuntimeException unfit(Reason reason, RuntimeException failure) {
        if (reason == Reason.DOWN) {
            rest(failure);
        } else if (reason != Reason.BUSY) {
            answered();
        }
        return new UnfitReplicaException(reason, failure);
    }

    private void rest(RuntimeException failure) {
        tryAgain.set(later());
        source.ifPresent(pool -> pool.flush(AgroalDataSource.FlushMode.IDLE));
        LOG.warnf(
                "the replica does not answer (%s): reports are read from the primary", DatabaseFault.sqlState(failure));
    }

    /** Never {@link #ANSWERS}, whatever the clock says. */
    private static long later() {
        return System.nanoTime() + REST | 1;
    }
}
