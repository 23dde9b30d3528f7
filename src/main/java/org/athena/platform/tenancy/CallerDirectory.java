package org.athena.platform.tenancy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.athena.platform.identity.ActiveUsers;
import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;

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

    private final DataSource dataSource;
    private final ObjectMapper mapper;

    CallerDirectory(DataSource dataSource, ObjectMapper mapper) {
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
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(ENTER)) {
            statement.setQueryTimeout(TIMEOUT_SECONDS);
            statement.setString(1, userId.toString());
            statement.setString(2, school.map(UUID::toString).orElse(null));
            statement.setBoolean(3, platform);
            statement.setString(4, requestId);
            statement.setString(5, action);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(caller(row)) : Optional.empty();
            }
        } catch (SQLException | JsonProcessingException e) {
            throw unavailable(e);
        }
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
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("select athena.is_active_user(?::uuid)")) {
            statement.setQueryTimeout(TIMEOUT_SECONDS);
            statement.setString(1, userId.toString());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    private static ProblemException unavailable(Exception cause) {
        ProblemException problem =
                new ProblemException(ProblemCode.UNAVAILABLE, "The database cannot be reached. Try again shortly.");
        problem.initCause(cause);
        return problem.header("Retry-After", "2");
    }
}
