package org.athena.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.athena.testing.Api;
import org.athena.testing.CountingProxy;
import org.athena.testing.Installation;
import org.athena.testing.Schools;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** The figures of a home screen are counted for those who may read what they count, by the days of the school. */
@QuarkusTest
@WithTestResource(Installation.class)
class SummaryResourceTest {

    private static final String SUMMARY = "/api/v1/schools/me/summary";

    /** Fourteen hours ahead of UTC: its day is another one than that of the machine most of the time. */
    private static final String ZONE = "Pacific/Kiritimati";

    private static final String STUDENT =
            "insert into athena.students (school_id, document_type, document_number, first_name, last_name, is_active, created_at)"
                    + " values (?, 'CE', ?, 'Ana', 'Ruiz', ?, %s)";

    private static final String TODAY = "(now() at time zone '" + ZONE + "')::date";

    private final Schools schools = Schools.create();
    private final Schools.School school = schools.first();

    @BeforeEach
    void aSchoolFarAway() {
        Schools.change("update athena.schools set time_zone = ? where id = ?", ZONE, school.id());
    }

    private Response as(String role) {
        return read(Api.as(school, role));
    }

    private static Response read(RequestSpecification caller) {
        Response answer = caller.get(SUMMARY);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer;
    }

    /** Midnight of a day of the school, so many days ago. */
    private static String midnight(int daysAgo) {
        return "(" + TODAY + " - " + daysAgo + ")::timestamp at time zone '" + ZONE + "'";
    }

    private static void student(Schools.School of, boolean active, String createdAt) {
        Schools.change(STUDENT.formatted(createdAt), of.id(), "X" + System.nanoTime(), active);
    }

    @Test
    void whoReadsStudentsGetsTheirNumbers() {
        student(school, true, "now()");
        student(school, true, midnight(29));
        student(school, true, midnight(29) + " - interval '1 second'");
        student(school, false, "now()");
        student(schools.second(), true, "now()");
        Schools.change(
                "insert into athena.guardians (school_id, document_type, document_number, full_name) values (?, 'CC', '1', 'Eva')",
                school.id());
        for (String role : List.of("rector", "coordinator", "secretary")) {
            Response summary = as(role);
            assertThat(summary.<Map<String, Integer>>path("students"))
                    .as(role)
                    .isEqualTo(Map.of("active", 3, "recently_added", 2));
            assertThat(summary.<Integer>path("guardians")).isEqualTo(1);
        }
        assertThat(read(Api.as(schools.second(), "rector")).<Integer>path("students.active"))
                .isEqualTo(1);
    }

    @Test
    void whoManagesPeopleGetsThoseOfTheStaff() {
        Schools.member(school.id(), Schools.user("counselor", "active"), "counselor");
        UUID both = Schools.user("both", "active");
        Schools.member(school.id(), both, "teacher");
        Schools.change(
                "update athena.school_memberships set roles = '{acudiente,teacher,coordinator}' where user_id = ?",
                both);
        UUID gone = Schools.user("gone", "active");
        Schools.member(school.id(), gone, "teacher");
        Schools.change("update athena.school_memberships set status = 'inactive' where user_id = ?", gone);
        Response summary = as("rector");
        assertThat(summary.<Integer>path("staff.members")).isEqualTo(6);
        assertThat(summary.<List<String>>path("staff.by_role.role"))
                .containsExactly("rector", "coordinator", "secretary", "counselor", "teacher");
        assertThat(summary.<List<Integer>>path("staff.by_role.members")).containsExactly(1, 2, 1, 1, 2);
    }

    @Test
    void whoManagesPeopleGetsTheInvitationsThatWait() {
        invited("failed", "");
        invited("waiting", "");
        invited("waiting", "");
        invited("sent", ", expires_at = now()");
        // A teacher who was asked whether they are a guardian, and somebody who declined.
        Schools.change(
                "update athena.school_memberships set mail = 'sent', added_roles = '{acudiente}' where user_id = ? and school_id = ?",
                school.person("teacher"),
                school.id());
        invited("sent", ", declined_at = now()");
        Schools.change(
                "update athena.school_memberships set status = 'inactive', mail = null where school_id = ? and declined_at < now()",
                school.id());
        assertThat(as("rector").<Map<String, Integer>>path("invitations"))
                .isEqualTo(Map.of("open", 4, "expired", 1, "mail_waiting", 2, "mail_failed", 1));
        for (String mail : List.of("waiting", "failed")) {
            Response list = Api.as(school, "rector").get("/api/v1/admin/users?mail=" + mail);
            assertThat(list.<Integer>path("total")).isEqualTo(as("rector").path("invitations.mail_" + mail));
        }
    }

