package org.athena.student;

import static org.athena.platform.tenancy.Permission.READ_OWN_DATA;
import static org.athena.platform.tenancy.Permission.READ_OWN_STUDENTS;
import static org.athena.platform.tenancy.Permission.READ_STUDENTS;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;

import org.athena.platform.paging.Filters;
import org.athena.platform.paging.Page;
import org.athena.platform.paging.PageQuery;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.row.SchoolRow;
import org.athena.platform.tenancy.AuthContext;
import org.athena.platform.tenancy.Permission;
import org.athena.platform.tenancy.Reach;
import org.athena.platform.tenancy.Role;

/** Finds students that the caller may see. */
@RequestScoped
class StudentReading {

    private static final String NAMES =
            "function('athena.search_text' as String, firstName || ' ' || coalesce(middleName, '') || ' ' || lastName || ' '"
                    + " || coalesce(secondLastName, ''))";

    private static final String OWN = "id in (select o.studentId from OwnStudent o where is_any_of(o.reach, :own))";

    // Each query reads in one statement the student, the active links with their guardians, and whether the caller is
    // the student's teacher.
    private static final String ANY = """
            select s, false from Student s left join fetch s.guardians l left join fetch l.guardian where s.id = :id""";

    private static final String OWN_ONE = """
            select s, exists (select 1 from OwnStudent o where o.studentId = s.id and o.reach = 'teacher'
                                                           and is_any_of(o.reach, :own))
              from Student s left join fetch s.guardians l left join fetch l.guardian
             where s.id = :id and s.id in (select o.studentId from OwnStudent o where is_any_of(o.reach, :own))""";

    /** The permissions of which the routes about students need one; they also determine which students the caller sees. */
    private static final Permission[] PERMISSIONS = {READ_STUDENTS, READ_OWN_STUDENTS, READ_OWN_DATA};

    /**
     * A student, and in which role the caller sees them.
     *
     * @param taught whether the caller is the student's teacher
     */
    record Found(Student student, boolean taught) {}

    private final EntityManager entities;
    private final AuthContext caller;
    private final Reach reach;

    StudentReading(EntityManager entities, AuthContext caller) {
        this.entities = entities;
        this.caller = caller;
        this.reach = Reach.of(caller, PERMISSIONS);
    }

    /** The student, with the fields that the caller may see. */
    StudentView view(UUID id) {
        Found found = find(id);
        return reach.all()
                ? StudentView.full(found.student())
                : StudentView.limited(found.student(), found.taught(), caller.userId());
    }

    /** @throws ProblemException 404 when the caller may not see a student with that id */
    Found find(UUID id) {
        TypedQuery<Object[]> query = reach.all()
                ? entities.createQuery(ANY, Object[].class)
                : entities.createQuery(OWN_ONE, Object[].class).setParameter("own", own());
        return query.setParameter("id", id)
                .getResultStream()
                .findFirst()
                .map(row -> new Found((Student) row[0], (Boolean) row[1]))
                .orElseThrow(() -> SchoolRow.unknown(Student.class));
    }

    /** The values of {@link OwnStudent#reach} for the roles whose own students count. */
    private String[] own() {
        return reach.own().stream()
                .map(role -> role == Role.ACUDIENTE ? "guardian" : role.code())
                .toArray(String[]::new);
    }

    Page<StudentItem> list(PageQuery page, StudentFilters chosen) {
        return list(page, chosen, student -> StudentItem.of(student, reach.all()));
    }

    /** The same with another view of each student. */
    <V> Page<V> list(PageQuery page, StudentFilters chosen, Function<Student, V> view) {
        Filters filters = Filters.none()
                .where(OWN, "own", reach.all() ? Optional.empty() : Optional.of(own()))
                .equal("active", chosen.active())
                // A caller who may not see documents must not search by them either. Such callers have own students
                // only, few enough to prepare their names in the query.
                .words(reach.all() ? "searchText" : NAMES, chosen.words());
        return page.of(Student.class, filters, view);
    }

    /** The attributes by the public names of sort fields. */
    static final Map<String, List<String>> SORTS = Map.of(
            "last_name", List.of("sortName"),
            "first_name", List.of("sortFirstName"),
            "birth_date", List.of("birthDate"));
}
