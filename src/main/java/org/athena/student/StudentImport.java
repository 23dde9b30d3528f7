package org.athena.student;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.RequestScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;

import org.athena.platform.json.Dates;
import org.athena.platform.names.Document;
import org.athena.platform.names.DocumentType;
import org.athena.platform.names.NormalName;
import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.problem.Violation;
import org.athena.student.ImportedStudents.Numbered;
import org.athena.student.StudentFile.Row;

/** Imports a file of students: all rows, or none. */
@RequestScoped
class StudentImport {

    private final Validator validator;
    private final ImportedStudents students;
    private final List<Numbered> read = new ArrayList<>();
    private final Map<String, Long> rows = new HashMap<>();
    private final List<Violation> faults = new ArrayList<>();

    StudentImport(Validator validator, ImportedStudents students) {
        this.validator = validator;
        this.students = students;
    }

    /**
     * @return the number of new students
     * @throws ProblemException 400 with all faults by row and column, or 409 with the rows that another request added; nothing is
     *     written then
     */
    int run(StudentFile file) {
        file.read(this::take);
        students.known(read).forEach(key -> fault(key, "belongs to a student whom the school already has"));
        if (!faults.isEmpty()) {
            faults.sort(inOrder(file.columns()));
            throw ProblemException.invalid("The file has faults. Nothing was imported.", faults);
        }
        students.write(read).forEach(key -> fault(key, "was added by another request at the same time"));
        if (!faults.isEmpty()) {
            throw new ProblemException(
                    ProblemCode.CONFLICT,
                    "Another request added students of the file at the same time. Nothing was imported.",
                    faults);
        }
        return read.size();
    }

    private void fault(String key, String message) {
        faults.add(new Violation("document_number", "row " + rows.get(key), message));
    }

    private void take(Row row) {
        StudentData student = read(row);
        if (student.documentType() != null && student.documentNumber() != null) {
            Numbered numbered = new Numbered(row.number(), student);
            Long first = rows.putIfAbsent(numbered.key(), row.number());
            if (first != null) {
                faults.add(row.fault("document_number", "is the same as in row " + first));
            }
            read.add(numbered);
        }
    }

    /** Orders faults by row, and by column from left to right; faults without a column come last. */
    private static Comparator<Violation> inOrder(List<String> columns) {
        return Comparator.comparingLong(StudentImport::rowNumber)
                .thenComparing(
                        fault -> columns.contains(fault.field()) ? columns.indexOf(fault.field()) : columns.size())
                .thenComparing(Violation::message);
    }

    private static long rowNumber(Violation fault) {
        return Long.parseLong(fault.in().substring("row ".length()));
    }

    /** The row as a student. Cells that cannot be read are left out and reported. */
    private StudentData read(Row row) {
        if (row.surplus()) {
            faults.add(row.fault("", "has more cells than the header"));
        }
        DocumentType type = null;
        String written = row.cells().get("document_type");
        try {
            type = written == null ? null : DocumentType.valueOf(written);
        } catch (IllegalArgumentException e) {
            faults.add(row.fault("document_type", Violation.oneOf(List.of(DocumentType.values()))));
        }
        LocalDate birth = null;
        try {
            birth = row.cells().containsKey("birth_date")
                    ? Dates.day(row.cells().get("birth_date"))
                    : null;
        } catch (DateTimeException e) {
            faults.add(row.fault("birth_date", "is not a date of the form YYYY-MM-DD"));
        }
        StudentData student = new StudentData(
                type,
                Document.normal(row.cells().get("document_number")),
                // An empty cell becomes an empty text, so that its fault is "must not be blank".
                NormalName.of(row.cells().getOrDefault("first_name", "")),
                NormalName.of(row.cells().get("middle_name")),
                NormalName.of(row.cells().getOrDefault("last_name", "")),
                NormalName.of(row.cells().get("second_last_name")),
                birth,
                row.cells().get("gender"),
                null,
                null,
                null,
                null,
                null);
        for (ConstraintViolation<StudentData> violation : validator.validate(student)) {
            String column = Violation.snakeCase(violation.getPropertyPath().toString());
            if (!column.equals("document_type") || written == null) {
                faults.add(row.fault(column, violation.getMessage()));
            }
        }
        return student;
    }
}
