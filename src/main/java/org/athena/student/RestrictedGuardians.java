package org.athena.student;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.Tuple;

import org.athena.platform.tenancy.AuthContext;

/** Finds the guardians of the school under a restriction, to recognise one who is added as a second person. */
@RequestScoped
public class RestrictedGuardians {

    /** As in {@link EarlierLinks}, the last link to a student counts, ended or not, unless its restriction is over. */
    private static final String RESTRICTED = """
            select g.id, g.document_number || g.former_numbers as numbers, g.full_name || g.former_names as names
              from athena.guardians g
             where g.school_id = :school and g.id in (
                     select l.guardian_id from athena.student_guardians l
                      where l.school_id = :school and l.restriction is not null
                        and (l.restriction_to is null or l.restriction_to >= athena.today())
                        and not exists (
                              select 1 from athena.student_guardians n
                               where n.school_id = l.school_id and n.guardian_id = l.guardian_id and n.student_id = l.student_id
                                 and (coalesce(n.ended_at, 'infinity'), n.id) > (coalesce(l.ended_at, 'infinity'), l.id)))""";

    private final EntityManager entities;
    private final AuthContext caller;

    RestrictedGuardians(EntityManager entities, AuthContext caller) {
        this.entities = entities;
        this.caller = caller;
    }

    /** Those whose restriction applies, or will, with the numbers and names that they have or had. */
    @SuppressWarnings("unchecked")
    public Lookalikes read() {
        List<Tuple> rows = entities.createNativeQuery(RESTRICTED, Tuple.class)
                // The query must not flush a person or a student whose fields are not complete yet.
                .setFlushMode(FlushModeType.COMMIT)
                .setParameter("school", caller.schoolId())
                .getResultList();
        Lookalikes alike = new Lookalikes();
        rows.forEach(row -> alike.add(
                row.get("id", UUID.class),
                List.of(row.get("numbers", String[].class)),
                List.of(row.get("names", String[].class))));
        return alike;
    }
}
