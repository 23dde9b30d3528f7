package org.athena.student;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Size;

import org.athena.platform.json.Clearable;
import org.athena.platform.json.JsonSize;
import org.athena.platform.json.NotBefore;
import org.athena.platform.json.OneLine;
import org.athena.platform.names.Document;
import org.athena.platform.names.DocumentNumber;
import org.athena.platform.names.DocumentType;
import org.athena.platform.names.Documented;
import org.athena.platform.names.PersonName;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What may be changed of a student. */
@Schema(name = "StudentData")
@Documented.NumberAllowed
public record StudentData(
        @NotNull DocumentType documentType,

        @NotNull @Size(max = 60) @DocumentNumber @Schema(examples = "1.020.304.050", description = StudentData.NUMBERS)
        String documentNumber,

        @NotNull @PersonName @Size(max = 80) @Schema(examples = "María")
        String firstName,

        @Clearable @PersonName @Size(max = 80) String middleName,

        @NotNull @PersonName @Size(max = 80) @Schema(examples = "Rodríguez")
        String lastName,

        @Clearable @PersonName @Size(max = 80) String secondLastName,
        @Clearable @Past @NotBefore("1900-01-01") LocalDate birthDate,
        @Clearable @OneLine @Size(max = 20) String gender,
        @Clearable @JsonSize Map<String, Object> extraData,

        @Clearable @JsonSize @Schema(description = StudentData.PIAR)
        Map<String, Object> piarData,

        Boolean isActive,

        @Clearable @Schema(description = StudentData.ACCOUNT)
        UUID userId)
        implements Documented {

    static final String NUMBERS =
            "Digits for TI, RC, CC, NUIP and NES; otherwise 3 to 20 letters from A to Z, digits and hyphens,"
                    + " with a digit, and not only zeros. Spaces, dots and commas between groups of three digits do not matter";
    static final String PIAR = "Individual plan of reasonable adjustments (Decree 1421 of 2017)";
    static final String ACCOUNT = "The student's account; setting it needs manage:users";

    public Document document() {
        return Document.of(documentType, documentNumber);
    }

    static StudentData of(Student student) {
        return new StudentData(
                student.documentType,
                student.documentNumber,
                student.firstName,
                student.middleName,
                student.lastName,
                student.secondLastName,
                student.birthDate,
                student.gender,
                student.extraData,
                student.piarData,
                student.active,
                student.userId);
    }
}
