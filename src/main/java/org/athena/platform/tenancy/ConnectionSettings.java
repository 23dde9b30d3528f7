package org.athena.platform.tenancy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.inject.Default;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.athena.platform.database.DatabaseConfig;
import org.athena.platform.request.RequestId;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.agroal.DataSource;
import io.quarkus.arc.Arc;

/**
 * Tells PostgreSQL the caller of a transaction, for row level security. The settings end with the transaction, so the next user
 * of the connection starts without settings and sees no rows. The same applies to a replica.
 */
@Singleton
@Default
@DataSource("replica")
class ConnectionSettings implements AgroalPoolInterceptor {

    private static final String APPLY = """
            select set_config('athena.user_id', ?, true), set_config('athena.school_id', ?, true),
                   set_config('athena.platform', ?, true), set_config('athena.request_id', ?, true),
                   set_config('statement_timeout', ?, true), set_config('lock_timeout', ?, true)""";

    private final AuthContextHolder holder;
    private final RequestId requestId;
    private final String statementTimeout;
    private final String lockTimeout;

    @Inject
    ConnectionSettings(AuthContextHolder holder, RequestId requestId, DatabaseConfig database) {
        this.holder = holder;
        this.requestId = requestId;
        this.statementTimeout = database.statementTimeout().toMillis() + "ms";
        this.lockTimeout = database.lockTimeout().toMillis() + "ms";
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        // The pool also opens connections at the start, and the look-up of the caller runs before a context exists.
        if (Arc.container().requestContext().isActive()) {
            holder.find().ifPresent(context -> apply(context, connection));
        }
    }

    private void apply(AuthContext context, Connection connection) {
        try {
            if (connection.getAutoCommit()) {
                throw new IllegalStateException("a request with a caller reads and writes inside a transaction");
            }
            try (PreparedStatement statement = connection.prepareStatement(APPLY)) {
                statement.setString(1, Objects.toString(context.userId(), ""));
                statement.setString(2, context.school().map(UUID::toString).orElse(""));
                statement.setString(3, context.platform() ? "on" : "");
                statement.setString(4, requestId.value());
                // Set here and not when connecting: a transaction pooler refuses start-up options, and several clients
                // share the
                // connection.
                statement.setString(5, statementTimeout);
                statement.setString(6, lockTimeout);
                statement.execute();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the connection could not be given its settings", e);
        }
    }
}
