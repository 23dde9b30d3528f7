package org.athena.platform.tenancy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import org.athena.platform.database.DatabaseFault;
import org.athena.platform.identity.ActiveUsers;
import org.athena.platform.identity.InvalidToken;
import org.athena.platform.identity.VerifiedToken;
import org.athena.platform.problem.ProblemException;

import io.agroal.api.AgroalDataSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Looks callers up in the database, in one statement for each request. Nothing about a user is cached, so switching off a user, a
 * membership or a school takes effect with the next request on every instance.
 */
@ApplicationScoped
class CallerDirectory implements ActiveUsers {

    private static final String ENTER =
            "select true as is_live, caller.* from athena.enter(?::uuid, ?::uuid, ?, ?, ?) caller";
    /**
     * When the session has ended, the user is not looked up and no superadmin's request is audited. {@code offset 0} keeps the
     * planner from checking the session twice.
     */
    private static final String ENTER_LIVE = """
            select session.is_live, caller.*
              from (values (?::uuid, ?::uuid, ?::boolean, ?::text, ?::text, ?::uuid))
                     token (user_id, school_id, platform, request_id, action, session_id)
             cross join lateral (select athena.session_is_live(token.user_id, token.session_id) as is_live offset 0) session
              left join lateral athena.enter(case when session.is_live then token.user_id end, token.school_id,
                                             token.platform, token.request_id, token.action) caller on true""";

    /** Of {@code athena.enter}. */
    private static final Set<String> INVITEES = Set.of("pending", "locked");

    private static final int TIMEOUT_SECONDS = 5;

    private final AgroalDataSource dataSource;
    private final ObjectMapper mapper;
    private final boolean strongRevocation;

    CallerDirectory(AgroalDataSource dataSource, ObjectMapper mapper, TenancyConfig config) {
        this.dataSource = dataSource;
        this.mapper = mapper;
        this.strongRevocation = config.strongRevocation();
    }

    /**
     * Looks the user up. The same statement writes a superadmin's request to the audit log and, with strong revocation, asks
     * whether the token's session still lives.
     *
     * @param token the token of the user
     * @param school the school that the request names, or none
     * @param platform whether the platform flag may count for this request
     * @param requestId the id of the request, for the audit log
     * @param action the method and path, for the audit log
     * @return the caller; empty when no user has that id
     * @throws ProblemException 401 when strong revocation is on, and the session has ended or the token does not name one
     */
    Optional<Caller> enter(
            VerifiedToken token, Optional<UUID> school, boolean platform, String requestId, String action) {
        return ask(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(strongRevocation ? ENTER_LIVE : ENTER)) {
                statement.setQueryTimeout(TIMEOUT_SECONDS);
                statement.setString(1, token.subject().toString());
                statement.setString(2, school.map(UUID::toString).orElse(null));
                statement.setBoolean(3, platform);
                statement.setString(4, requestId);
                statement.setString(5, action);
                if (strongRevocation) {
                    statement.setString(6, token.sessionId().map(UUID::toString).orElse(null));
                }
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? found(row) : Optional.empty();
                }
            }
        });
    }

    private Optional<Caller> found(ResultSet row) throws SQLException, JsonProcessingException {
        if (!row.getBoolean("is_live")) {
            throw InvalidToken.because("its session has ended, or its user is banned or gone");
        }
        return row.getObject("user_id") == null ? Optional.empty() : Optional.of(caller(row));
    }

    private Caller caller(ResultSet row) throws SQLException, JsonProcessingException {
        return new Caller(
                row.getObject("user_id", UUID.class),
                row.getString("email"),
                row.getString("full_name"),
                "active".equals(row.getString("status")),
                INVITEES.contains(row.getString("status")),
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
     * Repeats the query when the connection is dead, because the server may have closed all connections in the pool. A dead
     * connection fails at once; after a connection that timed out, the query is not repeated. Every request runs this query
     * first, so callers do not notice a restart of the database between requests.
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

    /** Only an outage is temporary; a missing function or grant is a fault of the installation. */
    private static RuntimeException failed(SQLException e) {
        Optional<ProblemException> outage = DatabaseFault.outage(e);
        outage.ifPresent(problem -> problem.initCause(e));
        return outage.isPresent() ? outage.get() : new IllegalStateException(e);
    }
}
