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
import org.athena.platform.tenancy.AuthContext;

/** The students of a file in the database: those who are there already, and all of them written. */
@RequestScoped
class ImportedStudents {

    private static final String KNOWN =
            "select documentType, documentNumber from Student where is_any_of(documentNumber, ?1)";

    /** A row that somebody else is adding is waited for, and left out when it is there then. */
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
     * @param row its number in the file
     * @param student has a document
     */
    record Numbered(long row, StudentData student) {

        /** The document, the same for two that cannot both be in a school. */
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

    /** The documents among these that the school has already. */
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
     * Writes them by their documents, whatever their order in the file: transactions that write the same students wait for each
     * other and never block each other.
     *
     * @return the documents that are not written, because somebody else added them meanwhile
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
