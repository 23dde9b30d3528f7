package org.athena.student;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;

import org.athena.platform.tenancy.AuthContext;

/** Finds the students of a file that the school already has, and writes the others. */
@RequestScoped
class ImportedStudents {

    /** The number of documents in one query, and of rows in one insert. */
    private static final int BATCH = 500;

    private static final String KNOWN = "select documentType, documentNumber from Student where documentNumber in ?1";

    /** The insert waits for another request that is adding the same row, and then skips the row. */
    private static final String WRITE = """
            insert into athena.students
              (school_id, document_type, document_number, first_name, middle_name, last_name, second_last_name, birth_date, gender)
            select cast(:school as uuid), type, number, first, middle, last, second, cast(birth as date), gender
              from unnest(cast(:types as text[]), cast(:numbers as text[]), cast(:firsts as text[]), cast(:middles as text[]),
                          cast(:lasts as text[]), cast(:seconds as text[]), cast(:births as text[]), cast(:genders as text[]))
                   with ordinality row (type, number, first, middle, last, second, birth, gender, place)
             order by place
            on conflict on constraint uq_students_school_id_document do nothing
            returning document_kind || ':' || document_number""";

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
        Set<String> known = new HashSet<>();
        for (List<String> some : batches(List.copyOf(numbers))) {
            known.addAll(entities.createQuery(KNOWN, Object[].class)
                    .setParameter(1, some)
                    .getResultStream()
                    .map(row -> new Document((DocumentType) row[0], (String) row[1]).key())
                    .filter(wanted::contains)
                    .collect(Collectors.toSet()));
        }
        return known;
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
        Set<String> left = new HashSet<>();
        for (List<Numbered> some : batches(sorted)) {
            some.forEach(student -> left.add(student.key()));
            insert(some.stream().map(Numbered::student).toList()).forEach(left::remove);
        }
        return left;
    }

    @SuppressWarnings("unchecked")
    private List<String> insert(List<StudentData> students) {
        List<Student> rows = students.stream().map(ImportedStudents::row).toList();
        Map<String, Function<Student, Object>> columns = new HashMap<>();
        columns.put("types", row -> row.documentType);
        columns.put("numbers", row -> row.documentNumber);
        columns.put("firsts", row -> row.firstName);
        columns.put("middles", row -> row.middleName);
        columns.put("lasts", row -> row.lastName);
        columns.put("seconds", row -> row.secondLastName);
        columns.put("births", row -> row.birthDate);
        columns.put("genders", row -> row.gender);
        Query insert = entities.createNativeQuery(WRITE, String.class).setParameter("school", caller.schoolId());
        columns.forEach((name, value) -> insert.setParameter(
                name,
                rows.stream()
                        .map(row -> value.apply(row) == null
                                ? null
                                : value.apply(row).toString())
                        .toArray(String[]::new)));
        return insert.getResultList();
    }

    private static Student row(StudentData data) {
        Student row = new Student();
        row.apply(data);
        return row;
    }

    private static <T> List<List<T>> batches(List<T> all) {
        List<List<T>> batches = new ArrayList<>();
        for (int from = 0; from < all.size(); from += BATCH) {
            batches.add(all.subList(from, Math.min(from + BATCH, all.size())));
        }
        return batches;
    }
}
