package org.athena.student;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import org.athena.testing.Api;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** A child whose document changed is found by the number from before, and not added again under it. */
@QuarkusTest
class FormerDocumentsResourceTest extends Guardians {

    private Response changed() {
        Response created = create(student("1098047238", "{" + LINK + ",\"phone\":\"+57 300 111-2233\"}"));
        created.then().statusCode(201);
        change(created.header("Location"), "{\"document_type\":\"CC\",\"document_number\":\"1098047239\"}")
                .then()
                .statusCode(200);
        return created;
    }

    @ParameterizedTest
    @CsvSource({"1098047238", "1.098.047.238", "TI 1098047238", "ti 1098047239", "CC 1098047239", "ruiz 1098047238"})
    void aSearchFindsTheStudentByEitherNumberAndItsType(String typed) {
        changed();
        Api.as(school, "secretary")
                .queryParam("q", typed)
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items.document_number", contains("1098047239"));
    }

    @ParameterizedTest
    @CsvSource({"3001112233", "300 111 2233", "+57 300", "111-2233", "CC 52000111"})
    void aSearchFindsAGuardianByTheTelephoneNumber(String typed) {
        changed();
        Api.as(school, "secretary")
                .queryParam("q", typed)
                .get(PEOPLE)
                .then()
                .statusCode(200)
                .body("items.full_name", contains("Marta Ñúñez"));
        Api.as(school, "secretary").queryParam("q", "3009").get(PEOPLE).then().body("items", empty());
    }

    @ParameterizedTest
    @CsvSource({"TI", "RC"})
    void aNumberFromBeforeIsRefusedAndNamesTheStudent(String type) {
        Response created = changed();
        create(student("1098047238", "").replace("\"TI\"", '"' + type + '"'))
                .then()
                .statusCode(409)
                .body("reason", equalTo("student.document_former"))
                .body("violations.field", contains("document_number"))
                .body("student_is_active", equalTo(true))
                .body("student_id", equalTo(created.path("id")));
    }

    @Test
    void anotherChildIsAddedWithItWhenTheRequestSaysSo() {
        changed();
        create(student("1098047238", "").replaceFirst("\\{", "{\"accept_former_document\":true,"))
                .then()
                .statusCode(201)
                .body("document_number", equalTo("1098047238"));
        create(student("1098047238", "").replace("\"TI\"", "\"CE\"")).then().statusCode(201);
        Api.as(schools.second(), "secretary")
                .body(student("1098047238", ""))
                .post(PATH)
                .then()
                .statusCode(201);
    }

    @Test
    void anImportSaysTheSame() {
        changed();
        Api.as(school, "secretary")
                .contentType("text/csv")
                .body("document_type,document_number,first_name,last_name\nTI,1098047238,Ana,Ruiz\n".getBytes())
                .post(PATH + "/import")
                .then()
                .statusCode(400)
                .body("violations.field", contains(containsString("document_number")))
                .body("violations.message", contains(containsString("is a former number of a student")));
    }

    @Test
    void nobodyIsTheirOwnGuardian() {
        String own = "{" + LINK.replace("52.000.111", "1.098.047.238") + "}";
        create(student("1098047238", own))
                .then()
                .statusCode(400)
                .body(field(), contains("guardians[0].document_number"));
        String path = create(student("1098047238", "{" + LINK + "}")).header("Location");
        add(path, own).then().statusCode(400).body(field(), contains("document_number"));
        change(path, "{\"document_number\":\"52000111\"}")
                .then()
                .statusCode(400)
                .body(field(), contains("document_number"));
        change(person(path), "{\"document_number\":\"1098047238\"}")
                .then()
                .statusCode(400)
                .body(field(), contains("document_number"));
        Api.as(school, "secretary")
                .contentType("text/csv")
                .body(
                        ("document_type,document_number,first_name,last_name,guardian1_document_type,guardian1_document_number,"
                                        + "guardian1_full_name,guardian1_relationship\nTI,77,Ana,Ruiz,CC,77,Ana Ruiz,madre\n")
                                .getBytes())
                .post(PATH + "/import")
                .then()
                .statusCode(400)
                .body("violations.message", contains(containsString("own document")));
    }

    private static String field() {
        return "violations.field";
    }
}
