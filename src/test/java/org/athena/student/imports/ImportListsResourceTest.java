package org.athena.student.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.athena.student.imports.ImportedFiles.STUDENT;
import static org.athena.student.imports.ImportedFiles.send;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import org.athena.testing.Api;
import org.athena.testing.Installation;
import org.athena.testing.Schools;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** The lists around an import: the template, and the faults of a file. */
@QuarkusTest
@WithTestResource(Installation.class)
class ImportListsResourceTest {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private Schools.School school;

    @BeforeEach
    void aSchool() {
        school = Schools.create().first();
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void theTemplateIsUnderstoodAndItsExampleIsRefused(String format) {
        Response template = Api.as(school, "secretary").get(ImportedFiles.PATH + "/template." + format);
        assertThat(template.statusCode()).isEqualTo(200);
        assertThat(template.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"estudiantes." + format + "\"");
        assertThat(template.contentType()).startsWith(format.equals("csv") ? "text/csv" : XLSX);
        Response answer = send(school, "?dry_run=true", "text/csv", template.asByteArray());
        answer.then()
                .statusCode(200)
                .body("file.ignored", empty())
                .body("file.format", equalTo(format))
                .body("sample[0].cells.first_name", equalTo("Ejemplo"))
                .body("faults.message", contains("is the example of the template; delete the row"));
        assertThat(answer.<Integer>path("file.columns.size()")).isEqualTo(30);
    }

    @Test
    void theFaultsOfAFileAreAList() {
        String file = STUDENT + "\nTI;1;Ana;;\n" + "TI;1;Ana;Ruiz;mal\n".repeat(300);
        Response csv = faults("csv", file);
        assertThat(csv.statusCode()).isEqualTo(200);
        String[] lines = new String(csv.asByteArray(), StandardCharsets.UTF_8).split("\r\n");
        assertThat(lines).hasSize(1 + 1 + 600);
        assertThat(lines[0]).isEqualTo("\ufeffFila;Columna;Campo;Problema");
        assertThat(lines[1]).isEqualTo("2;last_name;last_name;Falta el dato.");
        assertThat(lines[2]).isEqualTo("3;document_number;document_number;Es igual al de la fila 2.");
        assertThat(lines[3]).startsWith("3;birth_date;birth_date;No es una fecha.");
        Response xlsx = faults("xlsx", file);
        assertThat(xlsx.contentType()).startsWith(XLSX);
        assertThat(new String(xlsx.asByteArray(), 0, 2, StandardCharsets.US_ASCII))
                .isEqualTo("PK");
        assertThat(Schools.count("athena.students where school_id = ?", school.id()))
                .isZero();
    }

    @Test
    void theListIsInEnglishForWhoPrefersIt() {
        Response english = Api.as(school, "secretary")
                .header("Accept-Language", "fr, en-US;q=0.8, es;q=0.5")
                .contentType("text/csv")
                .body((STUDENT + "\nTI;1;Ana;;\n").getBytes(StandardCharsets.UTF_8))
                .post(ImportedFiles.PATH + "/faults.csv");
        assertThat(new String(english.asByteArray(), StandardCharsets.UTF_8))
                .isEqualTo("\ufeffRow;Column;Field;Problem\r\n2;last_name;last_name;must not be blank\r\n");
    }

    @Test
    void everyFaultHasACode() {
        String file = STUDENT + "\nTI;1;Ana;;\nTI;1;\u0410\u043d\u0430;Ruiz;mal\nXX;2;Ana;Ruiz;1/1/12\n";
        send(school, "?dry_run=true", file)
                .then()
                .body(
                        "faults.code",
                        contains(
                                "required",
                                "repeated",
                                "not_a_name",
                                "not_a_date",
                                "not_a_document_type",
                                "short_year"));
        send(school, "?dry_run=true", "x").then().body("violations.code", everyItem(equalTo("missing_column")));
        send(school, "?dry_run=true", STUDENT + "\n").then().body("violations.code", contains("file_has_no_rows"));
    }

    private Response faults(String format, String file) {
        return Api.as(school, "secretary")
                .contentType("text/csv")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post(ImportedFiles.PATH + "/faults." + format);
    }

    @Test
    void onlyWhoEnrollsGetsThem() {
        Stream.of("coordinator", "teacher", "acudiente")
                .forEach(role -> Api.as(school, role)
                        .get(ImportedFiles.PATH + "/template.csv")
                        .then()
                        .statusCode(403));
    }
}
