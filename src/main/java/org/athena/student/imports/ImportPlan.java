package org.athena.student.imports;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.athena.platform.sheet.Faults;
import org.athena.platform.sheet.Understood;
import org.athena.student.StudentColumns;

/** What an import of a file would do in the school: who is new, who is known, and what keeps it from being carried out. */
class ImportPlan {

    private final StudentsOfFile read;
    private final List<ImportedStudent> newStudents;
    private final int knownStudents;
    private final Map<String, GuardianOfFile> guardians;
    private final Faults notes = new Faults(StudentColumns.names());
    private Map<String, GuardianOfFile> known = Map.of();

    /**
     * @param knownStudents whether the student is active, by the documents that the school has
     * @param skipKnown whether rows of known students are left out; otherwise each of them is a fault
     */
    ImportPlan(StudentsOfFile read, Map<String, Boolean> knownStudents, boolean skipKnown) {
        this.read = read;
        this.knownStudents = knownStudents.size();
        newStudents = read.students().stream()
                .filter(student -> !knownStudents.containsKey(student.key()))
                .toList();
        guardians = read.guardians(newStudents);
        if (!skipKnown) {
            knownStudents.forEach(this::refuse);
        }
    }

    private void refuse(String key, boolean active) {
        read.faults()
                .add(
                        read.row(key),
                        "document_number",
                        active
                                ? "belongs to a student whom the school already has"
                                : "belongs to a deactivated student of the school");
    }

    /** @param former the documents that students of the school had before; the child is often the same */
    void refuseFormer(Set<String> former) {
        newStudents.stream()
                .filter(student -> former.contains(student.key()))
                .forEach(student -> read.faults()
                        .add(
                                student.row(),
                                "document_number",
                                "is a former number of a student whom the school has; write the present one, or add another"
                                        + " child with this number outside the file"));
    }

    /** Notes in what the known guardians differ from the file; they are linked as they are. */
    void compare(Map<String, GuardianOfFile> knownGuardians) {
        known = knownGuardians;
        knownGuardians.forEach((key, kept) -> {
            GuardianOfFile named = guardians.get(key);
            for (String field : named.differences(kept)) {
                notes.add(
                        named.row(),
                        StudentColumns.ofGuardian(named.slot(), field),
                        "is not what the school has of this person; the school's value stays");
            }
        });
    }

    /** @param written the keys of the students that were written; the others were added by another request */
    void missed(Set<String> written) {
        newStudents.stream()
                .filter(student -> !written.contains(student.key()))
                .forEach(student -> read.faults()
                        .add(student.row(), "document_number", "was added by another request at the same time"));
    }

    Faults faults() {
        return read.faults();
    }

    int rows() {
        return read.rows();
    }

    Understood understood() {
        return read.file().understood();
    }

    List<ImportedStudent> newStudents() {
        return newStudents;
    }

    /** The guardians of the new students by the keys of their documents. */
    Map<String, GuardianOfFile> guardians() {
        return guardians;
    }

    Collection<GuardianOfFile> newGuardians() {
        return guardians.values().stream()
                .filter(guardian -> !known.containsKey(guardian.key()))
                .toList();
    }

    /** The ids of the known guardians by the keys of their documents. */
    Map<String, UUID> knownGuardians() {
        Map<String, UUID> ids = new HashMap<>();
        known.forEach((key, guardian) -> ids.put(key, guardian.id()));
        return ids;
    }

    /** @param id null when nothing was written */
    ImportView view(UUID id, int imported) {
        return new ImportView(
                id,
                id == null,
                imported,
                understood(),
                rows(),
                newStudents.size(),
                knownStudents,
                guardians.size() - known.size(),
                known.size(),
                faults().rows(),
                read.sample(),
                faults().first(),
                faults().more(),
                notes.first(),
                notes.more(),
                read.file().notes());
    }
}
