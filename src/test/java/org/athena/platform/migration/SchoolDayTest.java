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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which day it is in a school, as the restricted role asks for it. In the two zones of the tests it is never the same one. */
class SchoolDayTest {

    private static final String EAST = "Pacific/Kiritimati";
    private static final String WEST = "Pacific/Pago_Pago";

    private School school;

    @BeforeEach
    void aSchool() {
        school = Schools.create().first();
    }

    @ParameterizedTest
    @ValueSource(strings = {EAST, WEST, "America/Bogota"})
    void itIsTheDayOfTheSchoolsZone(String zone) throws SQLException {
        in(zone);
        try (ServiceSession session = Settings.of(null, school.id()).open()) {
            session.execute("set local timezone = 'Asia/Tokyo'");
            assertThat(session.text("select (athena.today() = (now() at time zone ?)::date)::text", zone))
                    .isEqualTo("true");
        }
    }

    @Test
    void aNewSchoolAndWhoIsInNoneHaveTheDayOfColombia() throws SQLException {
        for (UUID id : new UUID[] {school.id(), null}) {
            try (ServiceSession session = Settings.of(null, id).open()) {
                assertThat(session.text("select (athena.today() = (now() at time zone 'America/Bogota')::date)::text"))
                        .isEqualTo("true");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mars/Base",
                "FOO5",
                "+05",
                "-05:00",
                "COT",
                "america/bogota",
                "posix/America/Bogota",
                "localtime",
                ""
            })
    void aSchoolIsInAKnownZone(String zone) throws SQLException {
        try (ServiceSession session =
                Settings.onPlatform(school.person("rector"), school.id()).open()) {
            String sql = "update athena.schools set time_zone = ? where id = ?";
            assertThat(session.attempt(sql, zone, school.id())).isEqualTo("23514");
            assertThat(session.attempt(sql, "America/Port-au-Prince", school.id()))
                    .isEqualTo("1");
        }
    }

    /** The only day of a restriction is today in one zone, and past or to come in the other. */
    @ParameterizedTest
    @CsvSource({EAST + "," + EAST + ",0", EAST + "," + WEST + ",1", WEST + "," + WEST + ",0", WEST + "," + EAST + ",1"})
    void aRestrictionIsInForceOnTheSchoolsDays(String zoneOfTheDay, String zoneOfTheSchool, String own)
            throws SQLException {
        in(zoneOfTheSchool);
        UUID guardian = school.person("acudiente");
        Schools.change(
                "with s as (insert into athena.students (school_id, document_type, document_number, first_name, last_name)"
                        + "   values (?, 'TI', '1', 'Ana', 'Ruiz') returning school_id, id),"
                        + " g as (insert into athena.guardians (school_id, user_id, document_type, document_number, full_name)"
                        + "   select school_id, ?, 'CC', '2', 'Eva Ruiz' from s returning id)"
                        + " insert into athena.student_guardians (school_id, student_id, guardian_id, relationship, portal_access,"
                        + "   restriction, restriction_from, restriction_to)"
                        + " select s.school_id, s.id, g.id, 'madre', true, 'x', d.day, d.day"
                        + "   from s, g, (select (now() at time zone ?)::date as day) d",
                school.id(),
                guardian,
                zoneOfTheDay);
        try (ServiceSession session = Settings.of(guardian, school.id()).open()) {
            assertThat(session.text("select count(*) from athena.own_students where reach = 'guardian'"))
                    .isEqualTo(own);
        }
    }

    private void in(String zone) {
        Schools.change("update athena.schools set time_zone = ? where id = ?", zone, school.id());
    }
}