    private void invited(String mail, String also) {
        UUID person = Schools.user("invited", "active");
        Schools.member(school.id(), person, "teacher");
        Schools.change(
                "update athena.school_memberships set status = 'invited', accepted_at = null, mail = ?" + also
                        + " where user_id = ?",
                mail,
                person);
    }

    @Test
    void whoEnrollsStudentsGetsTheImportsOfAWeek() {
        imported(10, "now()", false);
        imported(5, midnight(6), false);
        imported(3, "now()", true);
        imported(100, midnight(6) + " - interval '1 second'", false);
        assertThat(as("secretary").<Map<String, Integer>>path("recent_imports"))
                .isEqualTo(Map.of("carried_out", 3, "taken_back", 1, "students", 15));
    }

    private void imported(int students, String at, boolean takenBack) {
        Schools.change(
                "insert into athena.student_imports (school_id, format, file_rows, students, guardians, created_at, taken_back_at)"
                        + " values (?, 'csv', ?, ?, 0, " + at + ", case when ? then now() end)",
                school.id(),
                students,
                students,
                takenBack);
    }

    @Test
    void everybodyGetsTheDayWithItsYearAndPeriod() {
        String day = Schools.text("select " + TODAY + "::text");
        Response none = as("acudiente");
        assertThat(none.<Map<String, Object>>path("")).isEqualTo(Map.of("today", day));
        year("planned", "planning", 0, 9);
        UUID year = year("current", "active", 300, 0);
        year("past", "active", 700, 1);
        period(year, "first", 300, 1);
        UUID period = period(year, "second", 0, 0);
        for (String role : List.of("rector", "secretary", "teacher", "student", "acudiente")) {
            Response summary = as(role);
            assertThat(summary.<String>path("year.id")).as(role).isEqualTo(year.toString());
            assertThat(summary.<String>path("year.name")).isEqualTo("current");
            assertThat(summary.<String>path("year.ends_on")).isEqualTo(day);
            assertThat(summary.<String>path("period.id")).isEqualTo(period.toString());
            assertThat(summary.<String>path("period.starts_on")).isEqualTo(day);
        }
    }

    private UUID year(String name, String status, int from, int to) {
        return UUID.fromString(Schools.text(
                "insert into athena.school_years (school_id, name, status, starts_on, ends_on)"
                        + " values (?, ?, ?, " + TODAY + " - ?, " + TODAY
                        + " + (case when ? = 'past' then -1 else 1 end) * ?)"
                        + " returning id::text",
                school.id(),
                name,
                status,
                from,
                name,
                to));
    }

    private UUID period(UUID year, String name, int from, int to) {
        return UUID.fromString(Schools.text(
                "insert into athena.academic_periods (school_id, school_year_id, name, starts_on, ends_on)"
                        + " values (?, ?, ?, " + TODAY + " - ?, " + TODAY + " - ?) returning id::text",
                school.id(),
                year,
                name,
                from,
                to));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    rector      | today, students, guardians, staff, invitations, recent_imports
                    coordinator | today, students, guardians
                    secretary   | today, students, guardians, recent_imports
                    teacher     | today
                    student     | today
                    acudiente   | today
                    """)
    void whatSomebodyMayNotReadIsAbsent(String role, String figures) {
        assertThat(as(role).<Map<String, Object>>path("")).containsOnlyKeys(figures.split(", "));
    }

    @Test
    void aSuperadminNamesTheSchool() {
        assertThat(read(Api.asSuperadmin(schools, school.id())).<Map<String, Object>>path(""))
                .containsOnlyKeys("today", "students", "guardians", "staff", "invitations", "recent_imports");
        Response unnamed = Api.asSuperadmin(schools, null).get(SUMMARY);
        assertThat(unnamed.statusCode()).isEqualTo(400);
        assertThat(unnamed.<String>path("code")).isEqualTo("tenant.school_required");
    }

    /** Who is it, the settings, one statement, and the end of the transaction. */
    @Test
    void allFiguresTakeOneStatement() {
        IntStream.range(0, 20).forEach(i -> as("rector"));
        int turns = IntStream.range(0, 3)
                .map(i -> {
                    int before = CountingProxy.turns();
                    as("rector");
                    return CountingProxy.turns() - before;
                })
                .min()
                .orElseThrow();
        assertThat(turns).isEqualTo(4);
    }
}
