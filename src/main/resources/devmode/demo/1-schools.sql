-- The two schools, their years and their classes. Nobody in the demo lives, and every e-mail ends in .example. The scripts count
-- instead of drawing lots, so that the schools are the same in every new database; only the days follow the year of the start.
create temporary table demo on commit drop as
select s.id as school_id, (s.name = 'Liceo La Esperanza')::int as n, this.year,
       (select m.user_id from athena.school_memberships m where m.school_id = s.id and m.roles = '{rector}' and m.status = 'active') as rector,
       (select m.user_id from athena.school_memberships m where m.school_id = s.id and m.roles = '{secretary}' and m.status = 'active') as secretary,
       array(select m.user_id from athena.school_memberships m
              where m.school_id = s.id and m.roles = '{teacher}' and m.status = 'active' order by m.user_id) as teachers,
       -- When the school was set up: in January, and in January itself as late as today.
       greatest(date_trunc('year', now()), least(make_date(this.year, 1, 12) + time '8:00', now() - interval '1 day')) as since
  from athena.schools s
 cross join (select extract(year from now() at time zone 'America/Bogota')::int as year) this;

update athena.schools s
   set nit = case d.n when 0 then '811900347-4' else '900812456-4' end,
       resolution = case d.n when 0 then 'Resolución 1436 de 2009, Secretaría de Educación de Medellín'
                             else 'Resolución 0872 de 2013, Secretaría de Educación de Manizales' end
  from demo d where d.school_id = s.id;

insert into athena.school_settings (school_id, pei_summary, habeas_data_text, branding_settings)
select d.school_id,
       case d.n when 0 then 'Formamos personas que piensan por sí mismas y cuidan de los demás, con énfasis en ciencias y en el barrio.'
                else 'Educación personalizada en grupos pequeños, con énfasis en lenguas, artes y medio ambiente.' end,
       'El ' || s.name || ' trata los datos de estudiantes y acudientes según la Ley 1581 de 2012, para prestar el servicio '
       || 'educativo. Usted puede conocerlos, corregirlos y pedir que se supriman en la secretaría.',
       case d.n when 0 then '{"color": "#1b5e20"}' else '{"color": "#0d47a1"}' end::jsonb
  from demo d join athena.schools s on s.id = d.school_id;

insert into athena.campuses (school_id, name, address)
select d.school_id, c.name, c.address
  from demo d
  join (values (0, 'Sede principal', 'Carrera 78 # 34-21, Medellín'), (0, 'Sede primaria', 'Calle 35 # 79-08, Medellín'),
               (1, 'Sede única', 'Avenida Santander # 52-40, Manizales')) c (n, name, address) using (n);

-- Calendar A: from January to December, with holidays at Easter and in the middle of the year.
insert into athena.school_years (school_id, name, starts_on, ends_on, status)
select d.school_id, (d.year + y.back)::text, make_date(d.year + y.back, 1, 19), make_date(d.year + y.back, 12, 11), y.status
  from demo d cross join (values (-1, 'closed'), (0, 'active'), (1, 'planning')) y (back, status);

insert into athena.academic_periods (school_id, school_year_id, name, starts_on, ends_on, weight)
select y.school_id, y.id, p.name, to_date(y.name || p.first, 'YYYY-MM-DD'), to_date(y.name || p.last, 'YYYY-MM-DD'), p.weight
  from athena.school_years y
 cross join (values ('Primer periodo', '-01-19', '-03-27', 20), ('Segundo periodo', '-04-06', '-06-19', 25),
                    ('Tercer periodo', '-07-06', '-09-11', 25), ('Cuarto periodo', '-09-14', '-12-04', 30)) p (name, first, last, weight)
 where y.status <> 'planning';

insert into athena.grade_levels (school_id, code, name, position, simat_code)
select d.school_id, (g.position - 1)::text, g.name, g.position - 1, g.position - 1
  from demo d
 cross join unnest(array['Transición', 'Primero', 'Segundo', 'Tercero', 'Cuarto', 'Quinto', 'Sexto', 'Séptimo', 'Octavo', 'Noveno',
                         'Décimo', 'Undécimo']) with ordinality g (name, position);

insert into athena.academic_areas (school_id, name, position)
select d.school_id, a.name, a.position
  from demo d
 cross join unnest(array['Matemáticas', 'Humanidades', 'Ciencias naturales', 'Ciencias sociales', 'Educación artística',
                         'Educación ética y religiosa', 'Educación física', 'Tecnología e informática']) with ordinality a (name, position);

insert into athena.subjects (school_id, academic_area_id, name, code)
select a.school_id, a.id, s.name, s.code
  from athena.academic_areas a
  join (values ('Matemáticas', 'Matemáticas', 'MAT'), ('Humanidades', 'Lengua castellana', 'LEN'), ('Humanidades', 'Inglés', 'ING'),
               ('Ciencias naturales', 'Ciencias naturales', 'NAT'), ('Ciencias sociales', 'Ciencias sociales', 'SOC'),
               ('Educación artística', 'Artística', 'ART'), ('Educación ética y religiosa', 'Ética y religión', 'ETI'),
               ('Educación física', 'Educación física', 'EDF'), ('Tecnología e informática', 'Informática', 'INF')) s (area, name, code)
    on s.area = a.name;

-- San Mateo has two classes of every grade, La Esperanza one.
insert into athena.class_sections (school_id, school_year_id, grade_level_id, campus_id, name, shift, capacity, homeroom_teacher_id)
select d.school_id, y.id, g.id,
       (select c.id from athena.campuses c where c.school_id = d.school_id order by (c.name = 'Sede primaria') = (g.position < 6) desc, c.name
         limit 1),
       c.name, case when g.position < 6 then 'morning' else 'full_day' end, 35,
       d.teachers[1 + (g.position * 2 + (c.name = 'B')::int) % cardinality(d.teachers)]
  from demo d
  join athena.school_years y on y.school_id = d.school_id and y.status = 'active'
  join athena.grade_levels g on g.school_id = d.school_id
  join (values ('A'), ('B')) c (name) on d.n = 0 or c.name = 'A';

insert into athena.course_offerings (school_id, class_section_id, subject_id)
select c.school_id, c.id, s.id from athena.class_sections c join athena.subjects s on s.school_id = c.school_id;

-- The demo teacher teaches mathematics from the fifth to the seventh grade; the others share the rest.
insert into athena.teacher_assignments (school_id, course_offering_id, teacher_id, starts_on)
select o.school_id, o.id,
       case when s.code = 'MAT' and g.position between 5 and 7 then t.id
            else d.teachers[1 + (ascii(s.code) + ascii(substr(s.code, 2)) + g.position / 4) % cardinality(d.teachers)] end,
       make_date(d.year, 1, 19)
  from demo d
  join athena.course_offerings o on o.school_id = d.school_id
  join athena.class_sections c on c.school_id = o.school_id and c.id = o.class_section_id
  join athena.grade_levels g on g.school_id = c.school_id and g.id = c.grade_level_id
  join athena.subjects s on s.school_id = o.school_id and s.id = o.subject_id
  join athena.users t on t.id = any (d.teachers) and t.email like 'docente@%';
