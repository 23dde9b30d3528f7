package org.athena.isolation;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.athena.testing.Schools;

/**
 * Rows of every kind that a path can name, in one school.
 *
 * @param school the school
 * @param student a student
 * @param year a year with a period
 * @param emptyYear a year without
 * @param period the period
 * @param membership the teacher's
 * @param invitation of the guardian, to a school apart
 */
record Rows(
        Schools.School school, UUID student, UUID year, UUID emptyYear, UUID period, UUID membership, UUID invitation) {

    static Rows in(Schools.School school) {
        UUID student = insert(
                "insert into athena.students (school_id, document_type, document_number, first_name, last_name)"
                        + " values (?, 'TI', '100', 'Ana', 'Ruiz') returning id::text",
                school.id());
        UUID year = year(school.id(), "2027");
        UUID period = insert(
                "insert into athena.academic_periods (school_id, school_year_id, name, starts_on, ends_on)"
                        + " values (?, ?, 'Primero', '2027-02-01', '2027-04-01') returning id::text",
                school.id(),
                year);
        UUID apart = Schools.create().first().id();
        UUID teacher = school.person("teacher");
        return new Rows(
                school,
                student,
                year,
                year(school.id(), "2028"),
                period,
                insert(
                        "select id::text from athena.school_memberships where school_id = ? and user_id = ?",
                        school.id(),
                        teacher),
                insert(
                        "insert into athena.school_memberships (school_id, user_id, roles, status)"
                                + " values (?, ?, array['acudiente'], 'invited') returning id::text",
                        apart,
                        school.person("acudiente")));
    }

    private static UUID year(UUID school, String name) {
        return insert(
                "insert into athena.school_years (school_id, name, starts_on, ends_on)"
                        + " values (?, ?, ?::date, ?::date) returning id::text",
                school,
                "Año " + name,
                name + "-01-15",
                name + "-11-30");
    }

    private static UUID insert(String sql, Object... values) {
        return UUID.fromString(Schools.text(sql, values));
    }

    /** The path with these rows' ids; a parameter that is not known here fails, so that a new route is thought of. */
    String fill(Route route) {
        Map<String, UUID> ids = ids(route);
        String path = route.path();
        for (Map.Entry<String, UUID> id : ids.entrySet()) {
            path = path.replace(id.getKey(), id.getValue().toString());
        }
        if (path.contains("{")) {
            throw new IllegalStateException("which row does " + path + " name?");
        }
        return path;
    }

    private Map<String, UUID> ids(Route route) {
        String path = route.path().substring("/api/v1".length());
        UUID teacher = school.person("teacher");
        if (path.startsWith("/admin/schools/{id}")) {
            return Map.of("{id}", school.id());
        } else if (path.startsWith("/admin/users/{id}")) {
            return Map.of("{id}", teacher);
        } else if (path.startsWith("/admin/users/{user}/memberships")) {
            return Map.of("{user}", teacher, "{id}", membership);
        } else if (path.startsWith("/auth/invitations/{id}")) {
            return Map.of("{id}", invitation);
        } else if (path.startsWith("/schools/me/years/{year}/periods")) {
            return Map.of("{year}", year, "{id}", period);
        } else if (path.startsWith("/schools/me/years/{id}")) {
            return Map.of("{id}", route.id().equals("deleteYear") ? emptyYear : year);
        } else if (path.startsWith("/students/{id}")) {
            return Map.of("{id}", student);
        }
        return Map.of();
    }

    /** Rows that were never there. */
    Rows absent() {
        UUID never = UUID.randomUUID();
        return new Rows(new Schools.School(never, Map.of("teacher", never)), never, never, never, never, never, never);
    }

    /** Ids that another school must never read. */
    List<UUID> secrets() {
        return List.of(student, year, emptyYear, period, membership, school.person("teacher"), school.id());
    }

    /** Everything the school has, as text; the same text before and after means that nothing was changed. */
    String snapshot() {
        StringBuilder all = new StringBuilder();
        for (String table : List.of(
                "students", "guardians", "school_years", "academic_periods", "school_memberships", "school_settings")) {
            all.append(Schools.text(
                    "select string_agg(t::text, '|' order by t::text) from athena." + table
                            + " t where t.school_id = ?",
                    school.id()));
        }
        all.append(Schools.text("select t::text from athena.schools t where t.id = ?", school.id()));
        return all.append(Schools.text(
                        "select string_agg(u::text, '|' order by u.id) from athena.users u"
                                + " join athena.school_memberships m on m.user_id = u.id where m.school_id = ?",
                        school.id()))
                .toString();
    }
}
