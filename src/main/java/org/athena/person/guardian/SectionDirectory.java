package org.athena.person.guardian;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import org.athena.platform.paging.Page;
import org.athena.platform.paging.PageQuery;
import org.athena.platform.tenancy.AuthContext;

/** The sections of the school, and how many guardians an invitation of each would reach. */
@RequestScoped
class SectionDirectory {

    /** Guardians are looked up for the sections of the page alone. */
    private static final String SECTIONS = GuardianDirectory.REACH + """
            , part as (
              select c.id, y.name as year, g.name as grade, c.name,
                     row_number() over (order by y.starts_on %s, g.position, g.name, c.name, c.id) as place
                from athena.class_sections c
                join athena.school_years y on y.school_id = c.school_id and y.id = c.school_year_id
                join athena.grade_levels g on g.school_id = c.school_id and g.id = c.grade_level_id
               where c.school_id = :school
               order by place limit :most offset :from)
            select t.id, t.year, t.grade, t.name,
                   count(distinct r.id) filter (where r.reach in ('unknown', 'member')) as invitable
              from part t
              left join placed p on p.class_section_id = t.id
              left join reached r on r.id = p.guardian_id
             group by t.id, t.year, t.grade, t.name, t.place
             order by t.place""";

    private static final String FROM_THE_FIRST_YEAR = SECTIONS.formatted("asc");
    private static final String FROM_THE_LATEST_YEAR = SECTIONS.formatted("desc");

    private static final String COUNT = "select count(*) from athena.class_sections c where c.school_id = :school";

    private final EntityManager entities;
    private final AuthContext caller;

    SectionDirectory(EntityManager entities, AuthContext caller) {
        this.entities = entities;
        this.caller = caller;
    }

    /** @param page sorted by year, and in it by grade and name */
    @SuppressWarnings("unchecked")
    Page<GuardianSection> sections(PageQuery page, String form) {
        String sections = page.descending() ? FROM_THE_LATEST_YEAR : FROM_THE_FIRST_YEAR;
        List<Tuple> rows = entities.createNativeQuery(sections, Tuple.class)
                .setParameter("school", caller.schoolId())
                .setParameter("caller", caller.userId())
                .setParameter("form", form)
                .setParameter("most", page.pageSize())
                .setParameter("from", page.before())
                .getResultList();
        return page.of(rows.stream().map(SectionDirectory::section).toList(), this::count);
    }

    private long count() {
        return (Long) entities.createNativeQuery(COUNT, Long.class)
                .setParameter("school", caller.schoolId())
                .getSingleResult();
    }

    private static GuardianSection section(Tuple row) {
        return new GuardianSection(
                row.get("id", UUID.class),
                row.get("year", String.class),
                row.get("grade", String.class),
                row.get("name", String.class),
                row.get("invitable", Long.class));
    }
}
