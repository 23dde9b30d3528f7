package org.athena.student.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;

import org.athena.platform.database.BulkWrite;
import org.athena.platform.names.Document;
import org.athena.platform.names.DocumentType;
import org.athena.platform.tenancy.AuthContext;

/** Finds the students of a file that the school already has, and writes the others. */
@RequestScoped
class StudentWriting {

    private static final String KNOWN =
            "select documentType, documentNumber, active from Student where is_any_of(documentNumber, ?1)";

    /** The insert waits for another request that is adding the same row, and then skips the row. */
    private static final BulkWrite<ImportedStudent> WRITE = BulkWrite.<ImportedStudent>of("""
                    insert into athena.students
                      (school_id, document_type, document_number, first_name, middle_name, last_name, second_last_name, birth_date,
                       gender)
                    select :school, type, number, first, middle, last, second, birth, gender from {rows} order by place
                    on conflict on constraint uq_students_school_id_document do nothing
                    returning id || ' ' || document_kind || ':' || document_number""")
            .text("type", row -> row.student().documentType())
            .text("number", row -> row.student().document().number())
            .text("first", row -> row.student().firstName())
            .text("middle", row -> row.student().middleName())
            .text("last", row -> row.student().lastName())
            .text("second", row -> row.student().secondLastName())
            .date("birth", row -> row.student().birthDate())
            .text("gender", row -> row.student().gender());

    private final EntityManager entities;
    private final AuthContext caller;

    StudentWriting(EntityManager entities, AuthContext caller) {
        this.entities = entities;
        this.caller = caller;
    }

    /** Whether the student is active, by the keys of the documents that the school already has. */
    Map<String, Boolean> known(Collection<ImportedStudent> students) {
        Set<String> wanted = new HashSet<>();
        Set<String> numbers = new HashSet<>();
        for (ImportedStudent student : students) {
            wanted.add(student.key());
            numbers.add(student.student().document().number());
        }
        return entities.createQuery(KNOWN, Object[].class)
                .setParameter(1, numbers.toArray(String[]::new))
                .getResultStream()
                .filter(row -> wanted.contains(key(row)))
                .collect(Collectors.toMap(StudentWriting::key, row -> (Boolean) row[2]));
    }

    private static String key(Object[] row) {
        return new Document((DocumentType) row[0], (String) row[1]).key();
    }

    /**
     * Writes the students in the order of their documents and not of the file, so that simultaneous imports of the same students
     * wait for each other without a deadlock.
     *
     * @return the new ids by the keys of the documents; without those that were skipped, because another request added them
     */
    Map<String, UUID> write(Collection<ImportedStudent> students) {
        List<ImportedStudent> sorted = new ArrayList<>(students);
        sorted.sort(Comparator.comparing(ImportedStudent::key));
        return ids(WRITE.execute(entities, sorted, Map.of("school", caller.schoolId()), String.class));
    }

    /** @param written an id and a key each */
    static Map<String, UUID> ids(List<String> written) {
        Map<String, UUID> ids = new HashMap<>();
        for (String one : written) {
            int space = one.indexOf(' ');
            ids.put(one.substring(space + 1), UUID.fromString(one.substring(0, space)));
        }
        return ids;
    }
}
