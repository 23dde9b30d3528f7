package org.athena.platform.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.athena.platform.migration.ServiceSession.REFUSED;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.athena.platform.database.Settings;
import org.athena.testing.Schools;
import org.athena.testing.Schools.School;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the functions that run as the owner do for whom. They see past row level security, so each has to ask by itself who calls.
 */
class AccountFunctionsTest {

    private static final String BEGIN = "select user_id from athena.begin_account(?, ?, 'Nueva Persona')";
    private static final String FINISH = "select athena.finish_account(?)";
    private static final String ABANDON = "select athena.abandon_account(?)";
    private static final String FLAG = "select athena.set_superadmin(?, ?)";
    private static final String RECTORS =
            "select string_agg(s::text, ',') from athena.schools_with_another_rector(?, ?) s";
    private static final String CONFIRMED = "athena.confirmed_account";

    private Schools schools;
    private School school;
    private UUID teacher;
    private String email;

    @BeforeEach
    void twoSchools() {
        schools = Schools.create();
        school = schools.first();
        teacher = school.person("teacher");
        email = UUID.randomUUID() + "@example.org";
    }

    @Test
    void onlyWhoManagesPeopleBeginsFinishesOrAbandonsAnAccount() throws SQLException {
        UUID waiting = waiting();
        for (Settings settings : List.of(
                Settings.of(teacher, school.id()),
                Settings.of(school.person("rector"), null),
                Settings.of(schools.second().person("rector"), school.id()),
                Settings.of(schools.superadmin(), school.id()),
                Settings.of(null, school.id()),
                Settings.NONE)) {
            try (ServiceSession session = settings.open()) {
                confirm(session, waiting, email);
                assertThat(session.text(BEGIN, UUID.randomUUID(), UUID.randomUUID() + "@example.org"))
                        .isEqualTo(REFUSED);
                assertThat(session.text(FINISH, waiting)).isEqualTo(REFUSED);
                assertThat(session.text(ABANDON, waiting)).isEqualTo(REFUSED);
            }
        }
    }

    /** What Supabase said is a setting, as the caller is: no statement can say it. */
    @Test
    void anAccountIsFinishedOnceSupabaseHasIt() throws SQLException {
        UUID waiting = waiting();
        for (Settings settings : List.of(rector(), Settings.onPlatform(schools.superadmin(), null))) {
            try (ServiceSession session = settings.open()) {
                assertThat(session.text(FINISH, waiting)).isEqualTo("f");
                confirm(session, waiting, "another." + email);
                assertThat(session.text(FINISH, waiting)).isEqualTo("f");
                confirm(session, UUID.randomUUID(), email);
                assertThat(session.text(FINISH, waiting)).isEqualTo("f");
                confirm(session, waiting, email.toUpperCase(Locale.ROOT));
                assertThat(session.text(FINISH, waiting)).isEqualTo("t");
                assertThat(session.text(FINISH, waiting)).isEqualTo("f");
            }
        }
    }

    /** The job has a school and no user. */
    @Test
    void theServiceItselfFinishesOnlyWhomTheSchoolHasInvited() throws SQLException {
        UUID waiting = waiting();
        Settings job = Settings.of(null, school.id());
        try (ServiceSession session = job.open()) {
            confirm(session, waiting, email);
            assertThat(session.text(FINISH, waiting)).isEqualTo(REFUSED);
        }
        Schools.change(
                "insert into athena.school_memberships (school_id, user_id, roles, status, mail)"
                        + " values (?, ?, '{teacher}', 'invited', 'waiting')",
                school.id(),
                waiting);
        try (ServiceSession session = Settings.of(null, schools.second().id()).open()) {
            confirm(session, waiting, email);
            assertThat(session.text(FINISH, waiting)).isEqualTo(REFUSED);
        }
        try (ServiceSession session = job.open()) {
            assertThat(session.text(FINISH, waiting)).isEqualTo("f");
            confirm(session, waiting, email);
            assertThat(session.text(FINISH, waiting)).isEqualTo("t");
        }
    }

    @Test
    void nobodyIsSwitchedOnByFinishing() throws SQLException {
        Schools.change("update athena.users set status = 'inactive', email = ? where id = ?", email, teacher);
        try (ServiceSession session = rector().open()) {
            confirm(session, teacher, email);
            assertThat(session.text(FINISH, teacher)).isEqualTo("f");
        }
        assertThat(Schools.text("select status from athena.users where id = ?", teacher))
                .isEqualTo("inactive");
    }

    @Test
    void anEMailFollowsSupabaseAndNotTheCaller() throws SQLException {
        UUID elsewhere = schools.second().person("teacher");
        try (ServiceSession session = rector().open()) {
            assertThat(session.text(BEGIN, elsewhere, email)).isNull();
            confirm(session, teacher, email);
            assertThat(session.text(BEGIN, elsewhere, email)).isNull();
            confirm(session, elsewhere, "another." + email);
            assertThat(session.text(BEGIN, elsewhere, email)).isNull();
            confirm(session, elsewhere, email);
            assertThat(session.text(BEGIN, elsewhere, email)).isEqualTo(elsewhere.toString());
        }
    }

    @Test
    void whoHasAnAccountIsNotAbandoned() throws SQLException {
        UUID member = waiting();
        Schools.change(
                "insert into athena.school_memberships (school_id, user_id, roles, status) values (?, ?, '{teacher}', 'invited')",
                school.id(),
                member);
        try (ServiceSession session =
                Settings.onPlatform(schools.superadmin(), null).open()) {
            for (UUID person : List.of(teacher, member, schools.superadmin())) {
                session.text(ABANDON, person);
            }
            assertThat(session.text(
                            "select count(*) from athena.users where id in (?, ?, ?)",
                            teacher,
                            member,
                            schools.superadmin()))
                    .isEqualTo("3");
        }
    }

