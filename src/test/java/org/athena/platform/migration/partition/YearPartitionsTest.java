package org.athena.platform.migration.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import org.athena.platform.database.DatabaseUrl;
import org.athena.platform.migration.Migration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** Two schools with rows in a year for which there is no partition yet, and one that is full. */
class YearPartitionsTest {

    private static final String SERVICE = "svc_partitions";
    private static final int YEAR = 2040;
    /** What each test's database is a copy of. */
    private static final String MIGRATED = "migrated";

    /** As a feature's migration makes its tables. */
    private static final String TABLES = """
            create table athena.messages (
              id uuid constraint pk_messages primary key default athena.uuid_v7(),
              school_id uuid not null constraint fk_messages_school_id references athena.schools (id),
              sender_id uuid not null,
              body text not null,
              constraint uq_messages_school_id_id unique (school_id, id));
            select athena.protect('athena.messages');
            create table athena.message_recipients (
              id uuid not null default athena.uuid_v7(),
              school_id uuid not null constraint fk_message_recipients_school_id references athena.schools (id),
              message_id uuid not null,
              user_id uuid not null,
              sent_on date not null,
              constraint pk_message_recipients primary key (id, sent_on),
              constraint fk_message_recipients_message_id foreign key (school_id, message_id) references athena.messages (school_id, id)
            ) partition by range (sent_on);
            create table athena.message_recipients_2026 partition of athena.message_recipients
              for values from ('2026-01-01') to ('2027-01-01');
            create table athena.message_recipients_default partition of athena.message_recipients default;
            select athena.protect('athena.message_recipients');""";

    private static final String OTHERS = "select count(*) from only athena.message_recipients_default";

    /** A message has a person once a day: each row gets a message of its own. */
    private static final String ONE_MORE = """
            with sent as (
              insert into athena.messages (school_id, sender_id, body)
              values (athena.current_school_id(), '00000000-0000-0000-0000-0000000000aa', 'x') returning school_id, id, sender_id)
            insert into athena.message_recipients (school_id, message_id, user_id, sent_on)
            select school_id, id, sender_id, '%s' from sent""";

    private static EmbeddedPostgres postgres;

    private final List<String> said = new ArrayList<>();
    private String database;
    private Connection owner;

