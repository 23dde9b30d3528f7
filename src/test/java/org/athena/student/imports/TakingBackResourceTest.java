package org.athena.student.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.athena.student.imports.ImportedFiles.GUARDIAN;
import static org.athena.student.imports.ImportedFiles.STUDENT;
import static org.athena.student.imports.ImportedFiles.imported;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.athena.testing.Api;
import org.athena.testing.Installation;
import org.athena.testing.Schools;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

/** Imports are listed, and taken back while nobody has touched what they added. */
@QuarkusTest
@WithTestResource(Installation.class)
class TakingBackResourceTest {

    private static final String IMPORTS = "/api/v1/students/imports";
    private static final String FILE = STUDENT + ";" + GUARDIAN + "\nTI;1;Ana;Ruiz;;CC;52;Lucía Peña;madre;3001112233\n"
            + "TI;2;Eva;Ruiz;;CC;52;Lucía Peña;madre;3001112233\n";

    private Schools schools;
    private Schools.School school;

    @BeforeEach
    void twoSchools() {
        schools = Schools.create();
        school = schools.first();
    }

    private ValidatableResponse takeBack(String id) {
        return Api.patient(Api.as(school, "secretary"))
                .delete(IMPORTS + "/" + id)
                .then();
    }

    private int count(String table) {
        return Schools.count("athena." + table + " where school_id = ?", school.id());
    }

    private void assertTouched(String id, int rows) {
        takeBack(id).statusCode(409).body("reason", equalTo("import.touched")).body("touched", equalTo(rows));
        assertThat(count("students")).isEqualTo(2);
        assertThat(count("guardians")).isEqualTo(1);
    }

    @Test
    void anImportIsTakenBackWithItsGuardians() {
        String id = imported(school, FILE);
        Api.as(school, "rector")
                .get(IMPORTS)
                .then()
                .body("items.id", contains(id))
                .body("items[0].file_rows", equalTo(2))
                .body("items[0].students", equalTo(2))
                .body("items[0].guardians", equalTo(1))
                .body("items[0].format", equalTo("csv"))
                .body("items[0].imported_by", equalTo(school.person("secretary").toString()))
                .body("items[0].imported_by_name", notNullValue())
                .body("items[0].taken_back_at", nullValue());
        takeBack(id).statusCode(204);
        assertThat(count("students") + count("guardians") + count("student_guardians"))
                .isZero();
        Api.as(school, "rector")
                .get(IMPORTS + "/" + id)
                .then()
                .header("ETag", "\"1\"")
                .body("taken_back_at", notNullValue())
                .body("taken_back_by", equalTo(school.person("secretary").toString()));
        takeBack(id).statusCode(204);
        assertThat(Schools.count(
                        "athena.audit_log where school_id = ? and action = 'delete' and entity_type = 'students'",
                        school.id()))
                .isEqualTo(2);
        imported(school, FILE);
    }

    @Test
    void whatWasChangedOrUsedSinceKeepsAnImport() {
        String id = imported(school, FILE);
        Schools.change(
                "update athena.students set gender = 'F' where school_id = ? and document_number = '1'", school.id());
        assertTouched(id, 1);
        Schools.change("update athena.guardians set phone = '3011112233' where school_id = ?", school.id());
        assertTouched(id, 2);
        Schools.change("update athena.student_guardians set can_pickup = true where school_id = ?", school.id());
        assertTouched(id, 3);
    }

    @Test
    void whatWasTouchedIsNamed() {
        String id = imported(school, FILE);
        Schools.change(
                "update athena.students set gender = 'F' where school_id = ? and document_number = '1'", school.id());
        imported(school, STUDENT + ";" + GUARDIAN + "\nTI;3;Luz;Ruiz;;CC;52;Lucía Peña;madre;3001112233\n");
        takeBack(id)
                .statusCode(409)
                .body("touched", equalTo(2))
                .body("touched_rows", hasSize(2))
                .body("touched_rows.find { it.student_id }.name", equalTo("Ana Ruiz"))
                .body("touched_rows.find { it.student_id }.why", equalTo("changed"))
                .body("touched_rows.find { it.guardian_id }.name", equalTo("Lucía Peña"))
                .body("touched_rows.find { it.guardian_id }.why", equalTo("linked"));
    }

    @Test
    void theFirstTwentyThatWereTouchedAreNamed() {
        String rows = IntStream.range(0, 30)
                .mapToObj(i -> "TI;" + (100 + i) + ";Ana;Ruiz;\n")
                .collect(Collectors.joining());
        String id = imported(school, STUDENT + "\n" + rows);
        Schools.change("update athena.students set gender = 'F' where school_id = ?", school.id());
        takeBack(id).statusCode(409).body("touched", equalTo(30)).body("touched_rows", hasSize(20));
    }

    /** Whoever has just imported the wrong file, after many tries, must be able to undo it. */
    @Test
    void manyTriesDoNotKeepAnImport() {
        String id = imported(school, FILE);
        Response refused = ImportedFiles.send(school, "?dry_run=true", FILE);
        while (refused.statusCode() != 429) {
            refused = ImportedFiles.send(school, "?dry_run=true", FILE);
        }
        refused.then()
                .body("detail", matchesPattern("You sent too many requests of this kind. Try again in \\d+ seconds?."));
        takeBack(id).statusCode(204);
    }

    @Test
    void anotherStudentOfAGuardianKeepsAnImport() {
        String first = imported(school, FILE);
        String second =
                imported(school, STUDENT + ";" + GUARDIAN + "\nTI;3;Luz;Ruiz;;CC;52;Lucía Peña;madre;3001112233\n");
        takeBack(first).statusCode(409).body("touched", equalTo(1));
        takeBack(second).statusCode(204);
        assertThat(count("guardians")).isEqualTo(1);
        takeBack(first).statusCode(204);
    }

    @Test
    void nobodyElseTakesItBack() {
        String id = imported(school, FILE);
        Api.as(school, "coordinator").delete(IMPORTS + "/" + id).then().statusCode(403);
        Api.as(schools.second(), "secretary").delete(IMPORTS + "/" + id).then().statusCode(404);
        takeBack(UUID.randomUUID().toString()).statusCode(404);
        Api.as(school, "secretary")
                .header("If-Match", "\"7\"")
                .delete(IMPORTS + "/" + id)
                .then()
                .statusCode(412);
        assertThat(count("students")).isEqualTo(2);
    }

    @Test
    void tenThousandRowsWithGuardiansAreImportedAndTakenBack() {
        String rows = IntStream.range(0, 10_000)
                .mapToObj(i -> "TI;" + (1_000_000 + i) + ";Ana;Ruiz;2012-05-06;CC;" + (5_000_000 + i / 2)
                        + ";Lucía Peña;madre;3001112233\n")
                .collect(Collectors.joining());
        String id = imported(school, STUDENT + ";" + GUARDIAN + "\n" + rows);
        assertThat(count("students")).isEqualTo(10_000);
        assertThat(count("guardians")).isEqualTo(5_000);
        assertThat(count("student_guardians")).isEqualTo(10_000);
        takeBack(id).statusCode(204);
        assertThat(count("students") + count("guardians")).isZero();
    }
}
