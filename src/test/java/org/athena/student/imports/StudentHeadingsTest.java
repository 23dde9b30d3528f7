package org.athena.student.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.athena.platform.problem.ProblemException;
import org.athena.platform.problem.Violation;
import org.athena.platform.sheet.Bounds;
import org.athena.platform.sheet.SheetFile;
import org.athena.platform.sheet.Understood.FoundColumn;
import org.athena.student.StudentColumns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Headings as schools write them. */
class StudentHeadingsTest {

    private static final String OTHERS = "document_type;document_number;first_name;last_name";

    private static SheetFile file(String header) {
        return SheetFile.of(
                (header + "\n1\n").getBytes(StandardCharsets.UTF_8), StudentColumns.ALL, new Bounds(1_000_000, 10));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            N° documento | document_number
            N.º documento | document_number
            N° de identificación | document_number
            No. de identificación | document_number
            No. Documento | document_number
            Núm. documento | document_number
            Núm. de doc. | document_number
            Número identificación | document_number
            Documento estudiante | document_number
            Documento del estudiante | document_number
            Documento | document_number
            Identificación | document_number
            Tipo de identificación | document_type
            Tipo doc | document_type
            Tipo | document_type
            F. de nacimiento | birth_date
            F. Nacimiento | birth_date
            Fecha de nacimiento (dd/mm/aaaa) | birth_date
            Nombre del acudiente | guardian1_full_name
            Documento acudiente | guardian1_document_number
            N° documento del acudiente | guardian1_document_number
            Tipo documento acudiente | guardian1_document_type
            Parentesco | guardian1_relationship
            Parentesco del acudiente | guardian1_relationship
            Teléfono acudiente | guardian1_phone
            Celular acudiente | guardian1_phone
            Correo acudiente | guardian1_email
            Acudiente: documento | guardian1_document_number
            Acudiente 2: documento | guardian2_document_number
            Acudiente | guardian1_full_name
            Cédula del acudiente | guardian1_document_number
            C.C. acudiente | guardian1_document_number
            Acudiente 2: cédula | guardian2_document_number
            Número de celular del acudiente | guardian1_phone
            N° documento acudiente 2 | guardian2_document_number""")
    void theHeadingIsKnown(String heading, String field) {
        String others = OTHERS.replace(";" + field, "").replace(field + ";", "");
        assertThat(file(others + ";" + heading).understood().columns()).contains(new FoundColumn(heading, field));
    }

    /** Of the child or of the guardian: only a file that names a guardian says which. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Celular | guardian1_phone
            Teléfono | guardian1_phone
            Cédula | guardian1_document_number""")
    void theHeadingAloneIsThatOfTheGuardianWhomTheFileNames(String heading, String field) {
        assertThat(file(OTHERS + ";Nombre del acudiente;" + heading)
                        .understood()
                        .columns())
                .contains(new FoundColumn(heading, field));
        assertThat(file(OTHERS + ";" + heading).understood().ignored()).containsExactly(heading);
    }

    @Test
    void theHeadingThatNamesTheGuardianIsTakenAndTheOtherOneIsIgnored() {
        SheetFile file = file(OTHERS + ";Acudiente;Teléfono;Celular del acudiente;Celular");
        assertThat(file.understood().columns()).contains(new FoundColumn("Celular del acudiente", "guardian1_phone"));
        assertThat(file.understood().ignored()).containsExactly("Teléfono", "Celular");
        assertThat(file(OTHERS + ";Acudiente;Teléfono;Celular").understood().ignored())
                .containsExactly("Celular");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Nombres;Apellidos | Nombres | Apellidos
            NOMBRES;Apellidos | NOMBRES | Apellidos
            Nombre completo | Nombre completo | Nombre completo
            Nombre;Apellido | Nombre | Apellido""")
    void namesInOneColumnAreToldToStandApart(String names, String first, String last) {
        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> file("document_type;document_number;" + names));
        assertThat(refused.violations())
                .containsExactly(
                        undivided("first_name", first, "Primer nombre", "Segundo nombre"),
                        undivided("last_name", last, "Primer apellido", "Segundo apellido"));
    }

    private static Violation undivided(String field, String heading, String... columns) {
        return new Violation(
                field,
                "row 1",
                "is missing: " + heading + " is not divided; use " + String.join(", ", columns),
                "undivided_column",
                Map.of("heading", heading, "columns", List.of(columns)));
    }

    @Test
    void anIgnoredHeadingThatLooksImportantIsNamed() {
        assertThat(IgnoredHeadings.notes(List.of(
                        "Grado", "Cédula de la madre", "Celular del papá", "Fecha de expedición", "Cédula", "EPS")))
                .containsExactly(
                        "The column Cédula de la madre was not read. Columns of guardians begin with Acudiente 1: or Acudiente 2:,"
                                + " for example Acudiente 1: documento",
                        "The column Celular del papá was not read. Columns of guardians begin with Acudiente 1: or Acudiente 2:,"
                                + " for example Acudiente 1: documento",
                        "The column Fecha de expedición was not read",
                        "The column Cédula was not read");
    }
}