    /** Which other school tried to add the person, and under which name, is not this one's to know. */
    @Test
    void theLogOfASchoolDoesNotTellOfAnAccountThatIsAbandoned() throws SQLException {
        UUID waiting = waiting();
        try (ServiceSession session = rector().open()) {
            session.text(ABANDON, waiting);
            assertThat(session.text("select athena.current_school_id()"))
                    .isEqualTo(school.id().toString());
            assertThat(session.text(
                            "select count(*) from athena.audit_log where entity_id = ? and school_id is not null",
                            waiting.toString()))
                    .isEqualTo("0");
            session.set("athena.platform", "on");
            assertThat(session.text(
                            "select count(*) from athena.audit_log where entity_id = ? and action = 'delete'",
                            waiting.toString()))
                    .isEqualTo("1");
        }
    }

    @Test
    void onlyAnotherSuperadminOnThePlatformSetsThePlatformFlag() throws SQLException {
        UUID superadmin = schools.superadmin();
        UUID second = Schools.create().superadmin();
        for (Settings settings : List.of(
                Settings.of(teacher, school.id()),
                rector(),
                Settings.of(superadmin, school.id()),
                Settings.onPlatform(teacher, school.id()),
                Settings.onPlatform(new UUID(0, 0), null),
                Settings.NONE)) {
            try (ServiceSession session = settings.open()) {
                assertThat(session.text(FLAG, teacher, true)).isEqualTo(REFUSED);
                assertThat(session.text(FLAG, second, false)).isEqualTo(REFUSED);
            }
        }
        try (ServiceSession platform = Settings.onPlatform(superadmin, null).open()) {
            assertThat(platform.text(FLAG, superadmin, false)).isEqualTo(REFUSED);
            assertThat(platform.text(FLAG, teacher, true)).isEmpty();
            assertThat(platform.text(FLAG, second, false)).isEmpty();
        }
    }

    /** In an installation that is new, or has lost its superadmins. */
    @Test
    void theFirstSuperadminIsMadeOnThePlatformAlone() throws SQLException {
        for (UUID person : new UUID[] {teacher, school.person("rector"), null}) {
            try (ServiceSession session = ServiceSession.withoutSuperadmins(Settings.of(person, school.id()))) {
                assertThat(session.text(FLAG, teacher, true)).isEqualTo(REFUSED);
            }
        }
        try (ServiceSession command = ServiceSession.withoutSuperadmins(Settings.onPlatform(new UUID(0, 0), null))) {
            assertThat(command.text(FLAG, teacher, true)).isEmpty();
            assertThat(command.text(FLAG, school.person("rector"), true)).isEqualTo(REFUSED);
        }
    }

    @Test
    void whoseAccountIsTheSchoolsIsToldToWhoManagesIt() throws SQLException {
        String own = "select athena.is_own_account(?)";
        for (Settings settings : List.of(
                Settings.of(teacher, school.id()), Settings.of(schools.second().person("rector"), school.id()))) {
            try (ServiceSession session = settings.open()) {
                assertThat(session.text(own, school.person("student"))).isEqualTo("f");
            }
        }
        try (ServiceSession session = rector().open()) {
            assertThat(session.text(own, school.person("student"))).isEqualTo("t");
            assertThat(session.text(own, schools.second().person("student"))).isEqualTo("f");
        }
    }

    /** What another school does without the person's yes takes nothing from their own. */
    @Test
    void anInvitationOfAnotherSchoolLeavesTheAccountWithItsOwn() throws SQLException {
        String own = "select athena.is_own_account(?)";
        UUID student = school.person("student");
        Schools.change(
                "insert into athena.school_memberships (school_id, user_id, roles, status)"
                        + " values (?, ?, '{student}', 'invited')",
                schools.second().id(),
                student);
        try (ServiceSession session = rector().open()) {
            assertThat(session.text(own, student)).isEqualTo("t");
        }
        Schools.change(
                "update athena.school_memberships set status = 'active' where school_id = ? and user_id = ?",
                schools.second().id(),
                student);
        try (ServiceSession session = rector().open()) {
            assertThat(session.text(own, student)).isEqualTo("f");
        }
    }

    @Test
    void whichSchoolsHaveARectorIsToldToThemAndToThePlatform() throws SQLException {
        UUID[] both = {school.id(), schools.second().id()};
        UUID nobody = UUID.randomUUID();
        try (ServiceSession session = Settings.of(teacher, school.id()).open()) {
            assertThat(session.text(RECTORS, both, nobody)).isNull();
        }
        try (ServiceSession session = rector().open()) {
            assertThat(session.text(RECTORS, both, nobody))
                    .isEqualTo(school.id().toString());
            assertThat(session.text(RECTORS, both, school.person("rector"))).isNull();
        }
        try (ServiceSession session =
                Settings.onPlatform(schools.superadmin(), null).open()) {
            assertThat(session.text(RECTORS, both, nobody)).contains(both[0].toString(), both[1].toString());
            assertThat(session.text(RECTORS, both, school.person("rector"))).isEqualTo(both[1].toString());
        }
    }

    private Settings rector() {
        return Settings.of(school.person("rector"), school.id());
    }

    private static void confirm(ServiceSession session, UUID account, String email) throws SQLException {
        session.set(CONFIRMED, account + " " + email);
    }

    private UUID waiting() {
        UUID waiting = Schools.user("waiting", "pending");
        Schools.change("update athena.users set email = ? where id = ?", email, waiting);
        return waiting;
    }
}
