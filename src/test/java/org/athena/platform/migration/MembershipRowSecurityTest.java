package org.athena.platform.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.athena.platform.migration.ServiceSession.REFUSED;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.athena.platform.database.Settings;
import org.athena.platform.tenancy.Permission;
import org.athena.platform.tenancy.Role;
import org.athena.testing.Schools;
import org.athena.testing.Schools.School;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who can write which membership with plain SQL, as the restricted role, under the settings of different people. */
class MembershipRowSecurityTest {

    private static final String OWN = " where user_id = athena.current_user_id()";
    private static final String OF = " where school_id = ? and user_id = ?";
    private static final String INSERT =
            "insert into athena.school_memberships (school_id, user_id, roles, status) values (?, ?, array['teacher'], ?)";

    private Schools schools;
    private School school;
    private UUID teacher;

    @BeforeEach
    void twoSchools() {
        schools = Schools.create();
        school = schools.first();
        teacher = school.person("teacher");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "school_id = athena.current_school_id(), roles = '{rector}', status = 'active'",
                "roles = '{rector}'",
                "roles = array_append(roles, 'rector')",
                "roles = roles",
                "status = 'active'",
                "status = 'inactive'",
                "status = 'invited'",
                "is_locked = true",
                "version = version + 1",
                "user_id = athena.uuid_v7()",
                "id = athena.uuid_v7()",
                "accepted_at = now()",
                "created_at = now()"
            })
    void nobodyChangesTheirOwnMembership(String change) throws SQLException {
        String sql = "update athena.school_memberships set " + change + OWN;
        Schools.member(school.id(), schools.superadmin(), "teacher");
        List<Settings> everyone = new ArrayList<>(List.of(
                Settings.onPlatform(schools.superadmin(), school.id()),
                Settings.onPlatform(schools.superadmin(), null)));
        for (UUID person : school.people().values()) {
            everyone.add(Settings.of(person, school.id()));
            everyone.add(Settings.of(person, null));
            everyone.add(Settings.of(person, schools.second().id()));
        }
        for (Settings settings : everyone) {
            try (ServiceSession session = settings.open()) {
                assertThat(session.attempt(sql)).as(settings.toString()).isIn("0", REFUSED);
            }
        }
    }

    @Test
    void anInvitationIsNotOpenedByItsRow() throws SQLException {
        UUID person = Schools.user("invited", "active");
        invite(school.id(), person);
        try (ServiceSession session = Settings.of(person, null).open()) {
            for (String change : List.of("status = 'active'", "status = 'inactive'", "roles = '{rector}'")) {
                assertThat(session.attempt("update athena.school_memberships set " + change + OWN))
                        .as(change)
                        .isIn("0", REFUSED);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void aSchoolsMembershipsAreWrittenByWhoMayManageUsers(Role role) throws SQLException {
        boolean manages = role.permissions().contains(Permission.MANAGE_USERS);
        UUID caller = Schools.user("caller", "active");
        Schools.member(school.id(), caller, role.code());
        try (ServiceSession session = Settings.of(caller, school.id()).open()) {
            assertThat(session.attempt(
                            "update athena.school_memberships set roles = '{secretary}'" + OF, school.id(), teacher))
                    .isEqualTo(manages ? "1" : "0");
            assertThat(session.attempt(
                            "update athena.school_memberships set status = 'inactive'" + OF, school.id(), teacher))
                    .isEqualTo(manages ? "1" : "0");
            assertThat(session.attempt(INSERT, school.id(), stranger(), "invited"))
                    .isEqualTo(manages ? "1" : REFUSED);
        }
    }

    @Test
    void whoNoLongerManagesTheSchoolWritesNothing() throws SQLException {
        UUID rector = school.person("rector");
        refusesAll(schools.second().person("rector"), school.id());
        Schools.change("update athena.schools set is_active = false where id = ?", school.id());
        refusesAll(rector, school.id());
        Schools.change("update athena.schools set is_active = true where id = ?", school.id());
        Schools.change("update athena.users set status = 'inactive' where id = ?", rector);
        refusesAll(rector, school.id());
        Schools.change("update athena.users set status = 'active' where id = ?", rector);
        Schools.change("update athena.school_memberships set is_locked = true" + OF, school.id(), rector);
        refusesAll(rector, school.id());
        Schools.change("update athena.school_memberships set is_locked = false" + OF, school.id(), rector);
        for (String status : List.of("invited", "inactive")) {
            Schools.change("update athena.school_memberships set status = ?" + OF, status, school.id(), rector);
            refusesAll(rector, school.id());
        }
        // The platform flag of somebody whose request does not count as the platform's.
        refusesAll(schools.superadmin(), school.id());
        refusesAll(null, school.id());
        refusesAll(null, null);
    }

    private void refusesAll(UUID user, UUID settings) throws SQLException {
        try (ServiceSession session = Settings.of(user, settings).open()) {
            assertThat(session.attempt(
                            "update athena.school_memberships set roles = '{secretary}'" + OF, school.id(), teacher))
                    .isEqualTo("0");
            assertThat(session.attempt(INSERT, school.id(), stranger(), "invited"))
                    .isEqualTo(REFUSED);
        }
    }

    @Test
    void aSchoolWritesNoMembershipOfAnother() throws SQLException {
        UUID other = schools.second().id();
        try (ServiceSession session =
                Settings.of(school.person("rector"), school.id()).open()) {
            assertThat(session.attempt(
                            "update athena.school_memberships set roles = '{student}'" + OF,
                            other,
                            schools.second().person("teacher")))
                    .isEqualTo("0");
            assertThat(session.attempt(INSERT, other, stranger(), "invited")).isEqualTo(REFUSED);
        }
    }

    @Test
    void thePlatformWritesMembershipsOfEverySchool() throws SQLException {
        try (ServiceSession session =
                Settings.onPlatform(schools.superadmin(), school.id()).open()) {
            for (School one : List.of(school, schools.second())) {
                assertThat(session.attempt(
                                "update athena.school_memberships set roles = '{student}'" + OF,
                                one.id(),
                                one.person("teacher")))
                        .isEqualTo("1");
                assertThat(session.attempt(INSERT, one.id(), stranger(), "invited"))
                        .isEqualTo("1");
            }
            assertThat(session.attempt(INSERT, school.id(), schools.superadmin(), "invited"))
                    .isEqualTo(REFUSED);
        }
    }

    /** For each state, the states into which a school and the platform may bring a membership. */
    @ParameterizedTest
    @ValueSource(strings = {"invited: invited inactive", "active: active inactive", "inactive: inactive invited"})
    void onlyThePersonOpensAMembership(String moves) throws SQLException {
        String from = moves.substring(0, moves.indexOf(':'));
        List<String> allowed = List.of(moves.substring(moves.indexOf(' ') + 1).split(" "));
        Schools.change(
                "update athena.school_memberships set status = ?, accepted_at = now()" + OF,
                from,
                school.id(),
                teacher);
        for (Settings settings : List.of(
                Settings.of(school.person("rector"), school.id()), Settings.onPlatform(schools.superadmin(), null))) {
            try (ServiceSession session = settings.open()) {
                for (String to : List.of("invited", "active", "inactive")) {
                    assertThat(session.attempt(
                                    "update athena.school_memberships set status = ?" + OF, to, school.id(), teacher))
                            .as(from + " to " + to)
                            .isEqualTo(allowed.contains(to) ? "1" : REFUSED);
                }
            }
        }
    }

    @Test
    void aMembershipBeginsAsAnInvitation() throws SQLException {
        for (Settings settings : List.of(
                Settings.of(school.person("rector"), school.id()),
                Settings.onPlatform(schools.superadmin(), school.id()))) {
            try (ServiceSession session = settings.open()) {
                assertThat(session.attempt(INSERT, school.id(), stranger(), "active"))
                        .isEqualTo(REFUSED);
                assertThat(session.attempt(INSERT, school.id(), stranger(), "inactive"))
                        .isEqualTo(REFUSED);
                assertThat(session.attempt(
                                "insert into athena.school_memberships (school_id, user_id, roles, status, accepted_at)"
                                        + " values (?, ?, '{teacher}', 'invited', now())",
                                school.id(),
                                stranger()))
                        .isEqualTo(REFUSED);
                assertThat(session.attempt(INSERT, school.id(), stranger(), "invited"))
                        .isEqualTo("1");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"school_id", "user_id", "id", "accepted_at", "created_at", "updated_at"})
    void whoseItIsWhereAndWhenItWasAcceptedStays(String column) throws SQLException {
        for (Settings settings : List.of(
                Settings.of(school.person("rector"), school.id()), Settings.onPlatform(schools.superadmin(), null))) {
            try (ServiceSession session = settings.open()) {
                assertThat(session.attempt(
                                "update athena.school_memberships set %s = %s".formatted(column, column) + OF,
                                school.id(),
                                teacher))
                        .isEqualTo(REFUSED);
            }
        }
    }

    private static UUID stranger() {
        return Schools.user("stranger", "active");
    }

    private static void invite(UUID school, UUID person) {
        Schools.change(INSERT, school, person, "invited");
    }
}
