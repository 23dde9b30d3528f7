package org.athena.student.imports;

import static org.athena.student.imports.ImportedFiles.GUARDIAN;
import static org.athena.student.imports.ImportedFiles.STUDENT;
import static org.athena.student.imports.ImportedFiles.send;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import org.athena.testing.Api;
import org.athena.testing.Installation;
import org.athena.testing.Schools;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** What a dry run says of a whole file. */
@QuarkusTest
@WithTestResource(Installation.class)
class ImportCountsResourceTest {

    private Schools.School school;

    @BeforeEach
    void aSchool() {
        school = Schools.create().first();
    }

    /** Whoever sees the counts believes that so many would be imported once the file has no fault. */
    @Test
    void rowsWithFaultsAreNotCountedAsNew() {
        String file =
                STUDENT + ";" + GUARDIAN + "Cédula de la madre\nTI;3;Luz;Gil;;CC;52;Lucía Peña;madre;3001112233;\n"
                        + "TI;4;Eva;;;CC;53;Rosa Peña;madre;3001112233;\n";
        send(school, "?dry_run=true", file)
                .then()
                .body("new_students", equalTo(1))
                .body("new_guardians", equalTo(1))
                .body("faulty_rows", equalTo(1))
                .body("file_notes", contains(startsWith("The column Cédula de la madre was not read")));
    }

    /** The list as most schools have it: nobody writes that a cédula is a cédula. */
    @Test
    void aGuardianOfTheUsualHeadingsIsRead() {
        String file = STUDENT + ";Nombre del acudiente;Parentesco;Cédula del acudiente;Celular\n"
                + "TI;5;Luz;Gil;;Marta Núñez;Mamá;52.982.573;3001234567\nTI;6;Eva;Gil;;;;;\n";
        send(school, "?dry_run=true", file)
                .then()
                .statusCode(200)
                .body("faults", empty())
                .body("new_students", equalTo(2))
                .body("new_guardians", equalTo(1))
                .body("file.ignored", empty());
        Api.as(school, "secretary").get("/api/v1/guardians?q=52982573").then().body("total", equalTo(0));
        ImportedFiles.imported(school, file);
        Api.as(school, "secretary")
                .get("/api/v1/guardians?q=52982573")
                .then()
                .body("items.document_type", contains("CC"))
                .body("items.phone", contains("3001234567"));
    }

    @Test
    void aFileWithAHeaderAloneIsRefused() {
        send(school, "?dry_run=true", STUDENT + "\n")
                .then()
                .statusCode(400)
                .body("violations.message", contains("has a header and no rows below it"));
    }
}
