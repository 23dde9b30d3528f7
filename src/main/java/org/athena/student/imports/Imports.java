package org.athena.student.imports;

import java.util.Collection;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;

import org.athena.platform.problem.ProblemException;
import org.athena.platform.sheet.SheetFormat;
import org.athena.platform.tenancy.AuthContext;

/** Records imports, and takes them back. */
@RequestScoped
class Imports {

    private static final String ADD = """
            insert into athena.student_imports
              (school_id, imported_by, format, file_rows, students, guardians, student_ids, guardian_ids)
            values (:school, :user, :format, :rows, :students, :guardians, cast(:student_ids as uuid[]), cast(:guardian_ids as uuid[]))
            returning id""";

    /** Some seconds at most on a busy database. */
    private static final int DELETED_AT_A_TIME = 500;

    private final EntityManager entities;
    private final AuthContext caller;
    private final TouchedRows touched;

    Imports(EntityManager entities, AuthContext caller, TouchedRows touched) {
        this.entities = entities;
        this.caller = caller;
        this.touched = touched;
    }

    /**
     * @param students the ids of the students that the import added
     * @param guardians the ids of the guardians that it added
     */
    UUID add(SheetFormat format, int rows, Collection<UUID> students, Collection<UUID> guardians) {
        return (UUID) entities.createNativeQuery(ADD, UUID.class)
                .setParameter("school", caller.schoolId())
                .setParameter("user", caller.userId())
                .setParameter("format", format.ending())
                .setParameter("rows", rows)
                .setParameter("students", students.size())
                .setParameter("guardians", guardians.size())
                .setParameter("student_ids", texts(students))
                .setParameter("guardian_ids", texts(guardians))
                .getSingleResult();
    }

    private static String[] texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    /**
     * Deletes what the import added. An import that was taken back before stays as it is.
     *
     * @throws ProblemException 409 when some of it was changed or used since; nothing is deleted then
     */
    void takeBack(UUID id) {
        touched.refuse(id);
        for (int from = 0; delete(id, from) > 0; from += DELETED_AT_A_TIME) {
            continue;
        }
    }

    private int delete(UUID id, int from) {
        return (Integer) entities.createNativeQuery("select athena.delete_imported(:id, :from, :most)", Integer.class)
                .setParameter("id", id)
                .setParameter("from", from)
                .setParameter("most", DELETED_AT_A_TIME)
                .getSingleResult();
    }
}
