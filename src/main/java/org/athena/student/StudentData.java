package org.athena.student;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Size;

import org.athena.platform.json.Clearable;
import org.athena.platform.json.Filled;
import org.athena.platform.json.JsonSize;
import org.athena.platform.json.NotBefore;
import org.athena.platform.names.Document;
import org.athena.platform.names.DocumentNumber;
import org.athena.platform.names.DocumentType;
import org.athena.platform.names.Documented;
import org.athena.platform.names.PersonName;
import org.athena.platform.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A student in a request, with all fields that may be written. */
@Schema(name = "StudentData")
@Documented.NumberAllowed
public record StudentData(
        @NotNull DocumentType documentType,

        @NotNull @Size(max = 60) @DocumentNumber
        @Schema(
                examples = "1.020.304.050",
                description =
                        "Digits for TI, RC, CC, NUIP and NES; otherwise 3 to 20 letters from A to Z, digits and hyphens, with"
                                + " a digit. Spaces, dots and commas do not matter")
        String documentNumber,

        @NotNull @PersonName @Size(max = 80) @Schema(examples = "María")
        String firstName,

        @Clearable @PersonName @Size(max = 80) String middleName,

        @NotNull @PersonName @Size(max = 80) @Schema(examples = "Rodríguez")
        String lastName,

        @Clearable @PersonName @Size(max = 80) String secondLastName,
        @Clearable @Past @NotBefore("1900-01-01") LocalDate birthDate,
        @Clearable @Filled @Size(max = 20) String gender,
        @Clearable @JsonSize Map<String, Object> extraData,

        @Clearable @JsonSize @Schema(description = "Individual plan of reasonable adjustments (Decree 1421 of 2017)")
        Map<String, Object> piarData,

        @Size(max = 20, message = "must name at most {max} guardians") List<@NotNull(message = "must not be null") @Valid GuardianData> guardians,

        Boolean isActive,

        @Clearable @Schema(description = "The student's account; setting it needs manage:users")
        UUID userId)
        implements Documented {

    public Document document() {
        return Document.of(documentType, documentNumber);
    }

    /** The guardians in the request; an empty list when it has none. */
    List<GuardianData> guardiansOrNone() {
        return guardians == null ? List.of() : guardians;
    }

    /** Checks that each guardian is in the list once, and that no restriction ends before it begins. */
    void refuseGuardiansOutOfOrder() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; guardians != null && i < guardians.size(); i++) {
            if (!seen.add(guardians.get(i).document().key())) {
                throw ProblemException.invalid(
                        "guardians[" + i + "].document_number", "body", "is in the list more than once");
            }
            Restriction restriction = guardians.get(i).restriction();
            if (restriction != null && restriction.endsBeforeItBegins()) {
                throw ProblemException.invalid(
                        "guardians[" + i + "].restriction.to", "body", "must not be before the first day");
            }
        }
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
                student.guardians.stream().map(GuardianData::of).toList(),
                student.active,
                student.userId);
    }
}
