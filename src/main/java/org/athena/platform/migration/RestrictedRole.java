package org.athena.platform.migration;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.athena.platform.database.DatabaseUrl;
import org.postgresql.util.PasswordUtil;

/** The login role of the service: it owns nothing, and row level security applies to it. */
record RestrictedRole(DatabaseUrl service) {

    private static final String ATTRIBUTES = "login nosuperuser nobypassrls nocreatedb nocreaterole noreplication";
    /** PostgreSQL's default (scram_iterations; the length of the salt is SCRAM_DEFAULT_SALT_LEN). */
    private static final int ITERATIONS = 4096;

    private static final int SALT_BYTES = 16;

    /**
     * Creates the role, or sets its attributes and password again. When the owner may not create roles, the role must exist
     * already.
     */
    void ensure(Connection owner) throws SQLException {
        String name = quoted(owner, service.role());
        boolean exists = ask(owner, "select exists (select 1 from pg_roles where rolname = ?)", service.role());
        boolean mayCreate = ask(
                owner, "select rolsuper or rolcreaterole from pg_roles where rolname = current_user and ? <> ''", "x");
        if (!exists && !mayCreate) {
            throw new IllegalArgumentException(
                    "DATABASE_URL: the role " + name + " does not exist and the owner may not"
                            + " create it; run: create role " + name + " " + ATTRIBUTES + " password '…'");
        }
        if (!exists) {
            execute(owner, "create role " + name + " login nocreatedb nocreaterole" + password());
        } else if (mayCreate) {
            execute(owner, "alter role " + name + " login" + password());
        }
        if (ask(owner, "select rolsuper or rolbypassrls from pg_roles where rolname = ?", service.role())) {
            throw new IllegalArgumentException("DATABASE_URL: the role " + name
                    + " is superuser or BYPASSRLS; the service needs one that is neither");
        }
    }

    static String quoted(Connection connection, String name) throws SQLException {
        return text(connection, "select quote_ident(?)", name);
    }

    /**
     * The verifier that the server stores instead of the password (RFC 5802, section 3; RFC 7677). It is computed here, because
     * the server may log statements, and a password in a log would let its readers sign in. Without a password in the address,
     * the role keeps its password, which the service may read from a file.
     */
    private String password() {
        if (service.password().isEmpty()) {
            return "";
        }
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return " password '" + PasswordUtil.encodeScramSha256(service.password().toCharArray(), ITERATIONS, salt) + "'";
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            // The statement contains the verifier, so neither the statement nor the cause may get into a message.
            throw new SQLException("the service's role could not be made or altered", e.getSQLState());
        }
    }

    private static boolean ask(Connection connection, String sql, String argument) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, argument);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static String text(Connection connection, String sql, String argument) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, argument);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
