package org.athena.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.athena.platform.database.DatabaseUrl;
import org.athena.platform.migration.Migration;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * A PostgreSQL of a test's own with the roles and the accounts of a Supabase project, migrated: {@code postgres} owns Athena's
 * tables and is no superuser.
 */
public final class SupabaseProject implements AutoCloseable {

    private static final String SUPERUSER = "supabase_admin";

    private final EmbeddedPostgres postgres;

    private SupabaseProject(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** Starts one; nobody has an account. */
    public static SupabaseProject start() throws IOException, SQLException {
        SupabaseProject project = new SupabaseProject(
                EmbeddedPostgres.builder().setLocaleConfig("locale", "C").start());
        project.run("postgres", "create role " + SUPERUSER + " superuser login");
        // Whoever made the server is called postgres, a name that belongs to somebody else in a project.
        project.run(SUPERUSER, "alter role postgres rename to " + SUPERUSER + "_before");
        project.run(SUPERUSER, Files.readString(Path.of("src/test/resources/supabase/project.sql")));
        project.migrate();
        return project;
    }

    /** Migrates it, as its owner. */
    public void migrate() throws SQLException {
        DatabaseUrl owner = DatabaseUrl.parse("OWNER", url("postgres"));
        new Migration(owner, DatabaseUrl.parse("SERVICE", serviceUrl())).run();
    }

    /** The service's connection string. */
    public String serviceUrl() {
        return url("athena_service:a-word");
    }

    /** A connection for which no rights and no row level security count. */
    public Connection superuser() throws SQLException {
        return open(SUPERUSER);
    }

    /** A connection as that role. */
    public Connection open(String role) throws SQLException {
        return DatabaseResource.open(url(role));
    }

    /** Runs a file of {@code supabase/} as the project's owner does in the SQL editor. */
    public void runFile(String name) throws IOException, SQLException {
        run("postgres", Files.readString(Path.of("supabase", name)));
    }

    /** The first column of what a query in a file of {@code supabase/} finds. */
    public List<String> listOf(String name) throws IOException, SQLException {
        try (Connection owner = open("postgres");
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(Files.readString(Path.of("supabase", name)))) {
            List<String> first = new ArrayList<>();
            while (row.next()) {
                first.add(row.getString(1));
            }
            return first;
        }
    }

    /** Changes rows as the superuser. */
    public void change(String sql, Object... values) throws SQLException {
        try (Connection connection = superuser();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    /** Makes an account with that id, which nothing speaks against. */
    public void account(UUID user) throws SQLException {
        change(
                "insert into auth.users (id, email, created_at) values (?, ? || '@example.org', now())",
                user,
                user.toString());
    }

    /** Signs somebody in, and gives the session's id. */
    public UUID signIn(UUID user) throws SQLException {
        UUID session = UUID.randomUUID();
        change("insert into auth.sessions (id, user_id, created_at, aal) values (?, ?, now(), 'aal1')", session, user);
        return session;
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }

    private void run(String role, String sql) throws SQLException {
        try (Connection connection = open(role);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String url(String user) {
        return "postgresql://" + user + "@127.0.0.1:" + postgres.getPort() + "/postgres";
    }
}
