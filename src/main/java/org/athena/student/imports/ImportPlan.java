package org.athena.student.imports;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.athena.platform.problem.FaultCode;
import org.athena.platform.sheet.Faults;
import org.athena.platform.sheet.Understood;
import org.athena.platform.sheet.cells.CellFault;
import org.athena.student.Lookalikes;
import org.athena.student.Lookalikes.Alike;
import org.athena.student.StudentColumns;

/** What an import of a file would do in the school: who is new, who is known, and what keeps it from being carried out. */
class ImportPlan {

    private static final CellFault KNOWN =
            CellFault.of(FaultCode.KNOWN, "belongs to a student whom the school already has");
    private static final CellFault DEACTIVATED =
            CellFault.of(FaultCode.KNOWN_DEACTIVATED, "belongs to a deactivated student of the school");
    private static final CellFault STAYS_DEACTIVATED =
            CellFault.of(FaultCode.KNOWN_DEACTIVATED, "belongs to a deactivated student, who stays deactivated");
    private static final CellFault DIFFERENT =
            CellFault.of(FaultCode.DIFFERENT, "is not what the school has of this person; the school's value stays");
    private static final CellFault RESTRICTED = CellFault.of(
            FaultCode.RESTRICTED,
            "names a guardian with a restriction, which applies to the link with this student too");
    private static final CellFault ADDED =
            CellFault.of(FaultCode.ADDED_MEANWHILE, "was added by another request at the same time");

    private static final CellFault FORMER = CellFault.of(
            FaultCode.FORMER_NUMBER,
            "is a former number of a student whom the school has; write the present one, or add another child with this number"
                    + " outside the file");

    private static final CellFault SECOND_PERSON = CellFault.of(
            FaultCode.RESEMBLES_RESTRICTED,
            "looks like that of a guardian of the school who is under a restriction; write that guardian's document if it is the"
                    + " same person, or add the student by hand and say there that it is another one");

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
        knownStudents.forEach(skipKnown ? this::skip : this::refuse);
    }

    private void skip(String key, boolean active) {
        if (!active) {
            notes.add(read.row(key), "document_number", STAYS_DEACTIVATED);
        }
    }

    private void refuse(String key, boolean active) {
        read.faults().add(read.row(key), "document_number", active ? KNOWN : DEACTIVATED);
    }

    /** @param former the documents that students of the school had before; the child is often the same */
    void refuseFormer(Set<String> former) {
        newStudents.stream()
                .filter(student -> former.contains(student.key()))
                .forEach(student -> read.faults().add(student.row(), "document_number", FORMER));
    }

    /** Notes in what the known guardians differ from the file; they are linked as they are. */
    void compare(Map<String, GuardianOfFile> knownGuardians) {
        known = knownGuardians;
        knownGuardians.forEach((key, kept) -> {
            GuardianOfFile named = guardians.get(key);
            for (String field : named.differences(kept)) {
                notes.add(named.row(), StudentColumns.ofGuardian(named.slot(), field), DIFFERENT);
            }
        });
    }

    /** Refuses new guardians who look like one under a restriction, who would be there once more without it. */
    void refuseSecondPersons(Lookalikes restricted) {
        for (ImportedStudent student : newStudents) {
            for (ImportedStudent.OfRow guardian : student.guardians()) {
                Alike alike = restricted.of(
                        guardian.data().document(), guardian.data().fullName());
                if (!known.containsKey(guardian.key()) && !alike.isEmpty()) {
                    String column = StudentColumns.ofGuardian(guardian.slot(), alike.field());
                    read.faults().add(student.row(), column, SECOND_PERSON);
                }
            }
        }
    }

    /** Notes the links that take a restriction over, without its text. */
    void restrict(Set<UUID> restricted) {
        for (ImportedStudent student : newStudents) {
            for (ImportedStudent.OfRow guardian : student.guardians()) {
                GuardianOfFile kept = known.get(guardian.key());
                if (kept != null && restricted.contains(kept.id())) {
                    notes.add(student.row(), StudentColumns.ofGuardian(guardian.slot(), "document_number"), RESTRICTED);
                }
            }
        }
    }

    /** @param written the keys of the students that were written; the others were added by another request */
    void missed(Set<String> written) {
        newStudents.stream()
                .filter(student -> !written.contains(student.key()))
                .forEach(student -> read.faults().add(student.row(), "document_number", ADDED));
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
        List<ImportedStudent> right = newStudents.stream()
                .filter(student -> !faults().has(student.row()))
                .toList();
        Set<String> named = read.guardians(right).keySet();
        int knownGuardians = (int) named.stream().filter(known::containsKey).count();
        return new ImportView(
                id,
                id == null,
                imported,
                understood(),
                rows(),
                right.size(),
                knownStudents,
                named.size() - knownGuardians,
                knownGuardians,
                faults().rows(),
                read.sample(),
                faults().first(),
                faults().more(),
                notes.first(),
                notes.more(),
                fileNotes());
    }

    private List<String> fileNotes() {
        return Stream.concat(IgnoredHeadings.notes(understood().ignored()).stream(), read.file().notes().stream())
                .toList();
    }
}
