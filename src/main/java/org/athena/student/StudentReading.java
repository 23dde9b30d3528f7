package org.athena.student;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;

import org.athena.platform.paging.Page;
import org.athena.platform.paging.PageQuery;
import org.athena.platform.paging.SearchWords;
import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.tenancy.AuthContext;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.panache.common.Parameters;

/** Finds the students that the caller may see. */
@RequestScoped
class StudentReading {

    private static final String NAMES =
            "function('athena.fold' as String, firstName || ' ' || coalesce(middleName, '') || ' ' || lastName || ' '"
                    + " || coalesce(secondLastName, ''))";

    private static final String OWN = "id in (select o.studentId from OwnStudent o where o.reach in :own)";

    // One statement: the student, the links in force with their guardians, and whether the caller is the teacher.
    private static final String ONE = """
            select s, (select count(o) from OwnStudent o where o.studentId = s.id and o.reach = 'teacher' and o.reach in :own)
              from Student s left join fetch s.guardians l left join fetch l.guardian
             where s.id = :id
               and (:all = true or s.id in (select o.studentId from OwnStudent o where o.reach in :own))""";

    /**
     * A student and how the caller got to see them.
     *
     * @param taught whether as their teacher
     */
    record Found(Student student, boolean taught) {}

    private final EntityManager entities;
    private final AuthContext caller;
    private final Reach reach;

    StudentReading(EntityManager entities, AuthContext caller) {
        this.entities = entities;
        this.caller = caller;
        this.reach = Reach.of(caller);
    }

    /** The student as the caller may see them. */
    StudentView view(UUID id) {
        return view(find(id));
    }

    StudentView view(Found found) {
        return reach.all()
                ? StudentView.full(found.student())
                : StudentView.limited(found.student(), found.taught(), caller.userId());
    }

    /**
     * @throws ProblemException 404 when there is none that the caller may see
     */
    Found find(UUID id) {
        List<Object[]> rows = entities.createQuery(ONE, Object[].class)
                .setParameter("id", id)
                .setParameter("all", reach.all())
                .setParameter("own", reach.own())
                .getResultList();
        if (rows.isEmpty()) {
            throw new ProblemException(ProblemCode.NOT_FOUND, "There is no student with this id.");
        }
        return new Found((Student) rows.get(0)[0], ((Number) rows.get(0)[1]).longValue() > 0);
    }

    Page<StudentItem> list(PageQuery page, Optional<String> words, Optional<Boolean> active) {
        List<String> conditions = new ArrayList<>();
        Parameters values = new Parameters();
        if (!reach.all()) {
            conditions.add(OWN);
            values.and("own", reach.own());
        }
        active.ifPresent(flag -> {
            conditions.add("active = :active");
            values.and("active", flag);
        });
        // Who is not shown the document must not find by it: they have own students only, few enough to fold here.
        String searched = reach.all() ? "searchText" : NAMES;
        // Dots of a document number mean nothing.
        List<String> patterns = SearchWords.patterns(words.orElse("").replace(".", ""));
        for (int i = 0; i < patterns.size(); i++) {
            conditions.add(searched + " like :word" + i + " escape '!'");
            values.and("word" + i, patterns.get(i));
        }
        PanacheQuery<Student> query = conditions.isEmpty()
                ? Student.findAll(page.sort())
                : Student.find(String.join(" and ", conditions), page.sort(), values.map());
        return page.of(query, student -> StudentItem.of(student, reach.all()));
    }

    /** Attribute names by the public sort names. */
    static final Map<String, List<String>> SORTS = Map.of(
            "last_name", List.of("lastName", "secondLastName", "firstName", "middleName"),
            "first_name", List.of("firstName", "middleName", "lastName"),
            "birth_date", List.of("birthDate"));
}
