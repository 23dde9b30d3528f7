-- What taking the attendance of one section asks of the database, for pgbench, as the service's role and under its settings: about
-- 33 rows and a line in the audit log, in one transaction. The day is one of next year's.
\set section random(0, 29)
\set day random(0, 360)
begin;
select set_config('athena.school_id', :school, true), set_config('athena.user_id', :rector, true),
       set_config('athena.platform', '', true), set_config('athena.request_id', 'measured', true),
       set_config('statement_timeout', '20000ms', true);
insert into athena.attendance_records (school_id, student_id, class_section_id, attended_on, status)
  select e.school_id, e.student_id, e.class_section_id, make_date(extract(year from now())::int + 1, 1, 1) + :day::int, 'present'
    from athena.enrollments e
   where e.class_section_id = (select c.id from athena.class_sections c order by c.id offset :section::int limit 1)
  on conflict do nothing;
commit;
