package org.athena.student.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.validation.Validator;

import org.athena.platform.names.DocumentType;
import org.athena.platform.problem.FaultCode;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.sheet.Faults;
import org.athena.platform.sheet.Row;
import org.athena.platform.sheet.SheetFile;
import org.athena.platform.sheet.Understood.FoundColumn;
import org.athena.platform.sheet.cells.CellFault;
import org.athena.student.StudentColumns;
import org.athena.student.imports.ImportView.ReadRow;
import org.athena.student.imports.ImportedStudent.OfRow;

/** The students and guardians that a file names, with its faults as far as the file alone shows them. */
class StudentsOfFile {

    private static final int SAMPLE = 10;

    private final SheetFile file;
    private final Faults faults;
    private final RowReading reading;
    private final List<ReadRow> sample = new ArrayList<>();
    private final List<ImportedStudent> students = new ArrayList<>();
    private final Map<String, Long> rowsByKey = new HashMap<>();
    private final Map<String, GuardianOfFile> guardians = new LinkedHashMap<>();
    private int rows;

    private StudentsOfFile(SheetFile file, Validator validator, int mostFaults) {
        this.file = file;
        faults = new Faults(columns(file), mostFaults);
        reading = new RowReading(validator, faults, cedulas(file));
    }

    /**
     * Reads the rows.
     *
     * @param mostFaults how many faults are kept
     * @throws ProblemException 400 when the file cannot be read
     */
    static StudentsOfFile of(SheetFile file, Validator validator, int mostFaults) {
        StudentsOfFile read = new StudentsOfFile(file, validator, mostFaults);
        file.rows(read::take);
        return read;
    }

    /** The columns of the file, then those that it does not have: a required one may be missed in a row. */
    private static List<String> columns(SheetFile file) {
        return Stream.concat(file.fields().stream(), StudentColumns.names().stream())
                .distinct()
                .toList();
    }

    private static Set<String> cedulas(SheetFile file) {
        return file.understood().columns().stream()
                .filter(column -> StudentColumns.isCedula(column.heading()))
                .map(FoundColumn::field)
                .collect(Collectors.toSet());
    }

    private void take(Row row) {
        rows++;
        Optional<ImportedStudent> student = reading.read(row);
        if (sample.size() < SAMPLE) {
            sample.add(new ReadRow(row.number(), cells(row, student)));
        }
        student.ifPresent(this::take);
    }

    private void take(ImportedStudent student) {
        Long first = rowsByKey.putIfAbsent(student.key(), student.row());
        if (first == null) {
            students.add(student);
        } else {
            faults.add(
                    student.row(),
                    "document_number",
                    CellFault.of(FaultCode.REPEATED, "is the same as in row " + first)
                            .with("row", first));
        }
        student.guardians().forEach(guardian -> take(student, guardian));
    }

    /** Rows that name one person must not contradict each other. */
    private void take(ImportedStudent student, OfRow guardian) {
        GuardianOfFile person = GuardianOfFile.of(student, guardian);
        GuardianOfFile first = guardians.putIfAbsent(person.key(), person);
        if (first == null) {
            return;
        }
        for (String field : first.differences(person)) {
            faults.add(
                    student.row(),
                    StudentColumns.ofGuardian(guardian.slot(), field),
                    CellFault.of(
                                    FaultCode.CONTRADICTION,
                                    "is not the same as in row " + first.row() + ", which names this person too")
                            .with("row", first.row()));
        }
        guardians.put(person.key(), first.with(person));
    }

    /** The row's cells, with documents and days in the stored form. */
    private static Map<String, String> cells(Row row, Optional<ImportedStudent> student) {
        Map<String, String> cells = new LinkedHashMap<>(row.cells());
        student.ifPresent(read -> {
            cells.replace("document_type", read.student().documentType().name());
            cells.replace("document_number", read.student().document().number());
            if (read.student().birthDate() != null) {
                cells.replace("birth_date", read.student().birthDate().toString());
            }
            for (OfRow guardian : read.guardians()) {
                DocumentType type = guardian.data().documentType();
                cells.replace(StudentColumns.ofGuardian(guardian.slot(), "document_type"), type.name());
                cells.replace(
                        StudentColumns.ofGuardian(guardian.slot(), "document_number"),
                        guardian.data().document().number());
            }
        });
        return cells;
    }

    SheetFile file() {
        return file;
    }

    Faults faults() {
        return faults;
    }

    int rows() {
        return rows;
    }

    List<ReadRow> sample() {
        return sample;
    }

    /** The students, each once, in the order of the file. */
    List<ImportedStudent> students() {
        return students;
    }

    /** The row that names the document of a student first. */
    long row(String key) {
        return rowsByKey.get(key);
    }

    /** The guardians of these students, by the keys of their documents, each once. */
    Map<String, GuardianOfFile> guardians(Collection<ImportedStudent> of) {
        Map<String, GuardianOfFile> named = new LinkedHashMap<>();
        of.forEach(student ->
                student.guardians().forEach(guardian -> named.put(guardian.key(), guardians.get(guardian.key()))));
        return named;
    }
}
