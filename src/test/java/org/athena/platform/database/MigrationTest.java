package org.athena.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

class MigrationTest {

    private static EmbeddedPostgres postgres;
    private String database;

    @BeforeAll
    static void start() throws Exception {
        postgres = EmbeddedPostgres.start();
        execute(
                "postgres",
                "create role anon nologin; create role authenticated nologin;"
                        + " create role supabase_owner login bypassrls createrole password 'o';"
                        + " create role plain_owner login createrole password 'o'");
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @BeforeEach
    void emptyDatabase() throws SQLException {
        database = "d" + System.nanoTime();
        execute("postgres", "create database " + database);
        execute(database, "grant create on database " + database + " to supabase_owner, plain_owner");
    }

    @Test
    void anEmptyDatabaseIsMadeReadyAndASecondRunChangesNothing() throws SQLException {
        Migration migration = new Migration(url("postgres", "p"), url("svc_twice", "first"));
        assertThat(migration.run()).isPositive();
        assertThat(migration.run()).isZero();
        assertThat(logsIn("svc_twice", "first")).isTrue();
    }

    @Test
    void theRoleGetsANewPasswordWithTheNextRun() throws SQLException {
        new Migration(url("postgres", "p"), url("svc_rotated", "old")).run();
        new Migration(url("postgres", "p"), url("svc_rotated", "n'ew")).run();
        assertThat(ask(database, "select rolpassword from pg_authid where rolname = 'svc_rotated'"))
                .startsWith("SCRAM-SHA-256");
        assertThat(logsIn("svc_rotated", "n'ew")).isTrue();
    }

    @Test
    void anOwnerAsSupabaseHasItMigratesAndGrantsNothingToTheDataApi() throws SQLException {
        new Migration(url("supabase_owner", "o"), url("svc_supabase", "s")).run();
        assertThat(ask(
                        database,
                        "select count(*)::text from information_schema.role_table_grants"
                                + " where table_schema = 'athena' and grantee in ('anon', 'authenticated', 'PUBLIC')"))
                .isEqualTo("0");
    }

    @Test
    void aPlainOwnerIsRefusedBecauseItsDataMigrationsWouldMissRows() {
        assertThatThrownBy(() -> new Migration(url("plain_owner", "o"), url("svc_plain", "s")).run())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("MIGRATION_DATABASE_URL")
                .hasMessageContaining("BYPASSRLS");
    }

    @Test
    void theTransactionPoolerIsRefused() {
        DatabaseUrl pooler = DatabaseUrl.parse("MIGRATION_DATABASE_URL", "postgres://postgres:p@127.0.0.1:6543/d");
        assertThatThrownBy(() -> new Migration(pooler, url("svc", "s")).run())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("6543");
    }

    @Test
    void aServiceRoleThatBypassesRowLevelSecurityIsRefused() {
        assertThatThrownBy(() -> new Migration(url("postgres", "p"), url("supabase_owner", "o")).run())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("DATABASE_URL");
    }

    @Test
    void aRoleNameWithQuotesIsANameAndNothingElse() throws SQLException {
        String odd = "odd\"; drop schema athena cascade; --";
        DatabaseUrl service = new DatabaseUrl(
                "127.0.0.1",
                postgres.getPort(),
                database,
                odd,
                "s",
                url("x", "y").options());
        new Migration(url("postgres", "p"), service).run();
        assertThat(ask(database, "select count(*)::text from pg_roles where rolname like 'odd%'"))
                .isEqualTo("1");
    }

    @Test
    void twoMigratorsAtOnceAgree() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        Callable<Integer> migrate = () -> new Migration(url("postgres", "p"), url("svc_race", "s")).run();
        try {
            List<Future<Integer>> runs = pool.invokeAll(List.of(migrate, migrate));
            assertThat(runs.get(0).get() + runs.get(1).get()).isPositive();
        } finally {
            pool.shutdown();
        }
        assertThat(logsIn("svc_race", "s")).isTrue();
    }

    private DatabaseUrl url(String user, String password) {
        return DatabaseUrl.parse(
                "URL",
                "postgres://" + user + ":" + password.replace("'", "%27") + "@127.0.0.1:" + postgres.getPort() + "/"
                        + database);
    }

    private boolean logsIn(String user, String password) throws SQLException {
        DatabaseUrl url = url(user, password);
        try (Connection connection = DriverManager.getConnection(url.jdbcUrl(), url.user(), url.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from athena.students")) {
            return row.next() && row.getInt(1) == 0;
        }
    }

    private static void execute(String database, String sql) throws SQLException {
        try (Connection connection = postgres.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(String database, String sql) throws SQLException {
        try (Connection connection = postgres.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
