package org.athena.student;

import java.time.LocalDate;
import java.util.UUID;

import org.athena.platform.json.MayBeNull;
import org.athena.platform.names.DocumentType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;

/** A student in a list. Only callers who may read all students see the document. */
@Schema(name = "StudentItem")
@JsonInclude(JsonInclude.Include.NON_NULL)
record StudentItem(
        UUID id,

        @MayBeNull @Schema(implementation = DocumentType.class)
        String documentType,

        @MayBeNull @Schema(maxLength = 20) String documentNumber,
        String fullName,
        String firstName,
        @MayBeNull String middleName,
        String lastName,
        @MayBeNull String secondLastName,
        @MayBeNull LocalDate birthDate,
        boolean isActive) {

    static StudentItem of(Student student, boolean full) {
        return new StudentItem(
                student.id,
                full ? student.documentType.name() : null,
                full ? student.documentNumber : null,
                student.fullName(),
                student.firstName,
                student.middleName,
                student.lastName,
                student.secondLastName,
                student.birthDate,
                student.active);
    }
}
