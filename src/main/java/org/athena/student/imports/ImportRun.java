package org.athena.student.imports;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.validation.Validator;

import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.sheet.Faults;
import org.athena.platform.sheet.SheetFile;
import org.athena.platform.sheet.Understood;
import org.athena.student.FormerDocuments;
import org.athena.student.RestrictedGuardians;

/** Reads a file of students, compares it with the school, and imports it: all rows, or none. */
@RequestScoped
class ImportRun {

    private final Validator validator;
    private final StudentWriting students;
    private final GuardianWriting guardians;
    private final FormerDocuments former;
    private final RestrictedGuardians restricted;
    private final Imports imports;

    ImportRun(
            Validator validator,
            StudentWriting students,
            GuardianWriting guardians,
            FormerDocuments former,
            RestrictedGuardians restricted,
            Imports imports) {
        this.validator = validator;
        this.students = students;
        this.guardians = guardians;
        this.former = former;
        this.restricted = restricted;
        this.imports = imports;
    }

    /** What the import would do, and all faults; nothing is written. */
    ImportView tried(SheetFile file, boolean skipKnown) {
        ImportPlan plan = plan(file, skipKnown, Faults.SHOWN);
        return plan.view(null, 0);
    }

    /** The faults that the import would have, with their number bounded by the size of a list. */
    List<Faults.Fault> faults(SheetFile file, boolean skipKnown, int most) {
        return plan(file, skipKnown, most).faults().listed();
    }

    /**
     * Imports the file.
     *
     * @throws ProblemException 400 with the faults by row and column, or 409 with the rows that another request added; nothing is
     *     written then
     */
    ImportView run(SheetFile file, boolean skipKnown) {
        ImportPlan plan = plan(file, skipKnown, Faults.SHOWN);
        if (!plan.faults().isEmpty()) {
            throw refused(ProblemCode.REQUEST_INVALID, "The file has faults. Nothing was imported.", plan);
        }
        Map<String, UUID> written = students.write(plan.newStudents());
        plan.missed(written.keySet());
        if (!plan.faults().isEmpty()) {
            throw refused(
                    ProblemCode.CONFLICT,
                    "Another request added students of the file at the same time. Nothing was imported.",
                    plan);
        }
        Map<String, UUID> added = addGuardians(plan, written);
        Understood understood = file.understood();
        UUID id = imports.add(understood.format(), plan.rows(), written.values(), added.values());
        return plan.view(id, written.size());
    }

    private ImportPlan plan(SheetFile file, boolean skipKnown, int mostFaults) {
        StudentsOfFile read = StudentsOfFile.of(file, validator, mostFaults);
        ImportPlan plan = new ImportPlan(read, students.known(read.students()), skipKnown);
        plan.refuseFormer(former.former(plan.newStudents().stream()
                        .map(student -> student.student().document())
                        .toList())
                .keySet());
        plan.compare(guardians.known(plan.guardians()));
        if (!plan.newGuardians().isEmpty()) {
            plan.refuseSecondPersons(restricted.read());
        }
        plan.restrict(guardians.restricted(plan.knownGuardians().values()));
        return plan;
    }

    /** @return the ids of the new guardians by their keys */
    private Map<String, UUID> addGuardians(ImportPlan plan, Map<String, UUID> written) {
        Map<String, UUID> added = guardians.write(plan.newGuardians());
        Map<String, UUID> all = plan.knownGuardians();
        all.putAll(added);
        if (all.size() < plan.guardians().size()) {
            // Another request added some of them in the meantime. They are linked as they are.
            guardians.known(plan.guardians()).forEach((key, guardian) -> all.put(key, guardian.id()));
        }
        HashSet<UUID> before = new HashSet<>(all.values());
        before.removeAll(added.values());
        guardians.link(plan.newStudents(), written, all, before);
        return added;
    }

    private static ProblemException refused(ProblemCode code, String detail, ImportPlan plan) {
        return new ProblemException(code, detail, plan.faults().first())
                .with("more_violations", plan.faults().more())
                .with("understood", plan.understood());
    }
}
