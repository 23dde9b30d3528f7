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

/** Who can write what of which person with plain SQL, as the restricted role, under the settings of different people. */
class UserRowSecurityTest {

    private static final String NAME = "full_name = 'Eva Otra'";
    private static final String E_MAIL = "email = 'eva.' || id || '@example.org'";
    private static final String OFF = "status = 'inactive'";

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
    void everybodyChangesTheirOwnNameAndNothingElse() throws SQLException {
        UUID superadmin = schools.superadmin();
        for (Settings settings : List.of(
                Settings.of(teacher, school.id()),
                Settings.of(teacher, null),
                rector(),
                Settings.of(school.person("rector"), null),
                Settings.onPlatform(superadmin, school.id()),
                Settings.onPlatform(superadmin, null),
                Settings.of(superadmin, null))) {
            UUID person = settings.user();
            try (ServiceSession session = settings.open()) {
                assertThat(change(session, person, NAME + ", version = version + 1"))
                        .isEqualTo("1");
                // As Hibernate writes it, with all that has not changed.
                assertThat(change(session, person, NAME + ", email = email, status = status"))
                        .isEqualTo("1");
                assertThat(change(session, person, E_MAIL)).isEqualTo(REFUSED);
                assertThat(change(session, person, OFF)).isEqualTo(REFUSED);
                assertThat(change(session, person, "status = 'pending'")).isEqualTo(REFUSED);
            }
        }
    }

    @Test
    void aTeacherChangesNobodyElse() throws SQLException {
        try (ServiceSession session = Settings.of(teacher, school.id()).open()) {
            for (UUID other : List.of(
                    school.person("rector"), school.person("student"), schools.superadmin(), stranger("active"))) {
                for (String change : List.of(NAME, E_MAIL, OFF, "version = 7")) {
                    assertThat(change(session, other, change)).as(change).isEqualTo("0");
                }
            }
        }
    }

    /** An e-mail is its owner's, who changes it at Supabase, or the platform's to write (docs/decisions/e-mails-follow-supabase.md). */
    @Test
    void aSchoolChangesTheNameOfPeopleWhoAreActiveThereAlone() throws SQLException {
        try (ServiceSession session = rector().open()) {
            assertThat(change(session, teacher, NAME)).isEqualTo("1");
            assertThat(change(session, teacher, NAME + ", status = status, email = email"))
                    .isEqualTo("1");
            assertThat(change(session, teacher, OFF)).isEqualTo(REFUSED);
            assertThat(change(session, teacher, E_MAIL)).isEqualTo(REFUSED);
            assertThat(change(session, teacher, "status = 'pending'")).isEqualTo(REFUSED);
        }
        Schools.change("update athena.users set status = 'inactive' where id = ?", teacher);
        try (ServiceSession session = rector().open()) {
            assertThat(change(session, teacher, "status = 'active'")).isEqualTo(REFUSED);
        }
    }

    /** A lock counts for its school alone, and keeps out whom no other school has. */
    @Test
    void whomASchoolHasLockedSignsInForAnotherAlone() throws SQLException {
        lock(school.id());
        assertThat(entered()).isEqualTo("locked[]");
        member(schools.second().id(), teacher, "invited");
        assertThat(entered()).isEqualTo("active[]");
        Schools.change(
                "update athena.school_memberships set status = 'active' where school_id = ? and user_id = ?",
                schools.second().id(),
                teacher);
        assertThat(entered()).isEqualTo("active[" + schools.second().id() + "]");
        lock(schools.second().id());
        assertThat(entered()).isEqualTo("locked[]");
        // A school locks no superadmin out of the platform.
        Schools.change("update athena.users set is_superadmin = true where id = ?", teacher);
        assertThat(entered()).isEqualTo("active[]");
        Schools.change("update athena.users set status = 'inactive' where id = ?", teacher);
        assertThat(entered()).isEqualTo("inactive[]");
    }

    private void lock(UUID by) {
        Schools.change(
                "update athena.school_memberships set is_locked = true where school_id = ? and user_id = ?",
                by,
                teacher);
    }

    private String entered() throws SQLException {
        try (ServiceSession session = Settings.NONE.open()) {
            String may = session.text("select athena.is_active_user(?)", teacher);
            String caller = session.text(
                    "select status || '[' || coalesce((select string_agg(m ->> 'school_id', ',')"
                            + " from jsonb_array_elements(memberships) m), '') || ']'"
                            + " from athena.enter(?, null, false, 'test', 'test')",
                    teacher);
            assertThat(may).isEqualTo(caller.startsWith("active") ? "t" : "f");
            return caller;
        }
    }

