package org.athena.platform.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.athena.platform.database.DatabaseUrl;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

class MigrationTest {

    private static final int ALL = MigrationFiles.packaged().files().size();

    @TempDir
    static Path directory;

    private static EmbeddedPostgres postgres;
    private String database;

    /** Only the superuser comes in without a password, and everything that is sent stands in the log. */
    @BeforeAll
    static void start() throws Exception {
        Path access = Files.writeString(directory.resolve("pg_hba.conf"), """
                host all postgres 127.0.0.1/32 trust
                host all all 127.0.0.1/32 scram-sha-256
                """);
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("hba_file", access.toString())
                .setServerConfig("log_statement", "all")
                .setServerConfig("log_parameter_max_length", "-1")
                .setOutputRedirector(ProcessBuilder.Redirect.to(log().toFile()))
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
        execute(
                "postgres",
                "create role anon nologin; create role authenticated nologin; create role service_role nologin bypassrls;"
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
        assertThatThrownBy(() -> logsIn("svc_rotated", "old")).hasMessageContaining("password");
    }

    @Test
    void anAddressWithoutAPasswordLeavesTheRoleTheOneItHas() throws SQLException {
        new Migration(url("postgres", "p"), url("svc_kept", "kept")).run();
        new Migration(url("postgres", "p"), url("svc_kept", "")).run();
        assertThat(logsIn("svc_kept", "kept")).isTrue();
    }

    @Test
    void theRoleGetsThePasswordOfTheFile() throws Exception {
        Path file = directory.resolve("password");
        Map<String, String> environment = Map.of(
                "MIGRATION_DATABASE_URL", address("postgres:p"),
                "DATABASE_URL", address("svc_file:of-the-address"),
                "DATABASE_PASSWORD_FILE", file.toString());
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(said, true, StandardCharsets.UTF_8);
        assertThat(new MigrateCommand(environment, print, print).run()).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("DATABASE_PASSWORD_FILE names a file that cannot be read");
        for (String password : List.of("of-the-file", "of-the-next!")) {
            Files.writeString(file, password + "\n");
            assertThat(new MigrateCommand(environment, print, print).run()).isZero();
            assertThat(logsIn("svc_file", password)).isTrue();
        }
        assertThatThrownBy(() -> logsIn("svc_file", "of-the-file")).hasMessageContaining("password");
        assertThat(said.toString(StandardCharsets.UTF_8)).doesNotContain("of-the-");
    }

    @Test
    void whoReadsTheServersLogCannotLogIn() throws Exception {
        new Migration(url("postgres", "p"), url("svc_logged", "first-of-the-log")).run();
        new Migration(url("postgres", "p"), url("svc_logged", "second-of-the-log")).run();
        assertThat(logsIn("svc_logged", "second-of-the-log")).isTrue();
        assertThat(Files.readString(log()))
                .contains("create role svc_logged", "alter role svc_logged")
                .doesNotContain("first-of-the-log", "second-of-the-log");
    }

    @Test
    void withoutAPasswordNobodyLogsIn() throws SQLException {
        new Migration(url("postgres", "p"), url("svc_open", "")).run();
        assertThat(ask(database, "select coalesce(rolpassword, 'none') from pg_authid where rolname = 'svc_open'"))
                .isEqualTo("none");
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

    @ParameterizedTest
    @ValueSource(strings = {"anon", "authenticated", "service_role"})
    void whatSomebodyGrantedToTheDataApiIsTakenBack(String role) throws SQLException {
        Migration migration = new Migration(url("supabase_owner", "o"), url("svc_supabase", "s"));
        migration.run();
        String asOwner = "set role supabase_owner; ";
        execute(
                database,
                asOwner + "grant usage, create on schema athena to " + role + " with grant option;"
                        + " grant all on all tables in schema athena to " + role + " with grant option;"
                        + " grant select (full_name) on athena.students to " + role + ";"
                        + " grant execute on all functions in schema athena to " + role + ";"
                        + " grant usage on schema athena_migration to " + role + ";"
                        + " alter default privileges in schema athena grant all on tables to " + role + ";"
                        + " alter default privileges in schema athena grant execute on functions to " + role + ";"
                        + " create table athena.before_the_run (id int);"
                        // Who may pass on what they were given has done so.
                        + " set role " + role + "; grant select on athena.students to plain_owner");
        migration.run();
        execute(
                database,
                asOwner + "create table athena.later (id int);"
                        + " create function athena.later() returns int language sql as 'select 1';"
                        + " revoke all on function athena.later() from public");
        assertThat(ask(database, """
                        select count(*)::text
                          from (select relacl from pg_class where relnamespace = 'athena'::regnamespace
                                union all select attacl from pg_attribute where attrelid = 'athena.students'::regclass
                                union all select proacl from pg_proc where pronamespace = 'athena'::regnamespace
                                union all select nspacl from pg_namespace where nspname like 'athena%%') granted (acl),
                               aclexplode(acl) one
                         where one.grantee in ('%s'::regrole, 'plain_owner'::regrole)""".formatted(role))).isEqualTo("0");
    }

    @Test
    void whatRowLevelSecurityWouldHideFromAMigrationEndsIt() throws SQLException {
        Migration migration = new Migration(url("postgres", "p"), url("svc_hidden", "s"));
        migration.run();
        execute(
                database,
                "grant usage on schema athena to plain_owner; grant select, update on athena.students to plain_owner");
        MigrationFiles more = with("V9999__backfill.sql", """
                set local role plain_owner;
                update athena.students set first_name = first_name;
                """);
        assertThatThrownBy(() -> migration.run(more)).hasMessageContaining("row-level security");
    }

    /** At Supabase the owner's statements end after two minutes. */
    @Test
    void aMigrationTakesTheTimeThatItNeeds() throws SQLException {
        execute(database, "alter role supabase_owner set statement_timeout = '1min'");
        try {
            MigrationFiles more = with("V9999__long.sql", """
                    do $$
                    begin
                      if current_setting('statement_timeout') <> '0' then
                        raise exception 'ended after %', current_setting('statement_timeout');
                      end if;
                    end
                    $$;
                    """);
            assertThat(new Migration(url("supabase_owner", "o"), url("svc_long", "s")).run(more))
                    .isEqualTo(ALL + 1);
        } finally {
            execute(database, "alter role supabase_owner reset statement_timeout");
        }
    }

    @Test
    void theFunctionsOfAMigrationBeforeTheOneThatFailedAreGranted() throws SQLException {
        Migration migration = new Migration(url("postgres", "p"), url("svc_failed", "s"));
        migration.run();
        MigrationFiles more = with(
                "V9998__new_function.sql", "create function athena.fresh() returns int language sql as 'select 1'");
        MigrationFiles broken = with(more, "V9999__fault.sql", "select 1 / 0");
        assertThatThrownBy(() -> migration.run(broken)).hasMessageContaining("division by zero");
        assertThat(ask(database, "select has_function_privilege('svc_failed', 'athena.fresh()', 'execute')::text"))
                .isEqualTo("true");
    }

    /** Whoever writes a migration may forget it; who runs one after it is safe all the same. */
    @Test
    void whatAMigrationMakesIsGrantedNarrowlyAndLooksIntoTheTemporarySchemaLast() throws SQLException {
        new Migration(url("postgres", "p"), url("svc_narrow", "s")).run(with("V9999__made.sql", """
                create table athena.made (id uuid, school_id uuid, note text, created_at timestamptz);
                create table athena.only_made (created_at timestamptz);
                create function athena.empty_path() returns int language sql set search_path = '' as 'select 1';
                """));
        assertThat(ask(database, """
                select string_agg(p.name || ' ' || a.attname, ', ' order by p.name, a.attname)
                  from pg_attribute a, (values ('INSERT'), ('UPDATE')) p (name)
                 where a.attrelid in ('athena.made'::regclass, 'athena.only_made'::regclass) and a.attnum > 0
                   and has_column_privilege('svc_narrow', a.attrelid, a.attnum, p.name)""")).isEqualTo("INSERT id, INSERT note, INSERT school_id, UPDATE note");
        assertThat(ask(database, "select proconfig::text from pg_proc where proname = 'empty_path'"))
                .isEqualTo("{\"search_path=pg_catalog, pg_temp\"}");
    }

    @Test
    void theFirstMigrationsFaultIsWhatIsTold() {
        MigrationFiles broken = new MigrationFiles(List.of(new MigrationFile("V0001__x.sql", () -> "select 1 / 0")));
        assertThatThrownBy(() -> new Migration(url("postgres", "p"), url("svc_first", "s")).run(broken))
                .hasMessageContaining("division by zero");
    }

    @Test
    void anOlderVersionLeavesANewerSchemaAlone() throws SQLException {
        Migration migration = new Migration(url("postgres", "p"), url("svc_older", "s"));
        migration.run(with("V9999__newer.sql", "create table athena.newer (id int)"));
        execute(database, "grant select on athena.newer to anon");
        assertThatThrownBy(migration::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("version 9999")
                .hasMessageContaining("knows " + MigrationFiles.packaged().version() + " ");
        assertThat(ask(database, "select has_table_privilege('anon', 'athena.newer', 'select')::text"))
                .isEqualTo("true");
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
    void ofTwoMigratorsOnAnEmptyDatabaseOneDoesAll() throws Exception {
        assertThat(twoAtOnce("svc_race")).containsExactlyInAnyOrder(0, ALL);
        assertThat(logsIn("svc_race", "s")).isTrue();
    }

    @Test
    void twoMigratorsOnAMigratedDatabaseChangeNothing() throws Exception {
        new Migration(url("postgres", "p"), url("svc_again", "s")).run();
        assertThat(twoAtOnce("svc_again")).containsExactly(0, 0);
        assertThat(logsIn("svc_again", "s")).isTrue();
    }

    @Test
    void aMigratorWaitsForTheOneBefore() throws Exception {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try (Connection other = postgres.getDatabase("postgres", database).getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("select pg_advisory_lock(hashtext('athena.migration'))");
            Callable<Integer> migrate = new Migration(url("postgres", "p"), url("svc_waits", "s"))::run;
            Future<Integer> run = executor.submit(migrate);
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> ask(database, """
                            select (count(*) = 1)::text from pg_locks l join pg_database d on d.oid = l.database
                             where d.datname = current_database() and l.locktype = 'advisory' and not l.granted""").equals("true"));
            assertThat(ask(database, "select coalesce(to_regnamespace('athena')::text, 'none')"))
                    .isEqualTo("none");
            statement.execute("select pg_advisory_unlock_all()");
            assertThat(run.get()).isEqualTo(ALL);
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void aSessionThatAPoolerHandsOnHoldsNothing() throws SQLException {
        MigrationFiles broken = with("V9999__fault.sql", "select 1 / 0");
        Migration migration = new Migration(url("postgres", "p"), url("svc_pooled", "s"));
        try (Connection connection = postgres.getDatabase("postgres", database).getConnection()) {
            assertThat(migration.run(MigrationFiles.packaged(), connection)).isEqualTo(ALL);
            assertNothingIsLeft(connection);
            assertThatThrownBy(() -> migration.run(broken, connection)).hasMessageContaining("division by zero");
            assertNothingIsLeft(connection);
        }
    }

    private static void assertNothingIsLeft(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*), current_setting('row_security') from pg_locks"
                        + " where pid = pg_backend_pid() and locktype = 'advisory'")) {
            row.next();
            assertThat(row.getInt(1)).isZero();
            assertThat(row.getString(2)).isEqualTo("on");
        }
    }

    private List<Integer> twoAtOnce(String role) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(2);
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<Integer> migrate = () -> {
            together.await();
            return new Migration(url("postgres", "p"), url(role, "s")).run();
        };
        try {
            List<Integer> applied = new ArrayList<>();
            for (Future<Integer> run : executor.invokeAll(List.of(migrate, migrate))) {
                applied.add(run.get());
            }
            return applied;
        } finally {
            executor.shutdown();
        }
    }

    private static MigrationFiles with(String name, String sql) {
        return with(MigrationFiles.packaged(), name, sql);
    }

    private static MigrationFiles with(MigrationFiles files, String name, String sql) {
        List<MigrationFile> more = new ArrayList<>(files.files());
        more.add(new MigrationFile(name, () -> sql));
        return new MigrationFiles(more);
    }

    private static Path log() {
        return directory.resolve("log");
    }

    private DatabaseUrl url(String user, String password) {
        return DatabaseUrl.parse("URL", address(user + ":" + password.replace("'", "%27")));
    }

    private String address(String user) {
        return "postgres://" + user + "@127.0.0.1:" + postgres.getPort() + "/" + database;
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