    @BeforeAll
    static void start() throws Exception {
        postgres = EmbeddedPostgres.start();
        execute("create database " + MIGRATED);
        Migration migration = new Migration(url("postgres", MIGRATED), url(SERVICE, MIGRATED));
        migration.run();
        try (Connection connection = open(MIGRATED, "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(TABLES);
        }
        migration.run();
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @BeforeEach
    void migrated() throws SQLException {
        database = "d" + System.nanoTime();
        execute("create database " + database + " template " + MIGRATED);
        owner = open(database, "postgres");
        run("""
                insert into athena.schools (id, name) select ('00000000-0000-0000-0000-00000000000' || n)::uuid, 'Colegio ' || n
                  from generate_series(1, 2) n;
                insert into athena.users (id, email, full_name, status)
                  values ('00000000-0000-0000-0000-0000000000aa', 'ana@example.org', 'Ana', 'active');
                insert into athena.school_memberships (school_id, user_id, roles)
                  select s.id, u.id, array['rector'] from athena.schools s, athena.users u;
                insert into athena.messages (school_id, sender_id, body) select s.id, u.id, 'x' from athena.schools s, athena.users u;
                """);
        recipients("2040-01-01");
        recipients("2040-12-31");
        recipients("2041-01-01");
    }

    @AfterEach
    void close() throws SQLException {
        owner.close();
    }

    @Test
    void rowsOfTheYearMoveIntoItAndNothingElseChanges() throws SQLException {
        long audited = number("select count(*) from athena.audit_log");
        long rows = number("select count(*) from athena.message_recipients");
        partitions().require(YEAR, YEAR);
        assertThat(said)
                .hasSize(2)
                .contains("made message_recipients_2040, moved 4 rows into it", "made audit_log_2040");
        assertThat(number("select count(*) from athena.message_recipients_2040"))
                .isEqualTo(4);
        assertThat(number(OTHERS)).isEqualTo(2);
        assertThat(number("select count(*) from athena.message_recipients")).isEqualTo(rows);
        assertThat(number("select count(*) from athena.audit_log")).isEqualTo(audited);
        recipients("2040-07-01");
        assertThat(number("select count(*) from athena.audit_log"))
                .as("the triggers are there")
                .isEqualTo(audited + 2);
        recipients("2043-07-01");
        assertThat(number("select count(*) from athena.audit_log"))
                .as("and in the default again")
                .isEqualTo(audited + 4);
    }

    @Test
    void againItChangesNothing() throws SQLException {
        partitions().require(YEAR, YEAR + 1);
        assertThat(said).hasSize(4);
        said.clear();
        partitions().require(YEAR, YEAR + 1);
        assertThat(said).isEmpty();
    }

    @Test
    void schoolsAreKeptApartInItAsInTheOthers() throws SQLException {
        partitions().require(YEAR, YEAR);
        migrate();
        assertThat(texts("select c.relname from pg_class c where c.relname like '%\\_2040' and c.relkind = 'r'"
                        + " and not (c.relrowsecurity and c.relforcerowsecurity)"))
                .isEmpty();
        String policies =
                "select p.polname || ' ' || p.polcmd::text || ' ' || p.polpermissive || ' ' || coalesce(pg_get_expr(p.polqual, p.polrelid), '')"
                        + " || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '') from pg_policy p"
                        + " where p.polrelid = 'athena.%s'::regclass order by 1";
        for (String table : List.of("audit_log", "message_recipients")) {
            assertThat(texts(policies.formatted(table + "_2040")))
                    .isEqualTo(texts(policies.formatted(table + "_2026")))
                    .isNotEmpty();
        }
        try (Connection service = open(database, SERVICE);
                Statement statement = service.createStatement()) {
            service.setAutoCommit(false);
            String messages = "select count(*) from athena.message_recipients";
            assertThat(number(statement, messages)).isZero();
            statement.execute("select set_config('athena.school_id', '00000000-0000-0000-0000-000000000001', true)");
            assertThat(number(statement, messages)).isEqualTo(3);
            assertThat(number(statement, messages + " where sent_on between '2040-01-01' and '2040-12-31'"))
                    .isEqualTo(2);
            // A partition is reached through its table alone.
            assertThatThrownBy(() -> number(statement, "select count(*) from athena.message_recipients_2040"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void whoWritesWaitsAndLosesNothing() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        ExecutorService executor = Executors.newFixedThreadPool(2);
        try {
            long before = number("select count(*) from athena.message_recipients");
            List<Future<Integer>> writers = List.of(
                    executor.submit(() -> write("2040-03-01", enough)),
                    executor.submit(() -> write("2026-03-01", enough)));
            await().until(() -> number("select count(*) from athena.message_recipients") > before + 20);
            partitions().require(YEAR, YEAR);
            enough.set(true);
            int written = writers.get(0).get() + writers.get(1).get();
            assertThat(number("select count(*) from athena.message_recipients")).isEqualTo(before + written);
            assertThat(number(OTHERS)).isEqualTo(2);
        } finally {
            enough.set(true);
            executor.shutdown();
        }
    }

    /** As a service does it, one transaction after the other; gives how many rows it has written. */
    private int write(String day, AtomicBoolean enough) throws SQLException {
        int written = 0;
        try (Connection connection = open(database, SERVICE);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            while (!enough.get()) {
                statement.execute(
                        "select set_config('athena.school_id', '00000000-0000-0000-0000-000000000001', true)");
                written += statement.executeUpdate(ONE_MORE.formatted(day));
                connection.commit();
            }
        }
        return written;
    }

    @Test
    void whoHoldsALockIsNotHeldUpByIt() throws Exception {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try (Connection busy = open(database, "postgres");
                Statement statement = busy.createStatement()) {
            busy.setAutoCommit(false);
            statement.execute("lock table athena.message_recipients_default in row exclusive mode");
            Future<?> made = executor.submit(() -> {
                partitions().require(YEAR, YEAR);
                return null;
            });
            await().until(() -> number("select count(*) from pg_locks where not granted"
                            + " and relation = 'athena.message_recipients_default'::regclass")
                    == 1);
            // What comes after the one that waits gets its turn before the lock is given up.
            try (Connection next = open(database, "postgres");
                    Statement writer = next.createStatement()) {
                writer.execute("set statement_timeout = '10s'");
                writer.execute("select count(*) from athena.message_recipients");
            }
            busy.commit();
            made.get();
            assertThat(said).contains("made message_recipients_2040, moved 4 rows into it");
        } finally {
            executor.shutdown();
        }
    }

    @Test
    void aTableThatIsNeverFreeIsSaidSo() throws Exception {
        try (Connection busy = open(database, "postgres");
                Statement statement = busy.createStatement()) {
            busy.setAutoCommit(false);
            statement.execute("lock table athena.audit_log_default in row exclusive mode");
            assertThatThrownBy(() -> partitions().require(YEAR, YEAR))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("audit_log_2040: the table is in constant use");
        }
        assertThat(texts("select c.relname from pg_class c where c.relname = 'audit_log_2040'"))
                .isEmpty();
        partitions().require(YEAR, YEAR);
    }

    @Test
    void aDetachedYearKeepsItsRowsOutOfReach() throws SQLException {
        partitions().require(YEAR, YEAR);
        migrate();
        said.clear();
        partitions().detach(YEAR, SERVICE);
        assertThat(said)
                .hasSize(2)
                .contains("detached message_recipients_2040: its 4 rows are in athena_archive.message_recipients_2040");
        assertThat(number("select count(*) from athena_archive.message_recipients_2040"))
                .isEqualTo(4);
        assertThat(number("select count(*) from athena.message_recipients")).isEqualTo(2);
        said.clear();
        partitions().detach(YEAR, SERVICE);
        assertThat(said).hasSize(2).allMatch(line -> line.endsWith(" is in athena_archive already"));

        migrate();
        try (Connection service = open(database, SERVICE);
                Statement statement = service.createStatement()) {
            assertThatThrownBy(() -> statement.execute("select 1 from athena_archive.message_recipients_2040"))
                    .hasMessageContaining("permission denied");
        }
        assertThat(texts("select grantee::regrole::text from pg_class c, aclexplode(c.relacl)"
                        + " where c.relnamespace = 'athena_archive'::regnamespace and grantee <> c.relowner"))
                .isEmpty();
        recipients("2040-05-05");
        assertThat(number(OTHERS)).as("a late row finds its place").isEqualTo(4);
    }

    /** As docs/operations/migrations.md has it. */
    @Test
    void aDetachedYearCanBeBroughtBack() throws SQLException {
        partitions().require(YEAR, YEAR);
        partitions().detach(YEAR, SERVICE);
        run("alter table athena_archive.message_recipients_2040 set schema athena;"
                + " alter table athena.message_recipients attach partition athena.message_recipients_2040"
                + " for values from ('2040-01-01') to ('2041-01-01')");
        migrate();
        said.clear();
        partitions().require(YEAR, YEAR);
        assertThat(said)
                .as("the others are another matter")
                .hasSize(1)
                .noneMatch(line -> line.contains("message_recipients"));
        assertThat(number("select count(*) from athena.message_recipients")).isEqualTo(6);
        long audited = number("select count(*) from athena.audit_log");
        recipients("2040-02-02");
        assertThat(number("select count(*) from athena.audit_log")).isEqualTo(audited + 2);
    }

    @Test
    void aYearWithoutPartitionsIsNamed() {
        assertThatThrownBy(() -> partitions().detach(1999, SERVICE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there are no partitions of 1999");
    }

    private YearPartitions partitions() {
        return new YearPartitions(owner, said::add);
    }

    /** One for each school. */
    private void recipients(String day) throws SQLException {
        run("insert into athena.message_recipients (school_id, message_id, user_id, sent_on)"
                + " select m.school_id, m.id, m.sender_id, '" + day + "' from athena.messages m");
    }

    private void migrate() throws SQLException {
        new Migration(url("postgres", database), url(SERVICE, database)).run();
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = open("postgres", "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static DatabaseUrl url(String user, String database) {
        return DatabaseUrl.parse("URL", "postgres://" + user + ":p@127.0.0.1:" + postgres.getPort() + "/" + database);
    }

    private static Connection open(String database, String user) throws SQLException {
        DatabaseUrl url = url(user, database);
        return DriverManager.getConnection(url.jdbcUrl(), url.user(), url.password());
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        return Long.parseLong(texts(sql).get(0));
    }

    private List<String> texts(String sql) throws SQLException {
        try (Connection connection = open(database, "postgres");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (row.next()) {
                texts.add(row.getString(1));
            }
            return texts;
        }
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
