package org.athena.platform.database.replica;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.athena.platform.database.DatabaseFault;

import io.agroal.api.AgroalDataSource;

/** Checks whether the service may read the primary's position in the write-ahead log, which it compares with the replica's. */
@ApplicationScoped
public class PrimaryOfReplica {

    private static final String NOT_ALLOWED = "42501";

    private final AgroalDataSource primary;
    private final Replica replica;

    PrimaryOfReplica(AgroalDataSource primary, Replica replica) {
        this.primary = primary;
        this.replica = replica;
    }

    /** Why the service must not start: every report would fail. Empty without {@code DATABASE_READ_URL}. */
    public Optional<String> fault() {
        if (replica.source().isEmpty()) {
            return Optional.empty();
        }
        try (Connection connection = primary.getConnection()) {
            return fault(connection);
        } catch (SQLException e) {
            return asked(e);
        }
    }

    static Optional<String> fault(Connection primary) {
        try {
            Progress.ofPrimary(primary);
            return Optional.empty();
        } catch (SQLException e) {
            return asked(e);
        }
    }

    private static Optional<String> asked(SQLException e) {
        String asked = "DATABASE_READ_URL: the primary cannot be asked for its position in the write-ahead log ("
                + DatabaseFault.sqlState(e) + ")";
        return Optional.of(
                NOT_ALLOWED.equals(e.getSQLState())
                        ? asked
                                + "; run there as a superuser: grant execute on function pg_catalog.pg_control_system(),"
                                + " pg_catalog.pg_current_wal_flush_lsn() to the service's role"
                        : asked);
    }
}
