package org.athena.platform.tenancy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import org.athena.platform.database.DatabaseFault;
import org.athena.platform.identity.ActiveUsers;
import org.athena.platform.problem.ProblemException;

import io.agroal.api.AgroalDataSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Looks callers up in the database, on every request and in one statement: nothing about a user is cached, so switching
 * a user, a membership or a school off works on the next request, on every instance.
 */
@ApplicationScoped
class CallerDirectory implements ActiveUsers {

    private static final String ENTER = "select * from athena.enter(?::uuid, ?::uuid, ?, ?, ?)";
    private static final int TIMEOUT_SECONDS = 5;

    private final AgroalDataSource dataSource;
    private final ObjectMapper mapper;

    CallerDirectory(AgroalDataSource dataSource, ObjectMapper mapper) {
        this.dataSource = dataSource;
        this.mapper = mapper;
    }

    /**
     * Looks the user up; a superadmin's request is written to the audit log by the same statement.
     *
     * @param userId the verified subject
     * @param school the school that the request names, or none
     * @param platform whether the platform flag may count for this request
     * @param requestId the request, for the audit log
     * @param action method and path, for the audit log
     * @return empty when nobody has that id
     */
    Optional<Caller> enter(UUID userId, Optional<UUID> school, boolean platform, String requestId, String action) {
        return ask(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(ENTER)) {
                statement.setQueryTimeout(TIMEOUT_SECONDS);
                statement.setString(1, userId.toString());
                statement.setString(2, school.map(UUID::toString).orElse(null));
                statement.setBoolean(3, platform);
                statement.setString(4, requestId);
                statement.setString(5, action);
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? Optional.of(caller(row)) : Optional.empty();
                }
            }
        });
    }

    private Caller caller(ResultSet row) throws SQLException, JsonProcessingException {
        return new Caller(
                row.getObject("user_id", UUID.class),
                row.getString("email"),
                row.getString("full_name"),
                "active".equals(row.getString("status")),
                row.getBoolean("is_superadmin"),
                Caller.memberships(row.getString("memberships"), mapper),
                Optional.ofNullable(row.getObject("school_id", UUID.class)));
    }

    @Override
    public boolean contains(UUID userId) {
        return ask(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("select athena.is_active_user(?::uuid)")) {
                statement.setQueryTimeout(TIMEOUT_SECONDS);
                statement.setString(1, userId.toString());
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() && row.getBoolean(1);
                }
            }
        });
    }

    private interface Question<T> {
        T of(Connection connection) throws SQLException, JsonProcessingException;
    }

    /**
     * Asks again when the connection turns out to be dead: the server may have ended it while it lay in the pool, and all that lay
     * there with it. Dead ones say so at once; where one kept silent, nothing more is tried. Every request asks here first, so a
     * database that was restarted in between goes unnoticed.
     */
    private <T> T ask(Question<T> question) {
        long silent = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
        int pooled = dataSource.getConfiguration().connectionPoolConfiguration().maxSize();
        try {
            for (int dead = 0; ; dead++) {
                Connection connection = dataSource.getConnection();
                try (connection) {
                    return question.of(connection);
                } catch (SQLException e) {
                    if (!DatabaseFault.broken(e) || dead == pooled || System.nanoTime() > silent) {
                        throw e;
                    }
                    dataSource.flush(AgroalDataSource.FlushMode.IDLE);
                }
            }
        } catch (SQLException e) {
            throw failed(e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Only an outage passes by itself; a missing function or grant is a fault of the installation. */
    private static RuntimeException failed(SQLException e) {
        Optional<ProblemException> outage = DatabaseFault.of(e, false);
        outage.ifPresent(problem -> problem.initCause(e));
        return outage.isPresent() ? outage.get() : new IllegalStateException(e);
    }
}
