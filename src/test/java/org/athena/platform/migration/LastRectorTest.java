package org.athena.platform.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.UUID;

import org.athena.platform.database.Settings;
import org.athena.testing.Schools;
import org.athena.testing.Schools.School;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A school keeps an active rector, whatever SQL the platform's settings run. Under a rector's settings it does so anyway: nobody
 * changes their own membership.
 */
class LastRectorTest {

    private static final String OFF = "update athena.users set status = 'inactive' where id = ?";

    private Schools schools;
    private School school;

    @BeforeEach
    void twoSchools() {
        schools = Schools.create();
        school = schools.first();
    }

    @ParameterizedTest
    @ValueSource(strings = {"roles = '{teacher}'", "status = 'inactive'", "is_locked = true"})
    void theLastRectorStays(String change) throws SQLException {
        String sql =
                "update athena.school_memberships set " + change + " where school_id = ? and 'rector' = any (roles)";
        try (ServiceSession platform =
                Settings.onPlatform(schools.superadmin(), null).open()) {
            assertThat(platform.attempt(sql, school.id())).isEqualTo("23514");
        }
        UUID second = Schools.user("rector", "active");
        Schools.member(school.id(), second, "rector");
        try (ServiceSession platform =
                Settings.onPlatform(schools.superadmin(), null).open()) {
            assertThat(platform.attempt(sql, school.id())).isEqualTo("23514");
            assertThat(platform.attempt(sql + " and user_id = ?", school.id(), second))
                    .isEqualTo("1");
            assertThat(platform.attempt(sql, school.id())).isEqualTo("23514");
        }
        Schools.change("update athena.users set status = 'inactive' where id = ?", second);
        try (ServiceSession platform =
                Settings.onPlatform(schools.superadmin(), null).open()) {
            assertThat(platform.attempt(sql + " and user_id <> ?", school.id(), second))
                    .isEqualTo("23514");
        }
    }

    /** In whichever school it is: the account of a rector ends what the person is there. */
    @Test
    void theLastRectorIsNotSwitchedOff() throws SQLException {
        UUID rector = school.person("rector");
        try (ServiceSession session =
                Settings.onPlatform(schools.superadmin(), null).open()) {
            assertThat(session.attempt(OFF, rector)).isEqualTo("23514");
        }
        Schools.member(school.id(), Schools.user("rector", "active"), "rector");
        Schools.member(schools.second().id(), rector, "teacher");
        try (ServiceSession session =
                Settings.onPlatform(schools.superadmin(), null).open()) {
            assertThat(session.attempt(OFF, rector)).isEqualTo("1");
        }
    }
}
