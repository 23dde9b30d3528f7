package org.athena.student;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.UUID;

import org.athena.testing.Api;
import org.athena.testing.Schools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** Who sees which students, and what of them. */
@QuarkusTest
class StudentReadingResourceTest extends Students {

    @ParameterizedTest
    @ValueSource(strings = {"teacher", "student", "acudiente"})
    void aDocumentNumberThatIsNotShownIsNotFoundEither(String role) {
        String path = linked(role.equals("teacher") ? "student" : role);
        if (role.equals("teacher")) {
            assign(UUID.fromString(path.substring(PATH.length() + 1)), school.person("teacher"));
        }
        find(role, "1020304050", 0);
        find(role, "lucia 1020", 0);
        find(role, "lucia nunez", 1);
        find("secretary", "lucia 1020", 1);
        find("coordinator", "1020304050", 1);
    }

    private void find(String role, String words, int total) {
        Api.as(school, role)
                .queryParam("q", words)
                .get(PATH)
                .then()
                .statusCode(200)
                .body("total", equalTo(total));
    }

    @ParameterizedTest
    @CsvSource({"teacher,403", "student,403", "acudiente,403", "coordinator,403", "rector,201", "secretary,201"})
    void onlyWhoEnrolsAddsStudents(String role, int status) {
        Api.as(school, role).body(LUCIA).post(PATH).then().statusCode(status);
    }

    @Test
    void aStudentSeesThemselvesAndNobodyElse() {
        String own = linked("student");
        String other = create(LUCIA.replace("1.020.304.050", "2")).header("Location");
        Api.as(school, "student")
                .get(own)
                .then()
                .statusCode(200)
                .body(
                        "keySet()",
                        containsInAnyOrder(
                                "id",
                                "full_name",
                                "first_name",
                                "last_name",
                                "second_last_name",
                                "birth_date",
                                "is_active",
                                "guardians",
                                "version"))
                .body("guardians[0].keySet()", containsInAnyOrder("full_name", "relationship"));
        Api.as(school, "student").get(other).then().statusCode(404);
        Api.as(school, "student")
                .get(PATH)
                .then()
                .body("total", equalTo(1))
                .body("items[0].document_number", nullValue());
        Api.as(school, "student").get(own + "/piar").then().statusCode(403);
    }

    @Test
    void aGuardianSeesTheirOwnLinkUntilItEnds() {
        String own = linked("acudiente");
        Api.as(school, "acudiente")
                .get(own)
                .then()
                .statusCode(200)
                .body("document_number", nullValue())
                .body("extra_data", nullValue())
                .body("guardians[0].portal_access", equalTo(true))
                .body("guardians[0].phone", equalTo("300 111 2233"))
                .body("guardians[0].document_number", nullValue());
        Schools.change(
                "update athena.student_guardians set restriction = 'orden judicial' where school_id = ?", school.id());
        Api.as(school, "acudiente").get(own).then().statusCode(404);
        Schools.change(
                "update athena.student_guardians set restriction_to = current_date - 2 where school_id = ?",
                school.id());
        Api.as(school, "acudiente").get(own).then().statusCode(200);
        String link = own + "/guardians/" + Api.as(school, "secretary").get(own).path("guardians[0].id");
        Api.as(school, "secretary").delete(link).then().statusCode(204);
        Api.as(school, "acudiente").get(own).then().statusCode(404);
        Api.as(school, "acudiente").get(PATH).then().statusCode(200).body("total", equalTo(0));
    }

    @Test
    void aTeacherSeesTheStudentsOfTheirSectionsWhileTheyTeachThem() {
        Response created = create(LUCIA);
        String path = created.header("Location");
        Api.as(school, "teacher").get(path).then().statusCode(404);
        assign(UUID.fromString(created.path("id")), school.person("teacher"));
        Api.as(school, "teacher")
                .get(path)
                .then()
                .statusCode(200)
                .body("document_number", nullValue())
                .body("has_piar", nullValue())
                .body(
                        "guardians[0].keySet()",
                        containsInAnyOrder("full_name", "relationship", "phone", "is_emergency_contact"));
        Api.as(school, "teacher").get(PATH).then().body("total", equalTo(1));
        UUID second = Schools.user("second teacher", "active");
        Schools.member(school.id(), second, "teacher");
        Api.as(second, school.id()).get(path).then().statusCode(404);
        Api.as(second, school.id()).get(PATH).then().body("total", equalTo(0));
        Schools.change("update athena.teacher_assignments set is_active = false where school_id = ?", school.id());
        Api.as(school, "teacher").get(path).then().statusCode(404);
    }

    @Test
    void readersOfTheWholeSchoolSeeEveryField() {
        String path = create(LUCIA).header("Location");
        for (String role : List.of("rector", "coordinator", "secretary")) {
            Api.as(school, role)
                    .get(path)
                    .then()
                    .statusCode(200)
                    .body("document_number", equalTo("1020304050"))
                    .body("extra_data.bus", equalTo("R4"))
                    .body("guardians[0].document_number", equalTo("52000111"));
        }
    }

    @Test
    void readingAPlanOfAdjustmentsLeavesWord() {
        String path = create(LUCIA).header("Location");
        Api.as(school, "coordinator")
                .get(path + "/piar")
                .then()
                .statusCode(200)
                .body("piar_data.apoyo", equalTo("lectura"));
        Api.as(school, "rector")
                .queryParam("action", "read")
                .get("/api/v1/compliance/audit-log")
                .then()
                .statusCode(200)
                .body("total", equalTo(1))
                .body("items[0].actor_id", equalTo(school.person("coordinator").toString()))
                .body("items[0].changes.what", equalTo("piar_data"));
    }
}
