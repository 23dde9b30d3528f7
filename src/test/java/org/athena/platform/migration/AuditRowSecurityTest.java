package org.athena.platform.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.athena.platform.migration.ServiceSession.REFUSED;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import org.athena.platform.database.Settings;
import org.athena.testing.Schools;
import org.athena.testing.Schools.School;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which lines can be written into the audit log with plain SQL, as the restricted role, under the settings of different people. */
class AuditRowSecurityTest {

    private static final String LINE = """
            insert into athena.audit_log (school_id, actor_id, action, entity_type, request_id)
            values (?, ?, 'read', 'students', ?)""";

    private Schools schools;
    private School school;
    private UUID teacher;

    @BeforeEach
    void twoSchools() {
        schools = Schools.create();
        school = schools.first();
        teacher = school.person("teacher");
    }

    @Test
    void aLineNamesTheCallerAndTheSchoolOfTheRequest() throws SQLException {
        try (ServiceSession session = Settings.of(teacher, school.id()).open()) {
            assertThat(session.attempt(LINE, school.id(), teacher, null)).isEqualTo("1");
            assertThat(session.attempt(LINE, school.id(), school.person("rector"), null))
                    .isEqualTo(REFUSED);
            assertThat(session.attempt(LINE, school.id(), UUID.randomUUID(), null))
                    .isEqualTo(REFUSED);
            assertThat(session.attempt(LINE, school.id(), null, null)).isEqualTo(REFUSED);
            assertThat(session.attempt(LINE, schools.second().id(), teacher, null))
                    .isEqualTo(REFUSED);
            // That is the platform's log.
            assertThat(session.attempt(LINE, null, teacher, null)).isEqualTo(REFUSED);
        }
    }

    @Test
    void outsideASchoolALineNamesThePersonAndNoSchool() throws SQLException {
        try (ServiceSession session = Settings.of(teacher, null).open()) {
            assertThat(session.attempt(LINE, null, teacher, null)).isEqualTo("1");
            assertThat(session.attempt(LINE, null, school.person("rector"), null))
                    .isEqualTo(REFUSED);
            assertThat(session.attempt(LINE, null, null, null)).isEqualTo(REFUSED);
            assertThat(session.attempt(LINE, school.id(), teacher, null)).isEqualTo(REFUSED);
        }
    }

    @Test
    void theSystemsLinesNameNobody() throws SQLException {
        try (ServiceSession session = Settings.of(null, school.id()).open()) {
            assertThat(session.attempt(LINE, school.id(), null, null)).isEqualTo("1");
            assertThat(session.attempt(LINE, school.id(), teacher, null)).isEqualTo(REFUSED);
            assertThat(session.attempt(LINE, schools.second().id(), null, null)).isEqualTo(REFUSED);
            assertThat(session.attempt(LINE, null, null, null)).isEqualTo(REFUSED);
        }
        try (ServiceSession session = Settings.NONE.open()) {
            assertThat(session.attempt(LINE, null, null, null)).isEqualTo(REFUSED);
            assertThat(session.attempt(LINE, school.id(), null, null)).isEqualTo(REFUSED);
        }
    }

    @Test
    void thePlatformWritesIntoTheLogOfEverySchoolAndItsOwnInItsOwnName() throws SQLException {
        UUID superadmin = schools.superadmin();
        try (ServiceSession session =
                Settings.onPlatform(superadmin, school.id()).open()) {
            assertThat(session.attempt(LINE, schools.second().id(), superadmin, null))
                    .isEqualTo("1");
            assertThat(session.attempt(LINE, null, superadmin, null)).isEqualTo("1");
            assertThat(session.attempt(LINE, school.id(), teacher, null)).isEqualTo(REFUSED);
            assertThat(session.attempt(LINE, school.id(), null, null)).isEqualTo(REFUSED);
        }
        try (ServiceSession weak = Settings.of(superadmin, school.id()).open()) {
            assertThat(weak.attempt(LINE, schools.second().id(), superadmin, null))
                    .isEqualTo(REFUSED);
            assertThat(weak.attempt(LINE, null, superadmin, null)).isEqualTo(REFUSED);
        }
    }

