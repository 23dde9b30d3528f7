package org.athena.student.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.athena.student.imports.ImportedFiles.GUARDIAN;
import static org.athena.student.imports.ImportedFiles.STUDENT;
import static org.athena.student.imports.ImportedFiles.send;
import static org.athena.testing.RawWorkbook.row;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.nio.charset.Charset;
import java.util.List;

import org.athena.testing.Installation;
import org.athena.testing.RawWorkbook;
import org.athena.testing.Schools;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** Files of schools: how they are read, who their guardians are, and what a dry run tells. */
@QuarkusTest
@WithTestResource(Installation.class)
class ImportFilesResourceTest {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private Schools.School school;

    @BeforeEach
    void aSchool() {
        school = Schools.create().first();
    }

    private int count(String table) {
        return Schools.count("athena." + table + " where school_id = ?", school.id());
    }

    private String text(String sql) {
        return Schools.text(sql, school.id());
    }

    @Test
    void aFileOfASpanishExcelIsImported() {
        byte[] file =
                ("sep=;\r\n;;;;;\r\nTipo de documento;N.º de documento;Primer nombre;Primer apellido;Fecha de nacimiento;"
                                + "\r\ntarjeta de identidad;1.001.234.571;José;Peña;10/06/2012;\r\n;;;;;\r\n")
                        .getBytes(Charset.forName("windows-1252"));
        send(school, "", "application/vnd.ms-excel", file)
                .then()
                .statusCode(201)
                .body("imported", equalTo(1))
                .body("file.encoding", equalTo("windows-1252"))
                .body("file.separator", equalTo(";"))
                .body("file.header_row", equalTo(2));
        assertThat(text("select concat_ws(' ', document_type, document_number, first_name, last_name, birth_date)"
                        + " from athena.students where school_id = ?"))
                .isEqualTo("TI 1001234571 José Peña 2012-06-10");
    }

    @Test
    void aWorkbookIsImportedWhateverItsMediaTypeIs() {
        for (String type : List.of(XLSX, "text/csv")) {
            byte[] file = RawWorkbook.of(row(1, "Tipo de documento", "Documento", "Primer nombre", "Primer apellido")
                            + "<row r='2'><c t='inlineStr'><is><t>TI</t></is></c><c><v>" + (type.length()) + "</v></c>"
                            + RawWorkbook.inline("C2", "Ana") + RawWorkbook.inline("D2", "Ruiz") + "</row>")
                    .bytes();
            send(school, "", type, file)
                    .then()
                    .statusCode(201)
                    .body("file.format", equalTo("xlsx"))
                    .body("file.sheet", equalTo("Lista"));
        }
        assertThat(count("students")).isEqualTo(2);
    }

