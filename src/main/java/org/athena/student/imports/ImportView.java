package org.athena.student.imports;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.athena.platform.json.MayBeNull;
import org.athena.platform.problem.Violation;
import org.athena.platform.sheet.Understood;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The result of an import, or of a dry run, which writes nothing.
 *
 * @param id the address of the import; null for a dry run
 * @param imported the number of students that were written
 * @param rows the rows of the file that are not blank
 * @param newStudents the rows without a fault whose student the school does not have
 * @param knownStudents the rows whose student the school already has
 * @param newGuardians the guardians of the new students whom the school does not have, each once
 * @param knownGuardians the guardians of the new students whom the school has
 * @param faultyRows the rows with at least one fault
 * @param sample the first rows as they were read
 * @param faults the first faults; only a dry run has some
 * @param moreFaults the number of faults that are not listed
 * @param notes what is worth knowing of a cell and does not keep the row out
 * @param fileNotes what is worth knowing of the whole file
 */
@Schema(name = "Import")
record ImportView(
        @MayBeNull UUID id,
        boolean dryRun,
        int imported,
        Understood file,
        int rows,
        int newStudents,
        int knownStudents,
        int newGuardians,
        int knownGuardians,
        int faultyRows,
        List<ReadRow> sample,
        List<Violation> faults,
        int moreFaults,
        List<Violation> notes,
        int moreNotes,
        List<String> fileNotes) {

    /**
     * A row as it was read: documents and names in the stored form, days as YYYY-MM-DD. Blank and unreadable cells are left out.
     *
     * @param row the number of the row in the file
     */
    @Schema(name = "ReadRow")
    record ReadRow(long row, Map<String, String> cells) {}
}