    @Test
    void aLineBelongsToTheRequestInWhichItIsWritten() throws SQLException {
        try (ServiceSession session = Settings.of(teacher, school.id()).open()) {
            session.set("athena.request_id", "this-one");
            assertThat(session.attempt(LINE, school.id(), teacher, "this-one")).isEqualTo("1");
            assertThat(session.attempt(LINE, school.id(), teacher, "another")).isEqualTo(REFUSED);
            assertThat(session.attempt(LINE, school.id(), teacher, null)).isEqualTo(REFUSED);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "created_at = now() + interval '9 years'",
                "created_at = now() - interval '9 years'",
                "id = athena.uuid_v7()"
            })
    void whenItWasIsSaidByTheDatabase(String value) throws SQLException {
        String column = value.substring(0, value.indexOf(' '));
        String sql = "insert into athena.audit_log (school_id, actor_id, action, entity_type, " + column
                + ") values (?, ?, 'read', 'students', " + value.substring(value.indexOf('=') + 2) + ")";
        for (Settings settings :
                List.of(Settings.of(teacher, school.id()), Settings.onPlatform(schools.superadmin(), null))) {
            try (ServiceSession session = settings.open()) {
                assertThat(session.attempt(sql, school.id(), settings.user())).isEqualTo(REFUSED);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update athena.audit_log set action = 'x'",
                "update athena.audit_log set created_at = created_at",
                "delete from athena.audit_log",
                "truncate athena.audit_log",
                "truncate athena.audit_log_default",
                "update athena.audit_log_default set action = 'x'",
                "delete from athena.audit_log_default",
                "insert into athena.audit_log_default (action, entity_type) values ('x', 'y')"
            })
    void whatIsWrittenStays(String sql) throws SQLException {
        for (Settings settings : List.of(
                Settings.of(school.person("rector"), school.id()), Settings.onPlatform(schools.superadmin(), null))) {
            try (ServiceSession session = settings.open()) {
                assertThat(session.attempt(sql)).isEqualTo(REFUSED);
            }
        }
    }

    /** What was created, updated or deleted is said by the triggers alone, and nothing that looks like it. */
    @ParameterizedTest
    @ValueSource(
            strings = {"create", "update", "delete", "Update", "DELETE", " update", "update\n", "up date", "", "créate"
            })
    void thatARowChangedIsNotForTheServiceToSay(String action) throws SQLException {
        String sql =
                "insert into athena.audit_log (school_id, actor_id, action, entity_type) values (?, ?, ?, 'students')";
        for (Settings settings :
                List.of(Settings.of(teacher, school.id()), Settings.onPlatform(schools.superadmin(), school.id()))) {
            try (ServiceSession session = settings.open()) {
                assertThat(session.attempt(sql, school.id(), settings.user(), action))
                        .isEqualTo(REFUSED);
                assertThat(session.attempt(sql, school.id(), settings.user(), "export_simat"))
                        .isEqualTo("1");
            }
        }
    }

    /** The triggers write as the owner: on a table of the service's own they would write what the service likes. */
    @ParameterizedTest
    @ValueSource(strings = {"audit_row", "audit_inserts", "touch_row"})
    void noTableOfTheServicesOwnWritesLines(String function) throws SQLException {
        try (ServiceSession session = Settings.of(teacher, school.id()).open()) {
            session.execute("create temporary table students (id uuid, school_id uuid)");
            assertThat(session.attempt(
                            "create trigger audit after insert on pg_temp.students for each row execute function athena."
                                    + function + "()"))
                    .isEqualTo(REFUSED);
        }
    }

    @Test
    void aChangeStillLeavesItsLine() throws SQLException {
        try (ServiceSession session = Settings.of(teacher, school.id()).open()) {
            session.set("athena.request_id", "this-one");
            session.execute("insert into athena.campuses (school_id, name) values ('" + school.id() + "', 'Sede')");
            assertThat(session.text(
                            "select count(*) from athena.audit_log where entity_type = 'campuses' and school_id = ?"
                                    + " and actor_id = ? and request_id = 'this-one' and created_at = now()",
                            school.id(),
                            teacher))
                    .isEqualTo("1");
        }
    }

    @Test
    void aSuperadminsEntryStillLeavesItsLine() throws SQLException {
        try (ServiceSession session = Settings.NONE.open()) {
            assertThat(session.text(
                            "select school_id from athena.enter(?, ?, true, 'this-one', 'GET /')",
                            schools.superadmin(),
                            school.id()))
                    .isEqualTo(school.id().toString());
        }
    }
}