    @Test
    void peopleWhoHaveNotAcceptedAreElsewhereTooOrAreThePlatformsAreNotTheSchools() throws SQLException {
        UUID invited = stranger("active");
        member(school.id(), invited, "invited");
        UUID removed = stranger("active");
        member(school.id(), removed, "inactive");
        UUID both = stranger("active");
        member(school.id(), both, "active");
        member(schools.second().id(), both, "active");
        member(school.id(), schools.superadmin(), "active");
        try (ServiceSession session = rector().open()) {
            for (UUID person : List.of(
                    invited,
                    removed,
                    both,
                    schools.superadmin(),
                    stranger("active"),
                    schools.second().person("teacher"))) {
                for (String change : List.of(NAME, E_MAIL, OFF, "version = 7")) {
                    assertThat(change(session, person, change)).as(change).isEqualTo("0");
                }
            }
        }
    }

    @Test
    void whoNoLongerManagesTheSchoolChangesNobody() throws SQLException {
        for (Settings settings : List.of(
                Settings.of(schools.second().person("rector"), school.id()),
                Settings.of(schools.superadmin(), school.id()),
                Settings.of(null, school.id()),
                Settings.NONE)) {
            try (ServiceSession session = settings.open()) {
                assertThat(change(session, teacher, NAME)).isEqualTo("0");
            }
        }
    }

    @Test
    void thePlatformChangesEverybody() throws SQLException {
        UUID alone = stranger("active");
        try (ServiceSession session =
                Settings.onPlatform(schools.superadmin(), null).open()) {
            for (UUID person : List.of(teacher, schools.second().person("teacher"), alone)) {
                for (String change : List.of(NAME, E_MAIL, OFF)) {
                    assertThat(change(session, person, change)).as(change).isEqualTo("1");
                }
            }
        }
    }

    @Test
    void anAccountBecomesActiveByItsFunctionsAlone() throws SQLException {
        UUID waiting = stranger("pending");
        member(school.id(), waiting, "active");
        for (Settings settings : List.of(Settings.onPlatform(schools.superadmin(), null), rector())) {
            try (ServiceSession session = settings.open()) {
                assertThat(change(session, waiting, "status = 'active'")).isEqualTo(REFUSED);
                assertThat(change(session, teacher, "status = 'pending'")).isEqualTo(REFUSED);
            }
        }
    }

    @Test
    void aSuperadminIsNotSwitchedOff() throws SQLException {
        UUID other = Schools.create().superadmin();
        try (ServiceSession session =
                Settings.onPlatform(schools.superadmin(), null).open()) {
            assertThat(change(session, other, OFF)).isEqualTo(REFUSED);
            assertThat(change(session, other, NAME)).isEqualTo("1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"is_superadmin", "id", "created_at", "updated_at"})
    void whatIsNobodysToWriteIsRefused(String column) throws SQLException {
        for (Settings settings : List.of(
                Settings.of(teacher, school.id()),
                rector(),
                Settings.onPlatform(schools.superadmin(), null),
                Settings.NONE)) {
            try (ServiceSession session = settings.open()) {
                assertThat(change(session, teacher, column + " = " + column)).isEqualTo(REFUSED);
            }
        }
    }

    @Test
    void peopleComeAndGoByFunctionsAlone() throws SQLException {
        UUID waiting = stranger("pending");
        for (Settings settings : List.of(
                Settings.of(teacher, school.id()),
                rector(),
                Settings.onPlatform(schools.superadmin(), null),
                Settings.NONE)) {
            try (ServiceSession session = settings.open()) {
                assertThat(session.attempt(
                                "insert into athena.users (id, email, full_name) values (?, 'nueva@example.org', 'Eva')",
                                UUID.randomUUID()))
                        .isEqualTo(REFUSED);
                assertThat(session.attempt("delete from athena.users where id = ?", waiting))
                        .isEqualTo(REFUSED);
            }
        }
    }

    private Settings rector() {
        return Settings.of(school.person("rector"), school.id());
    }

    private static String change(ServiceSession session, UUID person, String change) throws SQLException {
        return session.attempt("update athena.users set " + change + " where id = ?", person);
    }

    private static UUID stranger(String status) {
        return Schools.user("stranger", status);
    }

    private static void member(UUID school, UUID person, String status) {
        Schools.change(
                "insert into athena.school_memberships (school_id, user_id, roles, status) values (?, ?, '{teacher}', ?)",
                school,
                person,
                status);
    }
}
