package org.athena.student;

import java.time.LocalDate;
import java.time.ZoneId;

import org.athena.testing.Api;
import org.athena.testing.Schools;

import io.restassured.response.Response;

/** What the tests of a student's guardians share: a guardian with an account, and ways to change, end and make links. */
abstract class Guardians extends Students {

    static final String PEOPLE = "/api/v1/guardians";
    static final LocalDate TODAY = LocalDate.now(ZoneId.of("America/Bogota"));
    static final String PERSON = "\"document_type\":\"CC\",\"document_number\":\"52.000.111\"";
    static final String LINK = PERSON + ",\"full_name\":\"Marta Ñúñez\",\"relationship\":\"madre\"";
    static final String LIFT = "{\"restriction\":null,\"restriction_lift_reason\":\"Auto del juzgado\"}";

    static String student(String number, String guardians) {
        return """
                {"document_type":"TI","document_number":"%s","first_name":"Ana","last_name":"Ruiz","guardians":[%s]}""".formatted(number, guardians);
    }

    /** The address of a student with this guardian, whose account is the guardian's of the school. */
    String guarded(String guardian) {
        Response created = create(student("1", guardian));
        created.then().statusCode(201);
        Schools.change(
                "update athena.guardians set user_id = ? where school_id = ?", school.person("acudiente"), school.id());
        return created.header("Location");
    }

    private String first(String student, String field) {
        return Api.as(school, "secretary").get(student).path("guardians[0]." + field);
    }

    /** The address of the link to the student's first guardian. */
    String link(String student) {
        return student + "/guardians/" + first(student, "id");
    }

    /** The address of the student's first guardian. */
    String person(String student) {
        return PEOPLE + "/" + first(student, "guardian_id");
    }

    Response change(String address, String body) {
        return Api.as(school, "secretary").body(body).patch(address);
    }

    Response add(String student, String guardian) {
        return Api.as(school, "secretary").body(guardian).post(student + "/guardians");
    }

    /** Ends the link to the student's first guardian. */
    void end(String student) {
        Api.as(school, "secretary").delete(link(student)).then().statusCode(204);
    }

    void assertPortal(String path, int status) {
        Api.as(school, "acudiente").get(path).then().statusCode(status);
    }
}