    @Test
    void anOldWorkbookIsToldWhatToDo() {
        byte[] old = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 0};
        send(school, "", "application/vnd.ms-excel", old)
                .then()
                .statusCode(400)
                .body("violations.message", contains("is a workbook of an old Excel (.xls); save it as .xlsx"));
        send(school, "", "application/pdf", old).then().statusCode(415);
    }

    @Test
    void aDryRunTellsWhatWouldHappenAndWritesNothing() {
        ImportedFiles.imported(school, STUDENT + "\nTI;1;Ana;Ruiz;\n");
        Response answer = send(
                school,
                "?dry_run=true",
                STUDENT + ";Grado\nTI;1;Ana;Ruiz;;5\ntarjeta;2.0;Eva;;1/2/2013;5\nTI;3;Luz;Gil;1/2/2013;6\n");
        answer.then()
                .statusCode(200)
                .body("id", nullValue())
                .body("dry_run", equalTo(true))
                .body("imported", equalTo(0))
                .body("rows", equalTo(3))
                .body("new_students", equalTo(1))
                .body("known_students", equalTo(1))
                .body("faulty_rows", equalTo(2))
                .body("file.columns.field", hasSize(5))
                .body("file.ignored", contains("Grado"))
                .body("sample", hasSize(3))
                .body("sample[2].row", equalTo(4))
                .body("sample[2].cells", hasEntry("birth_date", "2013-02-01"))
                .body("sample[2].cells", not(hasKey("Grado")))
                .body("faults.in", contains("row 2", "row 3", "row 3"))
                .body("faults.field", contains("document_number", "document_type", "last_name"))
                .body("more_faults", equalTo(0));
        assertThat(count("students")).isEqualTo(1);
        assertThat(count("student_imports")).isEqualTo(1);
    }

    @Test
    void onlyTheFirstFaultsAreListed() {
        Response answer = send(school, "?dry_run=true", STUDENT + "\n" + "TI;1;Ana;;mal\n".repeat(1_000));
        answer.then()
                .body("faults", hasSize(200))
                .body("more_faults", equalTo(2_799))
                .body("faulty_rows", equalTo(1_000));
        assertThat(answer.asString().length()).isLessThan(40_000);
    }

    @Test
    void knownStudentsAreSkippedWhereTheCallerSaysSo() {
        ImportedFiles.imported(school, STUDENT + "\nTI;1;Ana;Ruiz;\n");
        String file = STUDENT + "\nRC;1;Otra;Gil;\nTI;2;Eva;Ruiz;\n";
        send(school, "", file).then().statusCode(400).body("violations.in", contains("row 2"));
        send(school, "?skip_known=true", file)
                .then()
                .statusCode(201)
                .body("imported", equalTo(1))
                .body("known_students", equalTo(1))
                .header("Location", startsWith("/api/v1/students/imports/"));
        send(school, "?skip_known=yes", file).then().statusCode(400).body("violations.field", contains("skip_known"));
        Schools.change("update athena.students set is_active = false where school_id = ?", school.id());
        send(school, "", STUDENT + "\nTI;1;Ana;Ruiz;\n")
                .then()
                .body("violations.message", contains("belongs to a deactivated student of the school"));
    }

    @Test
    void guardiansOfSeveralRowsAreOnePerson() {
        String file =
                STUDENT + ";" + GUARDIAN + "guardian1_can_pickup;guardian2_document_type;guardian2_document_number;"
                        + "guardian2_full_name;guardian2_relationship;guardian2_email\n"
                        + "TI;1;Ana;Ruiz;;cédula;52.123.456;Lucía Peña;madre;;sí;CC;80;Iván Ruiz;padre;ivan@correo.example\n"
                        + "TI;2;Eva;Ruiz;;CC;52123456;LUCIA PEÑA;madre;+57 300 1234567;no;;;;;\n";
        send(school, "", file)
                .then()
                .statusCode(201)
                .body("new_guardians", equalTo(2))
                .body("known_guardians", equalTo(0))
                .body("notes", empty());
        assertThat(count("guardians")).isEqualTo(2);
        assertThat(text("select string_agg(concat_ws(' ', s.first_name, g.full_name, g.phone, g.email, l.relationship,"
                        + " l.is_primary, l.priority, l.can_pickup, l.portal_access), ', ' order by s.first_name, l.priority)"
                        + " from athena.student_guardians l join athena.students s on s.id = l.student_id"
                        + " join athena.guardians g on g.id = l.guardian_id where l.school_id = ?"))
                .isEqualTo(
                        "Ana Lucía Peña +57 300 1234567 madre t 1 t f, Ana Iván Ruiz ivan@correo.example padre f 2 f f,"
                                + " Eva Lucía Peña +57 300 1234567 madre t 1 f f");
    }

    @Test
    void rowsThatContradictEachOtherAboutAPersonAreFaults() {
        String file = STUDENT + ";" + GUARDIAN + "\n"
                + "TI;1;Ana;Ruiz;;CC;52;Lucía Peña;madre;300\n"
                + "TI;2;Eva;Ruiz;;CC;52;Lucía Díaz;madre;301\n"
                + "TI;3;Luz;Ruiz;;;;Sin Documento;madre;\n"
                + "TI;4;Sol;Ruiz;;CC;1.00123E+09;Otra Persona;madre;\n";
        send(school, "", file)
                .then()
                .statusCode(400)
                .body("violations.in", contains("row 3", "row 3", "row 4", "row 4", "row 5"))
                .body(
                        "violations.field",
                        contains(
                                "guardian1_full_name",
                                "guardian1_phone",
                                "guardian1_document_type",
                                "guardian1_document_number",
                                "guardian1_document_number"))
                .body("violations[4].message", containsString("format the column as text"));
    }

    @Test
    void aKnownGuardianIsLinkedAsTheyAreWithTheirRestriction() {
        ImportedFiles.imported(school, STUDENT + ";" + GUARDIAN + "\nTI;1;Ana;Ruiz;;CC;52;Lucía Peña;madre;300\n");
        Schools.change("update athena.student_guardians set restriction = 'Orden' where school_id = ?", school.id());
        send(school, "", STUDENT + ";" + GUARDIAN + "\nTI;2;Eva;Ruiz;;CC;52;Lucía Díaz;madre;300\n")
                .then()
                .statusCode(201)
                .body("new_guardians", equalTo(0))
                .body("known_guardians", equalTo(1))
                .body("notes.field", contains("guardian1_full_name"))
                .body("notes.in", contains("row 2"))
                .body("notes.message", contains(endsWith("the school's value stays")));
        assertThat(text("select full_name from athena.guardians where school_id = ?"))
                .isEqualTo("Lucía Peña");
        assertThat(Schools.count("athena.student_guardians where school_id = ? and restriction = 'Orden'", school.id()))
                .isEqualTo(2);
    }

    @Test
    void lettersThatAreBrokenAreFaults() {
        byte[] file =
                new String((STUDENT + "\nTI;1;José;Ruiz;\n").getBytes(), Charset.forName("windows-1252")).getBytes();
        send(school, "", "text/csv", file)
                .then()
                .statusCode(400)
                .body("violations.field", contains("first_name"))
                .body("violations.message", contains(startsWith("is UTF-8 that was read as Windows-1252")));
    }
}
