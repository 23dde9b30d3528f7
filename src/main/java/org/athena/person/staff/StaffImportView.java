package org.athena.person.staff;

import java.util.List;
import java.util.Set;

import org.athena.platform.problem.Violation;
import org.athena.platform.sheet.Understood;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The result of an import of staff, or of a dry run, which writes nothing.
 *
 * @param imported how many people were invited; their mails are sent one after the other
 * @param rows the rows of the file that are not blank
 * @param newPeople the rows without a fault whose person is not in the school
 * @param knownPeople the rows whose person is a member of the school, or invited already; faults unless they are left out
 * @param faultyRows the rows with at least one fault
 * @param faults the first faults; only a dry run has some
 * @param moreFaults the number of faults that are not listed
 * @param fileNotes what is worth knowing of the whole file
 */
@Schema(name = "StaffImport")
record StaffImportView(
        boolean dryRun,
        int imported,
        Understood file,
        int rows,
        int newPeople,
        int knownPeople,
        int faultyRows,
        List<Violation> faults,
        int moreFaults,
        List<String> fileNotes) {

    static StaffImportView of(StaffOfFile read, Set<String> known, int imported, boolean dryRun) {
        return new StaffImportView(
                dryRun,
                imported,
                read.file().understood(),
                read.rows(),
                read.newPeople(known),
                known.size(),
                read.faults().rows(),
                read.faults().first(),
                read.faults().more(),
                read.file().notes());
    }
}
