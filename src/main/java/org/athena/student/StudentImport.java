package org.athena.student;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;

import org.athena.platform.problem.ProblemException;
import org.athena.platform.problem.Violation;
import org.athena.platform.rest.Dates;
import org.athena.student.StudentFile.Row;

/** Takes a file of students over, every row or none. */
@RequestScoped
class StudentImport {

    /** Rows that are in memory as entities at once, and documents asked for at once. */
    private static final int BATCH = 500;

    private final Validator validator;
    private final EntityManager entities;
    private final List<Violation> faults = new ArrayList<>();

    StudentImport(Validator validator, EntityManager entities) {
        this.validator = validator;
        this.entities = entities;
    }

    /**
     * @return how many students were added
     * @throws ProblemException 400 with every fault by row and column; then nothing was written
     */
    int run(StudentFile file) {
        List<StudentData> students = new ArrayList<>();
        Map<String, Row> rows = new HashMap<>();
        for (Row row : file.rows()) {
            StudentData student = read(row);
            students.add(student);
            if (student.documentType() != null && student.documentNumber() != null) {
                Row first = rows.putIfAbsent(student.document().key(), row);
                if (first != null) {
                    faults.add(row.fault("document_number", "is the same as in row " + first.number()));
                }
            }
        }
        findKnown(students)
                .forEach(key -> faults.add(
                        rows.get(key).fault("document_number", "belongs to a student who is already there")));
        if (!faults.isEmpty()) {
            faults.sort(inOrder(file.columns()));
            throw ProblemException.invalid("The file has faults; nothing was imported.", faults);
        }
        write(students);
        return students.size();
    }

    /** As a reader goes through the file: by row, in it from left to right; what has no column stands at the end. */
    private static Comparator<Violation> inOrder(List<String> columns) {
        return Comparator.comparingLong(StudentImport::rowNumber)
                .thenComparing(
                        fault -> columns.contains(fault.field()) ? columns.indexOf(fault.field()) : columns.size())
                .thenComparing(Violation::message);
    }

    private static long rowNumber(Violation fault) {
        return Long.parseLong(fault.in().substring("row ".length()));
    }

    /** What the row says, with what cannot be understood left out and reported. */
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
            faults.add(row.fault("birth_date", "is no date of the form YYYY-MM-DD"));
        }
        StudentData student = new StudentData(
                type,
                row.cells().get("document_number"),
                // An empty cell is an empty text to whoever reads what is wrong with it.
                row.cells().getOrDefault("first_name", ""),
                row.cells().get("middle_name"),
                row.cells().getOrDefault("last_name", ""),
                row.cells().get("second_last_name"),
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

    /** The documents of the file that the school has already. */
    private Set<String> findKnown(List<StudentData> students) {
        Set<String> wanted = new HashSet<>();
        Set<String> numbers = new HashSet<>();
        for (StudentData student : students) {
            if (student.documentType() != null && student.documentNumber() != null) {
                wanted.add(student.document().key());
                numbers.add(student.document().number());
            }
        }
        List<String> list = List.copyOf(numbers);
        Set<String> known = new HashSet<>();
        for (int from = 0; from < list.size(); from += BATCH) {
            List<String> some = list.subList(from, Math.min(from + BATCH, list.size()));
            known.addAll(entities.createQuery(
                            "select documentType, documentNumber from Student where documentNumber in ?1",
                            Object[].class)
                    .setParameter(1, some)
                    .getResultStream()
                    .map(row -> new Document((DocumentType) row[0], (String) row[1]).key())
                    .filter(wanted::contains)
                    .collect(Collectors.toSet()));
        }
        return known;
    }

    private void write(List<StudentData> students) {
        int pending = 0;
        for (StudentData data : students) {
            Student student = new Student();
            student.apply(data);
            student.persist();
            if (++pending == BATCH) {
                entities.flush();
                entities.clear();
                pending = 0;
            }
        }
        entities.flush();
    }
}
