-- What the two demo schools hold besides their people. Made from lists, so that it is the same at every start; nobody here lives.
insert into athena.school_settings (school_id, habeas_data_text, branding_settings)
select id, 'Los datos de ' || name || ' se tratan según la Ley 1581 de 2012.', '{"color": "#1b5e20"}' from athena.schools;

insert into athena.school_years (school_id, name, starts_on, ends_on, status)
select id, '2026', '2026-01-19', '2026-11-27', 'active' from athena.schools;

insert into athena.academic_periods (school_id, school_year_id, name, starts_on, ends_on, weight)
select y.school_id, y.id, p.name, p.starts_on::date, p.ends_on::date, 25
  from athena.school_years y
  cross join (values ('Primer periodo', '2026-01-19', '2026-03-27'), ('Segundo periodo', '2026-04-06', '2026-06-12'),
                     ('Tercer periodo', '2026-07-06', '2026-09-11'), ('Cuarto periodo', '2026-09-14', '2026-11-27')) p (name, starts_on, ends_on);

insert into athena.grade_levels (school_id, code, name, position, simat_code)
select s.id, g.n::text, case g.n when 0 then 'Transición' else 'Grado ' || g.n end, g.n, g.n
  from athena.schools s cross join generate_series(0, 11) g (n);

insert into athena.academic_areas (school_id, name)
select s.id, a.name from athena.schools s
  cross join (values ('Matemáticas'), ('Humanidades'), ('Ciencias naturales')) a (name);

insert into athena.subjects (school_id, academic_area_id, name) select school_id, id, name from athena.academic_areas;

insert into athena.class_sections (school_id, school_year_id, grade_level_id, name, shift, homeroom_teacher_id)
select g.school_id, y.id, g.id, 'A', 'morning',
       case when g.code = '5' then (select m.user_id from athena.school_memberships m
                                     where m.school_id = g.school_id and m.roles = '{teacher}' order by m.user_id limit 1) end
  from athena.grade_levels g join athena.school_years y on y.school_id = g.school_id;

insert into athena.course_offerings (school_id, class_section_id, subject_id)
select c.school_id, c.id, s.id from athena.class_sections c join athena.subjects s on s.school_id = c.school_id;

-- Every teacher teaches mathematics in the fifth to the seventh grade.
insert into athena.teacher_assignments (school_id, course_offering_id, teacher_id)
select o.school_id, o.id, m.user_id
  from athena.course_offerings o
  join athena.class_sections c on c.school_id = o.school_id and c.id = o.class_section_id
  join athena.grade_levels g on g.school_id = c.school_id and g.id = c.grade_level_id and g.code in ('5', '6', '7')
  join athena.subjects s on s.school_id = o.school_id and s.id = o.subject_id and s.name = 'Matemáticas'
  join athena.school_memberships m on m.school_id = o.school_id and m.roles = '{teacher}';

with names as (
  select array['Samuel','Valentina','Matías','Mariana','Juan José','Isabella','Emiliano','Salomé','Thiago','Luciana','Jerónimo',
               'Gabriela','Nicolás','Antonella','Tomás','Sara','Martín','Manuela','Simón','María José'] as first_names,
         array['Álvarez','Arango','Bedoya','Cárdenas','Duarte','Echeverri','Figueroa','Giraldo','Hoyos','Jaramillo','Londoño',
               'Muñoz','Núñez','Ospina','Peña','Quintero','Restrepo','Salazar','Tobón','Uribe','Vélez','Yepes','Zapata'] as last_names),
made as (
  insert into athena.students (school_id, document_type, document_number, first_name, last_name, second_last_name, birth_date, gender)
  select s.id, case when n % 12 < 2 then 'RC' else 'TI' end,
         (1010000000 + n * 37 + dense_rank() over (order by s.id) * 5000000)::text,
         first_names[1 + n % 20], last_names[1 + (n * 7 + length(s.name)) % 23], last_names[1 + (n * 11) % 23],
         make_date(2020 - n % 12, 1 + n % 12, 1 + n % 28), case when n % 2 = 0 then 'masculino' else 'femenino' end
    from athena.schools s cross join names cross join generate_series(0, 299) n
  returning *)
insert into athena.enrollments (school_id, student_id, school_year_id, grade_level_id, class_section_id, status, shift)
select m.school_id, m.id, c.school_year_id, g.id, c.id, 'active', 'morning'
  from made m
  join athena.grade_levels g on g.school_id = m.school_id and g.position = 2020 - extract(year from m.birth_date)::int
  join athena.class_sections c on c.school_id = g.school_id and c.grade_level_id = g.id;

insert into athena.guardians (school_id, document_type, document_number, full_name, phone, email)
select s.school_id, 'CC', (52000000 + row_number() over (order by s.school_id, s.document_number) * 13)::text,
       (array['Claudia','Mauricio','Sandra','Andrés','Paola','Wilson'])[1 + (row_number() over (order by s.id))::int % 6] || ' ' || s.last_name,
       '300 ' || lpad((row_number() over (order by s.id))::text, 7, '0'), 'acudiente' || row_number() over (order by s.id) || '@familias.example'
  from athena.students s;

insert into athena.student_guardians (school_id, student_id, guardian_id, relationship, is_primary, is_legal_representative,
                                      has_custody, portal_access, can_pickup, is_emergency_contact)
select s.school_id, s.id, g.id, case when s.gender = 'masculino' then 'madre' else 'padre' end, true, true, true, true, true, true
  from (select *, row_number() over (order by school_id, document_number) as n from athena.students) s
  join (select *, row_number() over (order by school_id, document_number) as n from athena.guardians) g
    on g.n = s.n and g.school_id = s.school_id;

-- The demo student and the demo guardian of each school are the first student by number, and theirs.
update athena.students s set user_id = m.user_id from athena.school_memberships m
 where m.school_id = s.school_id and m.roles = '{student}'
   and s.id = (select f.id from athena.students f where f.school_id = s.school_id order by f.document_number limit 1);
update athena.guardians g set user_id = (select m.user_id from athena.school_memberships m join athena.users u on u.id = m.user_id
                                          where m.school_id = g.school_id and m.roles = '{acudiente}'
                                          order by u.email desc limit 1)
  from athena.student_guardians l join athena.students s on s.id = l.student_id
 where l.guardian_id = g.id and s.user_id is not null;
