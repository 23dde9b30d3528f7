package org.athena.student.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.athena.testing.Api;
import org.athena.testing.Installation;
import org.athena.testing.Schools;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

@QuarkusTest
@WithTestResource(Installation.class)
class StudentImportResourceTest {

    private static final String PATH = "/api/v1/students/import";
    private static final String HEADER = "document_type,document_number,first_name,last_name,birth_date\n";

    private Schools schools;

    @BeforeEach
    void twoSchools() {
        schools = Schools.create();
    }

    private Response send(byte[] file) {
        return Api.patient(Api.as(schools.first(), "secretary"))
                .contentType("text/csv")
                .body(file)
                .post(PATH);
    }

    private Response send(String file) {
        return send(file.getBytes(StandardCharsets.UTF_8));
    }

    private int students() {
        return Schools.count(
                "athena.students where school_id = ?", schools.first().id());
    }

    @Test
    void aFileThatIsSentAgainWithItsKeyIsImportedOnce() {
        String file = HEADER + "TI,1,Ana,Ruiz,\n";
        Response first = keyed(file);
        first.then().statusCode(201).header("Idempotency-Replayed", nullValue());
        keyed(file)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("imported", equalTo(1));
        keyed(file + "TI,2,Eva,Ruiz,\n").then().statusCode(422).body("code", equalTo("idempotency.key_reused"));
        assertThat(students()).isEqualTo(1);
    }

    /** A replayed answer would say that students are there who are not. */
    @Test
    void aFileThatWasTakenBackNeedsANewKey() {
        String file = HEADER + "TI,1,Ana,Ruiz,\n";
        String id = keyed(file).path("id");
        Api.as(schools.first(), "secretary")
                .delete("/api/v1/students/imports/" + id)
                .then()
                .statusCode(204);
        keyed(file)
                .then()
                .statusCode(409)
                .body("reason", equalTo("import.taken_back"))
                .body(
                        "detail",
                        equalTo("The import of this key was taken back. Send the file with a new Idempotency-Key."));
    }

    private Response keyed(String file) {
        return Api.as(schools.first(), "secretary")
                .contentType("text/csv")
                .header("Idempotency-Key", "the-file-of-monday")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post(PATH);
    }

    @Test
    void commasSemicolonsQuotesAndAByteOrderMarkAreUnderstood() {
        send(HEADER + "TI,\"1,020 304\",María,Díaz de la Hoz,2012-03-04\n\nRC,99,Juan,\"O'Neil\",\n")
                .then()
                .statusCode(201)
                .body("imported", equalTo(2));
        send("\ufefflast_name;document_type;document_number;first_name;gender;middle_name;second_last_name\r\n"
                        + "Peña;CE;AB-1;Zoé;F;Inés;Ruiz\r\n")
                .then()
                .statusCode(201)
                .body("imported", equalTo(1));
        assertThat(Schools.text(
                        "select last_name from athena.students where school_id = ? and document_number = '1020304'",
                        schools.first().id()))
                .isEqualTo("Díaz de la Hoz");
        assertThat(Schools.text(
                        "select concat_ws(' ', first_name, middle_name, last_name, second_last_name, gender)"
                                + " from athena.students where school_id = ? and document_number = 'AB-1'",
                        schools.first().id()))
                .isEqualTo("Zoé Inés Peña Ruiz F");
        assertThat(Schools.count(
                        "athena.audit_log where school_id = ? and actor_id = ? and entity_type = 'students'",
                        schools.first().id(),
                        schools.first().person("secretary")))
                .isEqualTo(3);
    }

    @Test
    void everyFaultIsNamedByRowAndColumnAndNothingIsWritten() {
        Schools.change(
                "insert into athena.students (school_id, document_type, document_number, first_name, last_name)"
                        + " values (?, 'RC', '7', 'Ya', 'Está')",
                schools.first().id());
        Response answer = send(HEADER
                + "TI,1,Ana,Ruiz,2012-01-01\n"
                + "XX,2,Ana,Ruiz,\n"
                + "TI,3,Ana,Ruiz,31/02/2012\n"
                + "CC,1,Ana,Ruiz,\n"
                + "TI,7,Ana,Ruiz,\n"
                + "TI,8," + "x".repeat(81) + ",Ruiz,\n"
                + ",,,,2012-01-01\n"
                + "TI,9,Ana,Ruiz,2012-01-01,more\n");
        answer.then().statusCode(400).body("code", equalTo("request.invalid"));
        assertThat(places(answer, "violations"))
                .containsExactly(
                        "row 3 document_type",
                        "row 4 birth_date",
                        "row 5 document_number",
                        "row 6 document_number",
                        "row 7 first_name",
                        "row 8 document_type",
                        "row 8 document_number",
                        "row 8 first_name",
                        "row 8 last_name",
                        "row 9 ");
        assertThat(answer.asString()).doesNotContain("xxxx");
        assertThat(students()).isEqualTo(1);
    }

