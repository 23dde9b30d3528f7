package org.athena.student;

import java.util.UUID;

import org.athena.testing.Api;
import org.athena.testing.Installation;
import org.athena.testing.Schools;
import org.junit.jupiter.api.BeforeEach;

import io.quarkus.test.common.WithTestResource;
import io.restassured.response.Response;

/** What the tests of students share: two schools, and ways to add somebody. */
@WithTestResource(Installation.class)
abstract class Students {

    static final String PATH = "/api/v1/students";

    Schools schools;

    Schools.School school;

    @BeforeEach
    void twoSchools() {
        schools = Schools.create();
        school = schools.first();
    }

    static final String MARTA = """
            [{"document_type":"CC","document_number":"52.000.111","full_name":"Marta Ñúñez","phone":"300 111 2233",
              "relationship":"madre","is_primary":true,"portal_access":true,"is_emergency_contact":true}]""";

    static final String LUCIA = """
            {"document_type":"TI","document_number":"1.020.304.050","first_name":"Lucía","last_name":"Peña",
             "second_last_name":"Ñúñez","birth_date":"2014-05-06","extra_data":{"bus":"R4"},"piar_data":{"apoyo":"lectura"},
             "guardians":""" + MARTA + "}";

    Response create(String body) {
        return Api.as(school, "secretary").body(body).post(PATH);
    }

    /** A student whose account, or whose guardian's, is that of the person with the role. */
    String linked(String role) {
        String path = create(LUCIA).header("Location");
        Schools.change(
                "update athena." + (role.equals("student") ? "students" : "guardians")
                        + " set user_id = ? where school_id = ?",
                school.person(role),
                school.id());
        return path;
    }

    /** Makes the person the teacher of a class of this year, and the student one of the class. */
    void assign(UUID student, UUID teacher) {
        Object id = school.id();
        Schools.change(
                "insert into athena.school_years (school_id, name, starts_on, ends_on, status)"
                        + " values (?, '2026', '2026-01-20', '2026-11-30', 'active')",
                id);
        Schools.change("insert into athena.grade_levels (school_id, code, name) values (?, '5', 'Quinto')", id);
        Schools.change("insert into athena.academic_areas (school_id, name) values (?, 'Matemáticas')", id);
        Schools.change(
                "insert into athena.subjects (school_id, academic_area_id, name) select school_id, id, 'Matemáticas'"
                        + " from athena.academic_areas where school_id = ?",
                id);
        Schools.change(
                "insert into athena.class_sections (school_id, school_year_id, grade_level_id, name)"
                        + " select y.school_id, y.id, g.id, 'A' from athena.school_years y join athena.grade_levels g"
                        + " using (school_id) where school_id = ?",
                id);
        Schools.change(
                "insert into athena.course_offerings (school_id, class_section_id, subject_id)"
                        + " select c.school_id, c.id, s.id from athena.class_sections c join athena.subjects s using (school_id)"
                        + " where school_id = ?",
                id);
        Schools.change(
                "insert into athena.teacher_assignments (school_id, course_offering_id, teacher_id)"
                        + " select school_id, id, ? from athena.course_offerings where school_id = ?",
                teacher,
                id);
        Schools.change(
                "insert into athena.enrollments (school_id, student_id, school_year_id, class_section_id, status)"
                        + " select school_id, ?, school_year_id, id, 'active' from athena.class_sections where school_id = ?",
                student,
                id);
    }
}
