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

/** The replica of {@code DATABASE_READ_URL}, if it is set, and whether to try it now. */
@ApplicationScoped
class Replica {

    static final String NAME = "replica";

    private static final Logger LOG = Logger.getLogger(Replica.class);
    /**
     * How long a replica that did not answer is not tried. After that, one request tries it, and the others do not wait for the
     * result.
     */
    private static final long REST = Duration.ofSeconds(10).toNanos();

    private static final long ANSWERS = 0;

    private final Optional<AgroalDataSource> source;
    private final Duration mostLag;
    /** The time of the next try, by the nanosecond clock; {@link #ANSWERS} while the replica answers. */
    private final AtomicLong tryAgain = new AtomicLong(ANSWERS);

    Replica(@DataSource(NAME) InjectableInstance<AgroalDataSource> pool, DatabaseConfig config) {
        this.source = pool.getHandle().getBean().isActive() ? Optional.of(pool.get()) : Optional.empty();
        this.mostLag = config.replicaMaxLag();
    }

    /** The replica's pool; empty without a replica. */
    Optional<AgroalDataSource> source() {
        return source;
    }

    /**
     * The replica's pool, for a query now.
     *
     * @throws UnfitReplicaException when there is no replica, or it did not answer a moment ago
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

    /** @throws UnfitReplicaException when the replica has not replayed this much */
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

    /** Notes that the replica answered, so that every request tries it again. */
    void answered() {
        tryAgain.set(ANSWERS);
    }

    /**
     * The exception for a failure of the replica. A query that took too long would also take too long on the primary. Only a
     * replica that does not answer is left alone for a while; a conflict with the replay or a full pool does not mean that it is
     * broken.
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

    /** The time of the next try, which is never the value of {@link #ANSWERS}. */
    private static long later() {
        return System.nanoTime() + REST | 1;
    }
}
