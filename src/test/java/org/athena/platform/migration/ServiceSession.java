package org.athena.platform.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;

import org.athena.platform.database.Settings;
import org.athena.testing.DatabaseResource;

/**
 * A transaction of the restricted role in which any SQL may be tried. The settings say for whom it works, as the service says it.
 * Nothing of it stays.
 */
public final class ServiceSession implements AutoCloseable {

    /** PostgreSQL's state for a missing privilege, a policy that is violated, and our own refusals. */
    static final String REFUSED = "42501";

    private final Connection connection;

    private ServiceSession(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        // Two sessions of one test that want the same row would wait for ever.
        execute("set local lock_timeout = '30s'");
    }

    public static ServiceSession of(Settings settings) throws SQLException {
        return new ServiceSession(DatabaseResource.service()).under(settings);
    }

    /** The same where nobody has the platform flag. */
    static ServiceSession withoutSuperadmins(Settings settings) throws SQLException {
        ServiceSession session = new ServiceSession(DatabaseResource.owner());
        session.execute("update athena.users set is_superadmin = false where is_superadmin");
        session.execute("set local role athena_service");
        return session.under(settings);
    }

    private ServiceSession under(Settings settings) throws SQLException {
        set("athena.user_id", settings.user());
        set("athena.school_id", settings.school());
        set("athena.platform", settings.platform() ? "on" : null);
        return this;
    }

    /** Runs statements that stay until the end of the session. */
    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    void set(String setting, Object value) throws SQLException {
        if (value != null) {
            text("select set_config(?, ?, true)", setting, value.toString());
        }
    }

    /**
     * Tries a statement and takes it back.
     *
     * @return how many rows it changed, or the SQL state with which it failed
     */
    String attempt(String sql, Object... values) throws SQLException {
        Savepoint before = connection.setSavepoint();
        String outcome = run(sql, values, statement -> String.valueOf(statement.executeUpdate()));
        connection.rollback(before);
        return outcome;
    }

    /**
     * Asks. What a function that is asked does stays until the end of the session.
     *
     * @return the first column of the first row, null without one, or the SQL state with which the query failed
     */
    String text(String sql, Object... values) throws SQLException {
        Savepoint before = connection.setSavepoint();
        return run(sql, values, statement -> {
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            } catch (SQLException e) {
                connection.rollback(before);
                throw e;
            }
        });
    }

    private interface Work {
        String in(PreparedStatement statement) throws SQLException;
    }

    private String run(String sql, Object[] values, Work work) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return work.in(statement);
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
