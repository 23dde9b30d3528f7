package org.athena.devmode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

import org.athena.platform.database.DatabaseUrl;
import org.athena.platform.migration.Migration;
import org.athena.testing.Bash;
import org.athena.testing.DebianPostgres;
import org.athena.testing.Sql;
import org.athena.testing.Walkthrough;
import org.athena.testing.process.Packaged;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/operations/move-to-supabase.md}, walked from a PostgreSQL 15 to one with the roles of a Supabase project. */
class SupabaseMoveIT {

    private static final Path PAGE = Path.of("docs/operations/move-to-supabase.md");
    private static final String STUDENTS = "select count(*)::text from athena.students";

    @TempDir
    Path directory;

    /** Only a JDK and Node are promised to who runs the tests; where the move must be rehearsed, its absence is a fault. */
    @BeforeAll
    static void postgresIsThere() {
        if (!DebianPostgres.installed()) {
            System.err.println(
                    "THE MOVE TO SUPABASE WAS NOT REHEARSED: THERE IS NO POSTGRESQL 15 IN " + DebianPostgres.PROGRAMS);
        }
        assumeThat(DebianPostgres.installed() || System.getenv("CI") != null).isTrue();
    }

    @Test
    void everyRowArrivesAndNothingStandsOpen() throws Exception {
        try (DebianPostgres source = DebianPostgres.start("postgres");
                DebianPostgres project = DebianPostgres.start("supabase_admin")) {
            fill(source);
            execute(project.url(), Files.readString(Path.of("src/test/resources/supabase/project.sql")));
            accounts(project.url());
            String owner = project.url("postgres", "owners-own");
            String service = project.url("athena_service", "services-new");

            walk(Map.of("SOURCE", source.url(), "TARGET", owner, "DATABASE_URL", service));

            assertThat(ask(owner, STUDENTS))
                    .isEqualTo(ask(source.url(), STUDENTS))
                    .isNotEqualTo("0");
            assertThat(
                            ask(
                                    owner,
                                    "select string_agg(distinct relowner::regrole::text, ',') from pg_class"
                                            + " where relnamespace in ('athena'::regnamespace, 'athena_migration'::regnamespace)"))
                    .isEqualTo("postgres");
            assertThat(ask(owner, "select rolsuper::text from pg_roles where rolname = current_user"))
                    .isEqualTo("false");
            assertSchoolsAreKeptApart(service);
            assertALostRowWouldBeSeen(owner);
        }
    }

    private void fill(DebianPostgres source) throws SQLException, IOException {
        DatabaseUrl owner = DatabaseUrl.parse("URL", source.url());
        new Migration(owner, DatabaseUrl.parse("URL", source.url("athena_service", "services-old"))).run();
        new DemoData(owner).load();
    }

    private static void accounts(String url) throws SQLException {
        try (Connection connection = DebianPostgres.open(url);
                PreparedStatement insert =
                        connection.prepareStatement("insert into auth.users (id, email) values (?, ?)")) {
            for (DemoPeople.Person person : DemoPeople.members()) {
                account(insert, person);
            }
            account(insert, DemoPeople.SUPERADMIN);
        }
    }

    private static void account(PreparedStatement insert, DemoPeople.Person person) throws SQLException {
        insert.setObject(1, person.id());
        insert.setString(2, person.email());
        insert.executeUpdate();
    }

    private void walk(Map<String, String> addresses) throws Exception {
        Walkthrough page = Walkthrough.of(Files.readString(PAGE));
        assertThat(page.reading().get(0))
                .contains(addresses.keySet().stream()
                        .map(name -> "export " + name + "=")
                        .toList());
        String printed = bash(page.script(), addresses);
        page.assertPrinted(printed);
    }

    /** Bash in the project's directory, with the programs of that PostgreSQL. */
    private String bash(String script, Map<String, String> addresses) throws IOException, InterruptedException {
        Map<String, String> variables = new HashMap<>(addresses);
        variables.put("ATHENA", String.join(" ", Packaged.covered().command()));
        variables.put("PATH", DebianPostgres.PROGRAMS + ":" + System.getenv("PATH"));
        variables.put("TMPDIR", directory.toString());
        return Bash.run(directory, Path.of("."), script, variables);
    }

    private static void assertSchoolsAreKeptApart(String service) throws SQLException {
        assertThat(ask(service, STUDENTS)).isEqualTo("0");
        try (Connection connection = DebianPostgres.open(service);
                Statement statement = connection.createStatement()) {
            statement.execute("select set_config('athena.school_id', '" + DemoPeople.schoolId(0) + "', false)");
            try (ResultSet row =
                    statement.executeQuery("select count(*), count(distinct school_id) from athena.students")) {
                row.next();
                assertThat(row.getInt(1)).isPositive();
                assertThat(row.getInt(2)).isEqualTo(1);
            }
        }
    }

    /** The comparison of the page is one that tells. */
    private static void assertALostRowWouldBeSeen(String owner) throws Exception {
        String count = Files.readString(Path.of("supabase/count.sql"));
        String before = lines(owner, count);
        execute(owner, "update athena.schools set name = name || '!' where id = '" + DemoPeople.schoolId(0) + "'");
        String after = lines(owner, count);
        assertThat(after.lines().filter(line -> !before.contains(line)))
                .extracting(line -> line.split("\\|")[0])
                .containsExactly("athena.audit_log_" + ask(owner, "select to_char(now(), 'YYYY')"), "athena.schools");
    }

    private static String lines(String url, String sql) throws SQLException {
        try (Connection connection = DebianPostgres.open(url);
                Statement statement = connection.createStatement()) {
            int query = sql.indexOf("select t.name");
            statement.execute(sql.substring(0, query));
            StringBuilder lines = new StringBuilder();
            try (ResultSet row = statement.executeQuery(sql.substring(query))) {
                while (row.next()) {
                    lines.append(row.getString(1) + "|" + row.getString(2) + "|" + row.getString(3) + "\n");
                }
            }
            return lines.toString();
        }
    }

    private static void execute(String url, String sql) throws SQLException {
        try (Connection connection = DebianPostgres.open(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(String url, String sql) throws SQLException {
        try (Connection connection = DebianPostgres.open(url)) {
            return Sql.text(connection, sql);
        }
    }
}
