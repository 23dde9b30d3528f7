package org.athena.student;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;

import org.athena.platform.database.BulkWrite;
import org.athena.platform.names.Document;
import org.athena.platform.names.DocumentType;
import org.athena.platform.tenancy.AuthContext;

/** Finds the students of a file that the school already has, and writes the others. */
@RequestScoped
class ImportedStudents {

    private static final String KNOWN =
            "select documentType, documentNumber from Student where is_any_of(documentNumber, ?1)";

    /** The insert waits for another request that is adding the same row, and then skips the row. */
    private static final BulkWrite<Student> WRITE = BulkWrite.<Student>of("""
                    insert into athena.students
                      (school_id, document_type, document_number, first_name, middle_name, last_name, second_last_name, birth_date,
                       gender)
                    select :school, type, number, first, middle, last, second, birth, gender from {rows} order by place
                    on conflict on constraint uq_students_school_id_document do nothing
                    returning document_kind || ':' || document_number""")
            .text("type", row -> row.documentType)
            .text("number", row -> row.documentNumber)
            .text("first", row -> row.firstName)
            .text("middle", row -> row.middleName)
            .text("last", row -> row.lastName)
            .text("second", row -> row.secondLastName)
            .date("birth", row -> row.birthDate)
            .text("gender", row -> row.gender);

    /**
     * @param row the number of the row in the file
     * @param student the student, with a document
     */
    record Numbered(long row, StudentData student) {

        /** A key of the document that is the same for two documents that a school cannot have at once. */
        String key() {
            return student.document().key();
        }
    }

    private final EntityManager entities;
    private final AuthContext caller;

    ImportedStudents(EntityManager entities, AuthContext caller) {
        this.entities = entities;
        this.caller = caller;
    }

    /** The keys of the documents that the school already has. */
    Set<String> known(List<Numbered> students) {
        Set<String> wanted = new HashSet<>();
        Set<String> numbers = new HashSet<>();
        for (Numbered student : students) {
            wanted.add(student.key());
            numbers.add(student.student().document().number());
        }
        return entities.createQuery(KNOWN, Object[].class)
                .setParameter(1, numbers.toArray(String[]::new))
                .getResultStream()
                .map(row -> new Document((DocumentType) row[0], (String) row[1]).key())
                .filter(wanted::contains)
                .collect(Collectors.toSet());
    }

    /**
     * Writes the students in the order of their documents and not of the file, so that simultaneous imports of the same students
     * wait for each other without a deadlock.
     *
     * @return the keys of the documents that were skipped, because another request added them
     */
    Set<String> write(List<Numbered> students) {
        List<Numbered> sorted = new ArrayList<>(students);
        sorted.sort(Comparator.comparing(Numbered::key));
        Set<String> left = sorted.stream().map(Numbered::key).collect(Collectors.toCollection(HashSet::new));
        List<Student> rows =
                sorted.stream().map(student -> row(student.student())).toList();
        WRITE.execute(entities, rows, Map.of("school", caller.schoolId()), String.class)
                .forEach(left::remove);
        return left;
    }

    private static Student row(StudentData data) {
        Student row = new Student();
        row.apply(data);
        return row;
    }
}
