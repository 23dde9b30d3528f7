package org.athena.platform.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.athena.platform.migration.ServiceSession.REFUSED;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.assertj.core.api.SoftAssertions;
import org.athena.platform.database.Settings;
import org.athena.testing.DatabaseResource;
import org.athena.testing.Schools;
import org.athena.testing.Schools.School;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What one school can do to the rows of another, in every table of the catalog, as the restricted role and in plain SQL. */
class EveryTableTest {

    private static final String COLUMNS = """
            select a.attname from pg_attribute a
             where a.attrelid = ('athena.' || ?)::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
             order by a.attnum""";

    private static Connection owner;
    private static Schools schools;
    private static CatalogRows ours;
    private static CatalogRows theirs;

    @BeforeAll
    static void aRowOfEveryTableInTwoSchools() throws SQLException {
        owner = DatabaseResource.owner();
        schools = Schools.create();
        ours = new CatalogRows(owner, schools.first());
        theirs = new CatalogRows(owner, schools.second());
    }

    @AfterAll
    static void close() throws SQLException {
        owner.close();
    }

    static List<String> tables() throws SQLException {
        return CatalogRows.tables(owner);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aSchoolSeesItsOwnRowAndNotTheOthers(String table) throws SQLException {
        try (ServiceSession session = rector(schools.first()).open()) {
            assertThat(session.text(count(table, ours.where(table))))
                    .isNotEqualTo("0")
                    .matches("\\d+");
            assertThat(session.text(count(table, theirs.where(table)))).isEqualTo("0");
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void anotherSchoolsRowsAreNeitherAddedNorChangedNorDeleted(String table) throws SQLException {
        try (ServiceSession session = rector(schools.first()).open()) {
            assertThat(session.attempt(theirs.insert(table))).isEqualTo(REFUSED);
            assertThat(session.attempt("delete from athena." + table + " where " + theirs.where(table)))
                    .isIn("0", REFUSED);
            SoftAssertions every = new SoftAssertions();
            for (String column : columns(table)) {
                every.assertThat(session.attempt(update(table, column, column) + " where " + theirs.where(table)))
                        .as(column)
                        .isIn("0", REFUSED);
            }
            every.assertAll();
        }
    }

    /** Not by a superadmin either. */
    @ParameterizedTest
    @MethodSource("tables")
    void aRowStaysInItsSchoolAndKeepsItsIdAndItsFirstDay(String table) throws SQLException {
        String other = "'" + schools.second().id() + "'";
        for (Settings settings : List.of(
                rector(schools.first()),
                Settings.onPlatform(schools.superadmin(), schools.first().id()))) {
            try (ServiceSession session = settings.open()) {
                for (String column : columns(table)) {
                    if (List.of("school_id", "id", "created_at").contains(column)) {
                        String value = column.equals("school_id") ? other : column;
                        assertThat(session.attempt(update(table, column, value) + " where " + ours.where(table)))
                                .as(column)
                                .isEqualTo(REFUSED);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void withoutSettingsNothingIsSeenOrWritten(String table) throws SQLException {
        try (ServiceSession session = Settings.NONE.open()) {
            assertThat(session.text(count(table, "true"))).isEqualTo("0");
            assertThat(session.attempt(ours.insert(table))).isEqualTo(REFUSED);
            assertThat(session.attempt("delete from athena." + table)).isIn("0", REFUSED);
            SoftAssertions every = new SoftAssertions();
            for (String column : columns(table)) {
                every.assertThat(session.attempt(update(table, column, column)))
                        .as(column)
                        .isIn("0", REFUSED);
            }
            every.assertAll();
        }
    }

    /** The same statements reach the school's own rows; otherwise the tests above would show nothing. */
    @Test
    void aSchoolWritesItsOwnRowsButForThoseOfPeopleSchoolsImportsAndTheLog() throws SQLException {
        List<String> notAdded = new ArrayList<>();
        List<String> notChanged = new ArrayList<>();
        try (ServiceSession session = rector(schools.first()).open()) {
            for (String table : tables()) {
                // Another row like the one that is there may break a unique constraint, past all policies.
                if (!List.of("1", "23505").contains(session.attempt(ours.insert(table)))) {
                    notAdded.add(table);
                }
                boolean changed = false;
                for (String column : columns(table)) {
                    String rows = session.attempt(update(table, column, column) + " where " + ours.where(table));
                    changed |= !rows.equals("0") && !rows.equals(REFUSED);
                }
                if (!changed) {
                    notChanged.add(table);
                }
            }
        }
        assertThat(notAdded).containsExactly("audit_log", "school_memberships", "schools", "users");
        assertThat(notChanged).containsExactly("audit_log", "schools", "student_imports");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void whenARowWasMadeIsNotForTheServiceToSay(String table) throws SQLException {
        try (ServiceSession session = rector(schools.first()).open()) {
            assertThat(session.attempt(ours.insert(table, "created_at", "now() + interval '9 years'")))
                    .isEqualTo(REFUSED);
        }
    }

    private static Settings rector(School school) {
        return Settings.of(school.person("rector"), school.id());
    }

    private static String count(String table, String where) {
        return "select count(*) from athena." + table + " where " + where;
    }

    private static String update(String table, String column, String value) {
        return "update athena." + table + " set " + column + " = " + value;
    }

    private static List<String> columns(String table) throws SQLException {
        return CatalogRows.column(owner, COLUMNS, table);
    }
}