    @Test
    void theHeaderIsCheckedFirst() {
        send("document_type,document_number,first_name,school_id,first_name\nTI,1,Ana,x,y\n")
                .then()
                .statusCode(400)
                .body("violations.field", contains("first_name", "last_name"))
                .body("violations.in", contains("row 1", "row 1"))
                .body("understood.ignored", contains("school_id"));
    }

    @Test
    void whatIsNoTextOrNoCsvIsRefused() {
        for (byte[] file : List.of(
                new byte[0],
                (HEADER + "TI,1,\"Ana,Ruiz,\n").getBytes(StandardCharsets.UTF_8),
                (HEADER + "TI,1,A\0na,Ruiz,\n").getBytes(StandardCharsets.UTF_8))) {
            send(file).then().statusCode(400).body("violations.field", contains("file"));
        }
        Api.as(schools.first(), "secretary")
                .contentType("application/json")
                .body("{}")
                .post(PATH)
                .then()
                .statusCode(415);
        assertThat(students()).isZero();
    }

    @Test
    void aFileThatIsTooLongOrTooLargeIsRefused() {
        String row = "TI,1,Ana,Ruiz,\n";
        send(HEADER + row.repeat(10_001)).then().statusCode(400).body("violations", hasSize(1));
        send(HEADER + " ".repeat(5 * 1024 * 1024)).then().statusCode(413).body("code", equalTo("request.too_large"));
    }

    @Test
    void aHeaderWithoutEndAndDaysThatNoCalendarHasAreRefused() {
        send("x,".repeat(500_000) + "\n").then().statusCode(400).body("violations", hasSize(1));
        for (String day : List.of("-9999-01-01", "+12345-01-01", "2012-02-30", "2012-1-1", "30/02/2012")) {
            send(HEADER + "TI,1,Ana,Ruiz," + day + "\n")
                    .then()
                    .statusCode(400)
                    .body("violations.field", contains("birth_date"));
        }
    }

    @Test
    void onlyWhoEnrollsMayImport() {
        for (String role : List.of("coordinator", "teacher", "student", "acudiente")) {
            Api.as(schools.first(), role)
                    .contentType("text/csv")
                    .body(HEADER)
                    .post(PATH)
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void theSameDocumentInAnotherSchoolDoesNotMatter() {
        send(HEADER + "TI,55,Ana,Ruiz,\n").then().statusCode(201);
        Api.as(schools.second(), "secretary")
                .contentType("text/csv")
                .body(HEADER + "TI,55,Ana,Ruiz,\n")
                .post(PATH)
                .then()
                .statusCode(201);
    }

    @Test
    void tenThousandRowsAreTakenOverAtOnce() {
        String rows = IntStream.range(0, 10_000)
                .mapToObj(i -> "TI," + (1_000_000 + i) + ",Ana" + "a".repeat(i % 40) + ",Ruiz" + "z".repeat(i % 61)
                        + ",2012-05-06\n")
                .collect(Collectors.joining());
        send(HEADER + rows).then().statusCode(201).body("imported", equalTo(10_000));
        assertThat(students()).isEqualTo(10_000);
        JsonPath again = send(HEADER + rows).then().statusCode(400).extract().jsonPath();
        assertThat(again.getList("violations")).hasSize(200);
        assertThat(again.getInt("more_violations")).isEqualTo(9_800);
        assertThat(students()).isEqualTo(10_000);
    }

    private static List<String> places(Response answer, String list) {
        return answer.jsonPath().getList(list, java.util.Map.class).stream()
                .map(fault -> fault.get("in") + " " + fault.get("field"))
                .collect(Collectors.toList());
    }
}
