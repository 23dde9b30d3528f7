-- Why: "own" students, in one place: whom a teacher teaches, who a student is, whose guardian somebody is. Every feature that
-- shows rows of a student filters by this view, so that a link, assignment or membership that ends closes all of them at once.
-- Locks: none, a view only. Way back: drop the view.

-- Runs with the rights of whoever reads it, so row level security keeps it inside the school.
create view athena.own_students with (security_invoker = true) as
select s.school_id, s.id as student_id, 'student' as reach
  from athena.students s
 where s.user_id = (select athena.current_user_id())
union
select l.school_id, l.student_id, 'guardian'
  from athena.student_guardians l
  join athena.guardians g on g.school_id = l.school_id and g.id = l.guardian_id
 where g.user_id = (select athena.current_user_id())
   and l.ended_at is null and l.is_active and l.portal_access
   -- A restriction counts on the days of the school, which are Colombia's.
   and not (l.restriction is not null
            and (now() at time zone 'America/Bogota')::date
                between coalesce(l.restriction_from, '-infinity') and coalesce(l.restriction_to, 'infinity'))
union
select e.school_id, e.student_id, 'teacher'
  from athena.enrollments e
  join athena.school_years y on y.school_id = e.school_id and y.id = e.school_year_id and y.status = 'active'
  join athena.class_sections c on c.school_id = e.school_id and c.id = e.class_section_id
 where e.status = 'active'
   and (c.homeroom_teacher_id = (select athena.current_user_id())
        or exists (select 1
                     from athena.course_offerings o
                     join athena.teacher_assignments a on a.school_id = o.school_id and a.course_offering_id = o.id
                    where o.school_id = c.school_id and o.class_section_id = c.id
                      and a.teacher_id = (select athena.current_user_id()) and a.is_active
                      and (now() at time zone 'America/Bogota')::date
                          between coalesce(a.starts_on, '-infinity') and coalesce(a.ends_on, 'infinity')));
