package org.athena.platform.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import org.athena.platform.database.DatabaseUrl;
import org.athena.testing.CountingProxy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** A database that somebody worked on by hand, each time a copy of one that was migrated a moment ago. */
class ServiceRoleTest {

    private static EmbeddedPostgres postgres;
    private static int copies;

    @BeforeAll
    static void start() throws Exception {
        postgres = EmbeddedPostgres.builder().setLocaleConfig("locale", "C").start();
        new Migration(url("postgres", "postgres"), url("athena_service:s", "postgres")).run();
        execute("postgres", """
                create role bypass bypassrls; create role super superuser; create role maker createrole;
                create role keeper; create role plain; create role between_us; grant bypass to between_us""");
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    /** Roles belong to all databases. */
    @AfterEach
    void theRoleIsRestrictedAgain() throws SQLException {
        execute("postgres", """
                alter role athena_service nosuperuser nobypassrls nocreaterole noreplication inherit;
                revoke bypass, super, maker, keeper, plain, between_us, pg_read_all_data, pg_write_all_data,
                       pg_read_server_files, pg_write_server_files, pg_execute_server_program, pg_monitor from athena_service""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1",
                "grant plain to athena_service",
                "grant pg_monitor to athena_service",
                "create policy narrower on athena.students as restrictive for select using (is_active)",
                "create view athena.mine with (security_invoker = on) as select * from athena.students;"
                        + " grant select on athena.mine to athena_service",
                "create view athena.hidden as select * from athena.students",
                "create table public.other (id int); grant select on public.other to athena_service"
            })
    void whatOpensNothingIsServedWith(String change) throws SQLException {
        assertThat(fault(change)).isEqualTo("none");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "superuser | the role is superuser or BYPASSRLS, so schools are not kept apart",
                "bypassrls | the role is superuser or BYPASSRLS, so schools are not kept apart",
                "createrole | the role may make roles or replicate, and so reach every row",
                "replication | the role may make roles or replicate, and so reach every row"
            })
    void aRoleThatMayMoreThanLogInIsRefused(String attribute, String fault) throws SQLException {
        assertThat(faultOfRole("alter role athena_service " + attribute)).isEqualTo("DATABASE_URL: " + fault);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bypass",
                "super",
                "maker",
                "pg_read_all_data",
                "pg_write_all_data",
                "pg_read_server_files",
                "pg_write_server_files",
                "pg_execute_server_program"
            })
    void aMemberOfARoleThatReachesEveryRowIsRefused(String role) throws SQLException {
        String fault = "DATABASE_URL: the role is a member of " + role + ", by which it may reach every row";
        assertThat(faultOfRole("grant " + role + " to athena_service")).isEqualTo(fault);
        assertThat(faultOfRole("grant " + role + " to athena_service with inherit false"))
                .isEqualTo(fault);
        assertThat(faultOfRole("alter role athena_service noinherit")).isEqualTo(fault);
    }

    @Test
    void aMembershipInBetweenHidesNothing() throws SQLException {
        assertThat(faultOfRole("grant between_us to athena_service"))
                .isEqualTo("DATABASE_URL: the role is a member of bypass, by which it may reach every row");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table athena.guardians owner to athena_service",
                "alter table athena.guardians owner to keeper; grant keeper to athena_service",
                "alter table athena.guardians owner to keeper; grant keeper to athena_service with inherit false",
                "alter function athena.on_platform() owner to athena_service",
                "alter view athena.own_students owner to athena_service",
                "alter schema athena_migration owner to athena_service"
            })
    void anOwnerIsRefused(String change) throws SQLException {
        assertThat(fault(change)).isEqualTo("DATABASE_URL: the role owns the tables; serve as the restricted role");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alter table athena.students disable row level security"
                        + " | row level security is not forced on athena.students",
                "alter table athena.students no force row level security"
                        + " | row level security is not forced on athena.students",
                "alter table athena.audit_log_default disable row level security"
                        + " | row level security is not forced on athena.audit_log_default",
                "create table athena.bare (id int)"
                        + " | no policy guards athena.bare, row level security is not forced on athena.bare",
                "drop policy p_select on athena.schools; drop policy p_insert on athena.schools;"
                        + " drop policy p_update on athena.schools | no policy guards athena.schools",
                "create policy everybody on athena.students for select using (school_id is not null)"
                        + " | policies add up on athena.students",
                "create policy everybody on athena.students using (school_id is not null)"
                        + " | policies add up on athena.students",
                "alter policy p_select on athena.students using (true)"
                        + " | a policy does not look at the rows of athena.students",
                "alter policy p_insert on athena.students with check (true)"
                        + " | a policy does not look at the rows of athena.students",
                "create view athena.all_of_them as select * from athena.students;"
                        + " grant select on athena.all_of_them to athena_service"
                        + " | athena.all_of_them is not read with the rights of who reads it",
                "create materialized view athena.all_of_them as select * from athena.students;"
                        + " grant select (school_id) on athena.all_of_them to athena_service"
                        + " | athena.all_of_them is not read with the rights of who reads it"
            })
    void aTableThatRowLevelSecurityDoesNotGuardIsNamed(String change, String fault) throws SQLException {
        assertThat(fault(change)).isEqualTo("DATABASE_URL: " + fault + ": schools are not kept apart");
    }

    @Test
    void manyGapsAreToldByTheFirstThree() throws SQLException {
        assertThat(fault("""
                do $$ declare t regclass; begin
                  for t in select oid::regclass from pg_class where relnamespace = 'athena'::regnamespace and relkind = 'r' loop
                    execute format('alter table %s disable row level security', t);
                  end loop;
                end $$""")).contains("athena.academic_areas").hasSizeLessThan(300);
    }

    @Test
    void anEmptyDatabaseIsToBeMigratedFirst() throws SQLException {
        execute("postgres", "create database empty");
        try (AgroalDataSource pool = pool(url("athena_service:s", "empty"))) {
            assertThat(new ServiceRole(pool).fault())
                    .contains("DATABASE_URL: the database is not migrated; run the migrate command first");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update athena_migration.flyway_schema_history set success = false where version ="
                        + " (select max(version) from athena_migration.flyway_schema_history)"
                        + " | run its migrate command first",
                "insert into athena_migration.flyway_schema_history (installed_rank, version, description, type, script,"
                        + " installed_by, execution_time, success) values (9999, '9999', 'x', 'SQL', 'x', 'x', 1, true)"
                        + " | the schema is at version 9999"
            })
    void aSchemaOfAnotherVersionIsRefused(String change, String fault) throws SQLException {
        assertThat(fault(change))
                .startsWith("DATABASE_URL: the schema is at version ")
                .contains(fault);
    }

    /** A start waits for them; the role and row level security are asked in one, the schema's version in another. */
    @Test
    void itTakesTwoTurnsOfOneConnection() throws SQLException {
        CountingProxy proxy = new CountingProxy();
        DatabaseUrl counted = DatabaseUrl.parse("URL", proxy.start().get("DATABASE_URL"));
        try (AgroalDataSource pool = pool(counted)) {
            pool.getConnection().close();
            int before = CountingProxy.turns();
            assertThat(new ServiceRole(pool).fault()).isEmpty();
            assertThat(CountingProxy.turns() - before).isEqualTo(2);
            assertThat(pool.getMetrics().creationCount()).isEqualTo(1);
        } finally {
            proxy.stop();
        }
    }

    /** In a copy to which that was done. */
    private static String fault(String change) throws SQLException {
        String copy = "copy_" + ++copies;
        execute("postgres", "create database " + copy + " template postgres");
        execute(copy, change);
        return faultIn(copy);
    }

    /** No copy has roles of its own. */
    private static String faultOfRole(String change) throws SQLException {
        execute("postgres", change);
        return faultIn("postgres");
    }

    private static String faultIn(String database) throws SQLException {
        try (AgroalDataSource pool = pool(url("athena_service:s", database))) {
            return new ServiceRole(pool).fault().orElse("none");
        }
    }

    private static AgroalDataSource pool(DatabaseUrl url) throws SQLException {
        return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .metricsEnabled(true)
                .connectionPoolConfiguration(pool -> pool.maxSize(1)
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(url.jdbcUrl())
                                .principal(new NamePrincipal(url.user()))
                                .credential(new SimplePassword(url.password())))));
    }

    private static DatabaseUrl url(String user, String database) {
        return DatabaseUrl.parse("URL", "postgres://" + user + "@127.0.0.1:" + postgres.getPort() + "/" + database);
    }

    private static void execute(String database, String sql) throws SQLException {
        try (Connection connection = postgres.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
