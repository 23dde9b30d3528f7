package org.athena.student;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.athena.platform.json.MayBeNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A student, as far as the reader may know them; what is not set, or not for the reader, is left out.
 *
 * @param hasPiar whether there is an individual plan, which has an address of its own because every reading of it is audited
 */
@Schema(name = "Student")
@JsonInclude(JsonInclude.Include.NON_NULL)
record StudentView(
        UUID id,

        @MayBeNull @Schema(implementation = DocumentType.class)
        String documentType,

        @MayBeNull @Schema(maxLength = 30) String documentNumber,
        @MayBeNull List<Map<String, Object>> documentHistory,
        String fullName,
        String firstName,
        @MayBeNull String middleName,
        String lastName,
        @MayBeNull String secondLastName,
        @MayBeNull LocalDate birthDate,
        @MayBeNull String gender,
        @MayBeNull Map<String, Object> extraData,
        @MayBeNull Boolean hasPiar,
        boolean isActive,
        @MayBeNull UUID userId,
        List<GuardianView> guardians,
        int version) {

    /** For those who may read all students. */
    static StudentView full(Student student) {
        return new StudentView(
                student.id,
                student.documentType.name(),
                student.documentNumber,
                student.documentHistory,
                student.fullName(),
                student.firstName,
                student.middleName,
                student.lastName,
                student.secondLastName,
                student.birthDate,
                student.gender,
                student.extraData,
                student.piarData != null,
                student.active,
                student.userId,
                student.guardians.stream().map(GuardianView::full).toList(),
                student.version);
    }

    /**
     * For those who see own students only: teachers see whom to call, guardians and students their own link and of the
     * others the name and relationship.
     */
    static StudentView limited(Student student, boolean taught, UUID reader) {
        return new StudentView(
                student.id,
                null,
                null,
                null,
                student.fullName(),
                student.firstName,
                student.middleName,
                student.lastName,
                student.secondLastName,
                student.birthDate,
                student.gender,
                null,
                null,
                student.active,
                null,
                student.guardians.stream()
                        // Somebody under a restriction in force is nobody's contact.
                        .filter(link -> link.active && !link.restrictedToday())
                        .filter(link -> !taught || link.emergencyContact || reader.equals(link.guardian.userId))
                        .map(link -> GuardianView.limited(link, taught, reader))
                        .toList(),
                student.version);
    }
}
