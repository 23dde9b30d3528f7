package org.athena.student.imports;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;

import org.athena.platform.problem.ProblemException;
import org.athena.platform.tenancy.AuthContext;
import org.athena.platform.tenancy.Permission;

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.fasterxml.jackson.annotation.JsonInclude;

/** Marks an import as taken back, unless somebody has touched what it added. */
@RequestScoped
class TouchedRows {

    private static final String TAKE_BACK = """
            select cast(t.touched_id as text), t.why, t.total, s.id is not null, coalesce(s.full_name, g.full_name)
              from athena.take_back_import(:id) t
              left join athena.students s on s.school_id = :school and s.id = t.touched_id
              left join athena.guardians g on g.school_id = :school and g.id = t.touched_id
             order by s.id is null, 5, t.touched_id""";

    /**
     * A row that keeps an import.
     *
     * @param why changed: the person's own data; linked: guardians were linked, or a link was changed; used: by other data
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TouchedRow(UUID studentId, UUID guardianId, String name, String why) {}

    private final EntityManager entities;
    private final AuthContext caller;

    TouchedRows(EntityManager entities, AuthContext caller) {
        this.entities = entities;
        this.caller = caller;
    }

    /** @throws ProblemException 409 when some rows were changed or used since; those who may read them learn which */
    void refuse(UUID id) {
        List<Object[]> rows = entities.createNativeQuery(TAKE_BACK, Object[].class)
                .setParameter("id", id)
                .setParameter("school", caller.schoolId())
                .getResultList();
        if (!rows.isEmpty()) {
            throw refusal(((Number) rows.get(0)[2]).longValue(), rows);
        }
    }

    private ProblemException refusal(long total, List<Object[]> rows) {
        ProblemException refused = ImportConflicts.TOUCHED
                .saying(total
                        + " of the students and guardians of this import were changed or used since. Nothing was taken"
                        + " back.")
                .problem()
                .with("touched", total);
        return caller.may(Permission.READ_STUDENTS)
                ? refused.with(
                        "touched_rows", rows.stream().map(TouchedRows::row).toList())
                : refused;
    }

    private static TouchedRow row(Object[] row) {
        UUID id = UUID.fromString((String) row[0]);
        boolean student = (Boolean) row[3];
        return new TouchedRow(student ? id : null, student ? null : id, (String) row[4], (String) row[1]);
    }
}
