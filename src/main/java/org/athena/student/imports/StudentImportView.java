package org.athena.student.imports;

import java.time.Instant;
import java.util.UUID;

import org.athena.platform.json.MayBeNull;
import org.athena.platform.sheet.SheetFormat;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An import that was carried out.
 *
 * @param importedBy the user
 * @param importedByName null for somebody who does not belong to the school
 * @param fileRows the rows of the file, also those that were skipped
 * @param students the students that it added
 * @param guardians the guardians that it added
 * @param takenBackAt null while it has not been taken back
 */
@Schema(name = "StudentImport")
record StudentImportView(
        UUID id,
        Instant importedAt,
        @MayBeNull UUID importedBy,
        @MayBeNull String importedByName,
        @Schema(implementation = SheetFormat.class) String format,
        int fileRows,
        int students,
        int guardians,
        @MayBeNull Instant takenBackAt,
        @MayBeNull UUID takenBackBy,
        int version) {

    static StudentImportView of(StudentImport row) {
        return new StudentImportView(
                row.id,
                row.createdAt,
                row.importedBy,
                row.importedByName,
                row.format,
                row.fileRows,
                row.students,
                row.guardians,
                row.takenBackAt,
                row.takenBackBy,
                row.version);
    }
}
