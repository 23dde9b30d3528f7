package org.athena.platform.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import org.athena.platform.database.DatabaseUrl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** The files of {@code supabase/}, run as the project's {@code postgres} would in the SQL editor. */
class SupabaseSqlTest {

    private static EmbeddedPostgres postgres;
    private String database;

    @BeforeAll
    static void start() throws Exception {
        postgres = EmbeddedPostgres.start();
        execute("postgres", """
                create role owner login createrole bypassrls;
                create role anon nologin; create role authenticated nologin; create role service_role nologin bypassrls;
                create role authenticator nologin; create role somebody nologin""");
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @BeforeEach
    void project() throws SQLException, IOException {
        database = "d" + System.nanoTime();
        execute("postgres", "create database " + database + " owner owner");
    }

    @Test
    void everyFileCanBeRunBeforeAndAfterMigratingAndMoreThanOnce() throws Exception {
        for (int i = 0; i < 2; i++) {
            execute(database, asOwner("role.sql") + asOwner("schema.sql"));
            migrate();
            execute(database, asOwner("grants.sql"));
            assertThat(list(asOwner("check.sql"))).isEmpty();
            assertThat(list(file("count.sql"))).contains("athena.students", "athena_migration.flyway_schema_history");
        }
        assertThat(list("select 1 from pg_class where relowner <> 'owner'::regrole"
                        + " and relnamespace = 'athena'::regnamespace"))
                .isEmpty();
    }

    @Test
    void theGrantsAreThoseOfTheService() throws IOException {
        String service = new PackagedFile("db/grants.sql").text().replace("${service}", "athena_service");
        assertThat(file("grants.sql")).endsWith(service);
    }

    @Test
    void beforeMigratingTheCheckSaysSo() throws Exception {
        assertThat(list(file("check.sql"))).contains("the schema athena is missing: run migrate");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alter table athena.students no force row level security | row level security is not forced on athena.students",
                "create table athena.bare (id int) | no policy guards athena.bare",
                "grant select on athena.students to anon | SELECT on athena.students is granted to anon",
                "grant select (email) on athena.users to anon | SELECT on athena.users.email is granted to anon",
                "grant usage on schema athena to service_role | USAGE on schema athena is granted to service_role",
                "grant execute on function athena.on_platform() to public"
                        + " | EXECUTE on athena.on_platform() is granted to everybody",
                "alter default privileges for role owner in schema athena grant select on tables to authenticated"
                        + " | SELECT on what will be made in schema athena is granted to authenticated",
                "grant update (school_id) on athena.students to athena_service"
                        + " | athena_service may change athena.students.school_id",
                "alter function athena.uuid_v7() set search_path = ''"
                        + " | athena.uuid_v7() looks for types in the temporary schema first",
                "alter role athena_service createdb | the role athena_service may more than log in",
                "grant somebody to athena_service | athena_service is a member of somebody",
                "alter table athena.guardians owner to athena_service | athena_service owns athena.guardians",
                "alter role authenticator set pgrst.db_schemas = 'public, athena' | the data API exposes the schema athena"
            })
    void whatStandsOpenIsListed(String change, String fault) throws Exception {
        migrate();
        assertThat(list(file("check.sql"))).isEmpty();
        try {
            execute(database, change);
            assertThat(list(file("check.sql"))).contains(fault);
        } finally {
            execute(
                    "postgres",
                    "alter role athena_service nocreatedb; revoke somebody from athena_service;"
                            + " alter role authenticator reset pgrst.db_schemas");
        }
    }

    private void migrate() throws SQLException {
        new Migration(url("owner"), url("athena_service:s")).run();
    }

    private DatabaseUrl url(String user) {
        return DatabaseUrl.parse("URL", "postgres://" + user + "@127.0.0.1:" + postgres.getPort() + "/" + database);
    }

    private static String asOwner(String name) throws IOException {
        return "set role owner; " + file(name);
    }

    private static String file(String name) throws IOException {
        return Files.readString(Path.of("supabase", name));
    }

    private static void execute(String database, String sql) throws SQLException {
        try (Connection connection = postgres.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of the last statement's rows. */
    private List<String> list(String sql) throws SQLException {
        try (Connection connection = postgres.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            boolean rows = statement.execute(sql);
            while (!rows) {
                rows = statement.getMoreResults();
            }
            List<String> first = new ArrayList<>();
            try (ResultSet row = statement.getResultSet()) {
                while (row.next()) {
                    first.add(row.getString(1));
                }
            }
            return first;
        }
    }
}
