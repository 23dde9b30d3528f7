package org.athena.student;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.athena.testing.Api;
import org.athena.testing.Installation;
import org.athena.testing.Schools;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** The list of students as a file. */
@QuarkusTest
@WithTestResource(Installation.class)
class StudentExportResourceTest {

    private static final String STUDENTS = "/api/v1/students";
    private static final String FILE = "Tipo de documento;Documento;Primer nombre;Primer apellido;Fecha de nacimiento;"
            + "Acudiente 1: tipo de documento;Acudiente 1: documento;Acudiente 1: nombre;Acudiente 1: parentesco;"
            + "Acudiente 1: teléfono;Acudiente 1: puede recoger\n"
            + "TI;1;Ana;Zea;10/06/2012;CC;52;Lucía Peña;madre;+57 300 1112233;sí\n"
            + "RC;2;Eva;Abad;;CC;53;Iván Ruiz;padre;;\n"
            + "RC;3;Luz;Gil;;;;;;;\n";

    private Schools schools;

    @BeforeEach
    void aSchoolWithStudents() {
        schools = Schools.create();
        importInto(schools.first(), FILE.getBytes(StandardCharsets.UTF_8));
    }

    private static void importInto(Schools.School school, byte[] file) {
        Api.as(school, "secretary")
                .contentType("text/csv")
                .body(file)
                .post(STUDENTS + "/import")
                .then()
                .statusCode(201)
                .body("imported", equalTo(3));
    }

    private byte[] export(String query) {
        var answer = Api.as(schools.first(), "coordinator").get(STUDENTS + "/export." + query);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.asByteArray();
    }

    private List<String> lines(String query) {
        return Arrays.stream(new String(export("csv" + query), StandardCharsets.UTF_8).split("\r\n"))
                .skip(1)
                .toList();
    }

    @Test
    void theListHasItsOrderFiltersAndGuardians() {
        List<String> lines = lines("");
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).startsWith("RC;2;Eva;;Abad;;;;CC;53;Iván Ruiz;padre;;;no;");
        assertThat(lines.get(2))
                .startsWith("TI;1;Ana;;Zea;;2012-06-10;;CC;52;Lucía Peña;madre;'+57 300 1112233;;no;no;sí;no;no");
        assertThat(lines("?sort=-last_name").get(0)).startsWith("TI;1;");
        assertThat(lines("?q=eva")).hasSize(1);
        Schools.change(
                "update athena.students set is_active = false where document_number = '3' and school_id = ?",
                schools.first().id());
        assertThat(lines("")).hasSize(2);
        assertThat(lines("?is_active=any")).hasSize(3);
    }

    @Test
    void whoeverIsUnderARestrictionIsLeftOut() {
        Schools.change(
                "update athena.student_guardians set restriction = 'Orden' where school_id = ?",
                schools.first().id());
        assertThat(lines("")).noneMatch(line -> line.contains("Lucía") || line.contains("Iván"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void anotherSchoolCanImportTheFile(String format) {
        importInto(schools.second(), export(format));
        assertThat(Schools.count(
                        "athena.guardians where school_id = ? and phone = '+57 300 1112233'",
                        schools.second().id()))
                .isEqualTo(1);
    }

    @Test
    void everyDownloadIsAudited() {
        lines("");
        assertThat(Schools.text(
                        "select changes ->> 'what' from athena.audit_log where school_id = ? and action = 'export'",
                        schools.first().id()))
                .isEqualTo("3 students");
    }

    @Test
    void onlyWhoReadsAllStudentsGetsIt() {
        for (String role : List.of("teacher", "student", "acudiente")) {
            Api.as(schools.first(), role).get(STUDENTS + "/export.csv").then().statusCode(403);
        }
        Api.as(schools.first(), "rector")
                .get(STUDENTS + "/export.csv?sort=phone")
                .then()
                .statusCode(400)
                .body("violations.field", contains("sort"));
    }
}
