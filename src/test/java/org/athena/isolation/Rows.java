package org.athena.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import org.athena.testing.Api;
import org.athena.testing.Schools;

import io.restassured.response.Response;

/**
 * Rows of every kind that a path can name, in one school.
 *
 * @param school the school
 * @param student a student
 * @param guardian a guardian of the student
 * @param link the link of the two
 * @param year a year with a period
 * @param emptyYear a year without
 * @param period the period
 * @param membership the teacher's
 * @param section a class section
 * @param invited somebody who is invited
 * @param invitationSent the membership of that person
 * @param invitation of the guardian, to a school apart
 * @param made a row of every other list that takes new ones, by the path of the list, from the example of the description
 */
record Rows(
        Schools.School school,
        UUID student,
        UUID guardian,
        UUID link,
        UUID year,
        UUID emptyYear,
        UUID period,
        UUID membership,
        UUID section,
        UUID invited,
        UUID invitationSent,
        UUID invitation,
        Map<String, UUID> made) {

    /** Lists whose rows are made by hand: they name others, or nobody can make one over HTTP alone. */
    private static final List<String> BY_HAND =
            List.of("/admin/", "/auth/", "/schools/me/years", "/students", "/compliance/");

    /** Every table of a school but the logs of what was asked. */
    private static final String TABLES = Schools.text("""
            select string_agg(distinct c.relname::text, ',' order by c.relname::text)
              from pg_class c join pg_attribute a on a.attrelid = c.oid
             where c.relnamespace = 'athena'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
               and a.attname = 'school_id' and c.relname not in ('audit_log', 'idempotency_keys', 'due_work')""");

    static Rows in(Schools.School school) {
        UUID student = insert(
                "insert into athena.students (school_id, document_type, document_number, first_name, last_name)"
                        + " values (?, 'TI', '100', 'Ana', 'Ruiz') returning id::text",
                school.id());
        UUID guardian = insert(
                "insert into athena.guardians (school_id, document_type, document_number, full_name)"
                        + " values (?, 'CC', '200', 'Eva Ruiz') returning id::text",
                school.id());
        UUID link = insert(
                "insert into athena.student_guardians (school_id, student_id, guardian_id, relationship)"
                        + " values (?, ?, ?, 'madre') returning id::text",
                school.id(),
                student,
                guardian);
        UUID year = year(school.id(), "2027");
        UUID period = insert(
                "insert into athena.academic_periods (school_id, school_year_id, name, starts_on, ends_on)"
                        + " values (?, ?, 'Primero', '2027-02-01', '2027-04-01') returning id::text",
                school.id(),
                year);
        UUID apart = Schools.create().first().id();
        UUID teacher = school.person("teacher");
        UUID invited = Schools.user("invited", "active");
        return new Rows(
                school,
                student,
                guardian,
                link,
                year,
                year(school.id(), "2028"),
                period,
                insert(
                        "select id::text from athena.school_memberships where school_id = ? and user_id = ?",
                        school.id(),
                        teacher),
                section(school.id(), year),
                invited,
                invitation(school.id(), invited),
                secret(invitation(apart, school.person("acudiente"))),
                made(school));
    }

    private static UUID section(UUID school, UUID year) {
        UUID grade = insert(
                "insert into athena.grade_levels (school_id, code, name) values (?, '6', 'Sexto') returning id::text",
                school);
        return insert(
                "insert into athena.class_sections (school_id, school_year_id, grade_level_id, name)"
                        + " values (?, ?, ?, '6A') returning id::text",
                school,
                year,
                grade);
    }

    private static UUID invitation(UUID school, UUID person) {
        return insert(
                "insert into athena.school_memberships (school_id, user_id, roles, status, mail, invited_name)"
                        + " values (?, ?, array['acudiente'], 'invited', 'failed', 'Ana Invitada') returning id::text",
                school,
                person);
    }

    /** Gives the invitation the secret of the example. */
    private static UUID secret(UUID invitation) {
        String hash = "encode(sha256('9Q1mZkD0Z8m3c7n5sX2b4A'), 'hex')";
        Schools.change("update athena.school_memberships set secret_hash = null where secret_hash = " + hash);
        Schools.change("update athena.school_memberships set secret_hash = " + hash + " where id = ?", invitation);
        return invitation;
    }

    private static Map<String, UUID> made(Schools.School school) {
        Map<String, UUID> made = new TreeMap<>();
        for (Route route : Route.all()) {
            if (route.method().equals("POST") && !route.open() && !byHand(route.path()) && !route.namesRows()) {
                Response created = Api.as(school, "rector").body(another(route)).post(route.path());
                assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
                made.put(route.path(), UUID.fromString(created.path("id")));
            }
        }
        made.put(
                "/api/v1/students/imports",
                insert(
                        "insert into athena.student_imports (school_id, format, file_rows, students, guardians)"
                                + " values (?, 'csv', 1, 0, 0) returning id::text",
                        school.id()));
        return made;
    }

    /** The example with another name, so that the example itself can still be added. */
    private static String another(Route route) {
        return EveryRoute.body(route).replaceFirst("\"(code|name)\":\"([^\"]+)\"", "\"$1\":\"$2 2\"");
    }

    private static boolean byHand(String path) {
        return BY_HAND.stream().anyMatch(start -> path.startsWith("/api/v1" + start));
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
        } else if (path.endsWith("/memberships/{id}/invitation")) {
            return Map.of("{user}", invited, "{id}", invitationSent);
        } else if (path.startsWith("/admin/users/{user}/memberships")) {
            return Map.of("{user}", teacher, "{id}", membership);
        } else if (path.startsWith("/auth/invitations/{id}")) {
            return Map.of("{id}", invitation);
        } else if (path.startsWith("/schools/me/years/{year}/periods")) {
            return Map.of("{year}", year, "{id}", period);
        } else if (path.startsWith("/schools/me/years/{id}")) {
            return Map.of("{id}", route.id().equals("deleteYear") ? emptyYear : year);
        } else if (path.startsWith("/students/{student}/guardians")) {
            return Map.of("{student}", student, "{id}", link);
        } else if (path.startsWith("/students/{id}")) {
            return Map.of("{id}", student);
        } else if (path.startsWith("/guardians/{id}")) {
            return Map.of("{id}", guardian);
        }
        UUID row = made.get(route.path().replaceFirst("/\\{id}.*", ""));
        return row == null ? Map.of() : Map.of("{id}", row);
    }

    /** Rows that were never there. */
    Rows absent() {
        UUID never = UUID.randomUUID();
        return new Rows(
                new Schools.School(never, Map.of("teacher", never)),
                never,
                never,
                never,
                never,
                never,
                never,
                never,
                never,
                never,
                never,
                never,
                made.keySet().stream().collect(Collectors.toMap(path -> path, path -> never)));
    }

    /** Ids that another school must never read. */
    List<UUID> secrets() {
        List<UUID> secrets = new ArrayList<>(List.of(
                student,
                guardian,
                link,
                year,
                emptyYear,
                period,
                membership,
                section,
                invited,
                invitationSent,
                school.person("teacher"),
                school.id()));
        secrets.addAll(made.values());
        return secrets;
    }

    /** Everything the school has, as text; the same text before and after means that nothing was changed. */
    String snapshot() {
        StringBuilder all = new StringBuilder();
        for (String table : TABLES.split(",")) {
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
