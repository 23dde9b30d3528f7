package org.athena.home;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import org.athena.home.SummaryView.ImportFigures;
import org.athena.home.SummaryView.InvitationFigures;
import org.athena.home.SummaryView.RoleFigure;
import org.athena.home.SummaryView.Span;
import org.athena.home.SummaryView.StaffFigures;
import org.athena.home.SummaryView.StudentFigures;
import org.athena.platform.tenancy.AuthContext;
import org.athena.platform.tenancy.Permission;
import org.athena.platform.tenancy.Role;

/** Reads all figures of a school by one statement, which counts only what the caller may read. */
@RequestScoped
class SummaryReading {

    /** A day begins at midnight in the school's time zone. */
    private static final String FIGURES = """
            with day as materialized (
              select s.time_zone as zone, athena.today() as today from athena.schools s where s.id = :school),
            staff as (
              select m.roles from athena.school_memberships m
               where :people and m.school_id = :school and m.status = 'active' and m.roles && cast(:roles as text[]))
            select day.today, s.active as students, s.added, g.guardians,
                   (select count(*) from staff) as staff,
                   array(select (select count(*) from staff where r.role = any (staff.roles))
                           from unnest(cast(:roles as text[])) with ordinality r (role, place) order by r.place) as by_role,
                   i.open, i.expired, i.waiting, i.failed, f.imports, f.taken_back, f.imported,
                   y.id as year_id, y.name as year_name, y.starts_on as year_starts_on, y.ends_on as year_ends_on,
                   p.id as period_id, p.name as period_name, p.starts_on as period_starts_on, p.ends_on as period_ends_on
              from day
             cross join lateral (
               select count(*) as active,
                      count(*) filter (where s.created_at >= cast(day.today - 29 as timestamp) at time zone day.zone) as added
                 from athena.students s where :students and s.school_id = :school and s.is_active) s
             cross join lateral (
               select count(*) as guardians from athena.guardians g where :students and g.school_id = :school) g
             cross join lateral (
               select count(*) filter (where m.expires_at > now()) as open, count(*) filter (where m.expires_at <= now()) as expired,
                      count(*) filter (where m.mail = 'waiting') as waiting, count(*) filter (where m.mail = 'failed') as failed
                 from athena.school_memberships m
                where :people and m.school_id = :school and (m.status = 'invited' or m.mail is not null)) i
             cross join lateral (
               select count(*) as imports, count(i.taken_back_at) as taken_back,
                      coalesce(sum(i.students) filter (where i.taken_back_at is null), 0) as imported
                 from athena.student_imports i
                where :imports and i.school_id = :school
                  and i.created_at >= cast(day.today - 6 as timestamp) at time zone day.zone) f
              left join lateral (
               select y.id, y.name, y.starts_on, y.ends_on from athena.school_years y
                where :calendar and y.school_id = :school and day.today between y.starts_on and y.ends_on
                order by y.status = 'active' desc, y.starts_on desc, y.id limit 1) y on true
              left join lateral (
               select p.id, p.name, p.starts_on, p.ends_on from athena.academic_periods p
                where p.school_id = :school and p.school_year_id = y.id and day.today between p.starts_on and p.ends_on) p on true""";

    private static final List<String> STAFF =
            Arrays.stream(Role.values()).filter(Role::staff).map(Role::code).toList();

    private final EntityManager entities;
    private final AuthContext caller;

    SummaryReading(EntityManager entities, AuthContext caller) {
        this.entities = entities;
        this.caller = caller;
    }

    SummaryView read() {
        boolean students = caller.may(Permission.READ_STUDENTS);
        boolean people = caller.may(Permission.MANAGE_USERS);
        boolean imports = caller.may(Permission.WRITE_ENROLLMENT, Permission.WRITE_ALL);
        boolean calendar = caller.may(
                Permission.READ_ALL, Permission.READ_GRADES, Permission.READ_SCHEDULE, Permission.READ_ENROLLMENT);
        Tuple row = (Tuple) entities.createNativeQuery(FIGURES, Tuple.class)
                .setParameter("school", caller.schoolId())
                .setParameter("roles", STAFF.toArray(String[]::new))
                .setParameter("students", students)
                .setParameter("people", people)
                .setParameter("imports", imports)
                .setParameter("calendar", calendar)
                .getSingleResult();
        return new SummaryView(
                row.get("today", LocalDate.class),
                students ? new StudentFigures(number(row, "students"), number(row, "added")) : null,
                students ? number(row, "guardians") : null,
                people ? staff(row) : null,
                people ? invitations(row) : null,
                imports ? imports(row) : null,
                span(row, "year"),
                span(row, "period"));
    }

    private static StaffFigures staff(Tuple row) {
        Long[] members = row.get("by_role", Long[].class);
        return new StaffFigures(
                number(row, "staff"),
                IntStream.range(0, STAFF.size())
                        .mapToObj(i -> new RoleFigure(STAFF.get(i), members[i]))
                        .toList());
    }

    private static InvitationFigures invitations(Tuple row) {
        return new InvitationFigures(
                number(row, "open"), number(row, "expired"), number(row, "waiting"), number(row, "failed"));
    }

    private static ImportFigures imports(Tuple row) {
        return new ImportFigures(number(row, "imports"), number(row, "taken_back"), number(row, "imported"));
    }

    private static Span span(Tuple row, String name) {
        UUID id = row.get(name + "_id", UUID.class);
        return id == null
                ? null
                : new Span(
                        id,
                        row.get(name + "_name", String.class),
                        row.get(name + "_starts_on", LocalDate.class),
                        row.get(name + "_ends_on", LocalDate.class));
    }

    private static long number(Tuple row, String name) {
        return row.get(name, Number.class).longValue();
    }
}
