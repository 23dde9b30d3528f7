package org.athena.student;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.athena.platform.json.MayBeNull;
import org.athena.platform.names.DocumentType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A student, with the fields that the reader may see; fields that are not set or not visible are left out.
 *
 * @param hasPiar whether the student has an individual plan. The plan has its own address, because every reading of it is audited
 */
@Schema(name = "Student")
@JsonInclude(JsonInclude.Include.NON_NULL)
record StudentView(
        UUID id,

        @MayBeNull @Schema(implementation = DocumentType.class)
        String documentType,

        @MayBeNull @Schema(maxLength = 20) String documentNumber,
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
        List<LinkView> guardians,
        int version) {

    /** The view for callers who may read all students. */
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
                student.guardians.stream().map(LinkView::full).toList(),
                student.version);
    }

    /**
     * The view for callers who may read own students only. Teachers see the guardians' contact data. Guardians and students see
     * their own link completely, and of other guardians the name and relationship.
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
                        // A guardian under a restriction that applies must not be contacted.
                        .filter(link -> link.active && !link.restrictedToday())
                        .filter(link -> !taught || link.emergencyContact || reader.equals(link.guardian.userId))
                        .map(link -> LinkView.limited(link, taught, reader))
                        .toList(),
                student.version);
    }
}
