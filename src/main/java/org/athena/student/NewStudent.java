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
import org.athena.platform.json.JsonSize;
import org.athena.platform.json.NotBefore;
import org.athena.platform.json.OneLine;
import org.athena.platform.names.DocumentNumber;
import org.athena.platform.names.DocumentType;
import org.athena.platform.names.Documented;
import org.athena.platform.names.PersonName;
import org.athena.platform.problem.FaultCode;
import org.athena.platform.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A student to add, with the guardians. Later the guardians have addresses of their own. */
@Schema(name = "NewStudent")
@Documented.NumberAllowed
record NewStudent(
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

        @Size(max = 20, message = "must name at most {max} guardians") List<@NotNull(message = "must not be null") @Valid NewGuardian> guardians,

        Boolean isActive,

        @Schema(
                description =
                        "Whether a student is added with a document that another one had before, by mistake for example")
        Boolean acceptFormerDocument,

        @Clearable @Schema(description = StudentData.ACCOUNT)
        UUID userId)
        implements Documented {

    StudentData student() {
        return new StudentData(
                documentType,
                documentNumber,
                firstName,
                middleName,
                lastName,
                secondLastName,
                birthDate,
                gender,
                extraData,
                piarData,
                isActive,
                userId);
    }

    /** The guardians in the request; an empty list when it has none. */
    List<NewGuardian> guardiansOrNone() {
        return guardians == null ? List.of() : guardians;
    }

    /** The place of a guardian in the request. */
    String place(NewGuardian guardian) {
        return "guardians[" + guardians.indexOf(guardian) + "].";
    }

    /** Checks that each guardian is in the list once. */
    void refuseRepeatedGuardians() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < guardiansOrNone().size(); i++) {
            if (!seen.add(guardians.get(i).document().key())) {
                throw ProblemException.invalid(
                        "guardians[" + i + "].document_number",
                        "body",
                        FaultCode.REPEATED_IN_LIST,
                        "is in the list more than once");
            }
        }
    }

    /** Checks that one guardian at most is the primary one. */
    void refuseSecondPrimary() {
        List<NewGuardian> primary = guardiansOrNone().stream()
                .filter(guardian -> Boolean.TRUE.equals(guardian.isPrimary()))
                .toList();
        if (primary.size() > 1) {
            throw ProblemException.invalid(
                    place(primary.get(1)) + "is_primary",
                    "body",
                    StudentFault.SECOND_PRIMARY,
                    "must be true for one guardian at most");
        }
    }
}
