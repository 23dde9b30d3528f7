package org.athena.person;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.athena.testing.Api;
import org.athena.testing.ManagementPort;
import org.athena.testing.Schools;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import io.restassured.RestAssured;
import io.restassured.response.Response;

/** What the tests of guardians' invitations share: a section with a child, and the ways to add guardians and to invite them. */
abstract class SectionGuardians extends People {

    static final String INVITE = PATH + "/guardian-invitations";

    UUID school;
    UUID section;
    UUID year;
    UUID grade;
    UUID child;
    private int number;

    @BeforeEach
    void aSection() {
        supabase.mailLimits(Duration.ZERO, 1000, Duration.ofHours(1));
        school = schools.first().id();
        year = row(
                "insert into athena.school_years (school_id, name, starts_on, ends_on, status)"
                        + " values (?, '2026', '2026-01-15', '2026-12-30', 'active') returning id::text",
                school);
        grade = row(
                "insert into athena.grade_levels (school_id, code, name) values (?, '6', 'Sexto') returning id::text",
                school);
        section = row(
                "insert into athena.class_sections (school_id, school_year_id, grade_level_id, name)"
                        + " values (?, ?, ?, '6A') returning id::text",
                school,
                year,
                grade);
        child = student();
    }

    @AfterEach
    void limitsAsBefore() {
        supabase.mailLimits(Duration.ofMinutes(1), Integer.MAX_VALUE, Duration.ofHours(1));
    }

    /** @param confirmed members who are asked although they work in the school */
    Response invite(boolean dryRun, UUID... confirmed) {
        String members = Stream.of(confirmed).map(id -> "\"" + id + "\"").collect(Collectors.joining(","));
        return invite(dryRun, "\"confirmed_members\":[%s]".formatted(members));
    }

    Response invite(boolean dryRun, String more) {
        return Api.as(schools.first(), "rector")
                .queryParam("dry_run", dryRun)
                .body("{\"class_section_ids\":[\"%s\"],%s}".formatted(section, more))
                .post(INVITE);
    }

    static void work() {
        RestAssured.post(ManagementPort.url() + "/q/work").then().statusCode(200);
    }

    static String account(UUID guardian) {
        return Schools.text("select user_id::text from athena.guardians where id = ?", guardian);
    }

    UUID student() {
        UUID student = row(
                "insert into athena.students (school_id, document_type, document_number, first_name, last_name)"
                        + " values (?, 'TI', ?, 'Ana', 'Ruiz') returning id::text",
                school,
                document());
        Schools.change(
                "insert into athena.enrollments (school_id, student_id, school_year_id, grade_level_id, class_section_id, status)"
                        + " values (?, ?, ?, ?, ?, 'active')",
                school,
                student,
                year,
                grade,
                section);
        return student;
    }

    UUID guardian(String email, UUID student) {
        UUID guardian = row(
                "insert into athena.guardians (school_id, document_type, document_number, full_name, phone, email)"
                        + " values (?, 'CC', ?, 'Eva Ruiz', '300 123 4567', ?) returning id::text",
                school,
                document(),
                email);
        link(guardian, student);
        return guardian;
    }

    void link(UUID guardian, UUID student) {
        Schools.change(
                "insert into athena.student_guardians (school_id, student_id, guardian_id, relationship, portal_access)"
                        + " values (?, ?, ?, 'madre', true)",
                school,
                student,
                guardian);
    }

    /** A change of the guardian by the secretary. */
    void correct(UUID guardian, String change) {
        int version =
                Integer.parseInt(Schools.text("select version::text from athena.guardians where id = ?", guardian));
        Api.as(schools.first(), "secretary")
                .headers(Map.of("If-Match", "\"" + version + "\""))
                .body(change)
                .patch("/api/v1/guardians/" + guardian)
                .then()
                .statusCode(200);
    }

    private String document() {
        return String.valueOf(1_000_000 + number++);
    }

    static UUID row(String sql, Object... values) {
        return UUID.fromString(Schools.text(sql, values));
    }
}
