-- Families, and in them students and guardians. The first families of a school are those of the demo accounts.
create temporary table demo_names on commit drop as
select array['Samuel', 'Matías', 'Juan José', 'Emiliano', 'Thiago', 'Jerónimo', 'Nicolás', 'Tomás', 'Martín', 'Simón', 'Alejandro', 'Santiago',
             'Juan Pablo', 'Miguel Ángel', 'David', 'Andrés Felipe', 'Jacobo', 'Julián', 'Esteban', 'Daniel'] as boys,
       array['Valentina', 'Mariana', 'Isabella', 'Salomé', 'Luciana', 'Gabriela', 'Antonella', 'Sara', 'Manuela', 'María José', 'Sofía',
             'Laura', 'Ana Sofía', 'Daniela', 'Juliana', 'María Camila', 'Violeta', 'Paulina', 'Emma', 'Susana'] as girls,
       array['Claudia Patricia', 'Sandra Milena', 'Paola Andrea', 'Luz Marina', 'Diana Carolina', 'Adriana María', 'Yuly Tatiana', 'Beatriz Elena',
             'Gloria Stella', 'Natalia', 'Catalina', 'Martha Lucía', 'Leidy Johana'] as mothers,
       array['Mauricio', 'Andrés', 'Wilson', 'Jorge Iván', 'Carlos Alberto', 'Hernán Darío', 'Juan Guillermo', 'Óscar', 'Luis Fernando', 'Fabián',
             'Édison', 'John Jairo', 'Ricardo'] as fathers,
       array['Álvarez', 'Arango', 'Bedoya', 'Cárdenas', 'Duarte', 'Echeverri', 'Figueroa', 'Giraldo', 'Hoyos', 'Jaramillo', 'Londoño', 'Muñoz',
             'Núñez', 'Ospina', 'Peña', 'Quintero', 'Restrepo', 'Salazar', 'Tobón', 'Uribe', 'Vélez', 'Yepes', 'Zapata', 'Gómez', 'Rodríguez',
             'Castaño', 'Henao', 'Ríos', 'Mejía', 'Agudelo', 'Cano', 'Marín', 'Correa', 'Patiño', 'Zuluaga', 'Montoya', 'Valencia'] as surnames,
       array['300', '301', '304', '310', '311', '312', '313', '315', '316', '317', '318', '320', '321', '350'] as mobiles;

-- One row a child. Family 0 belongs to the demo student and the demo guardian, and family 1 of La Esperanza to the person with two
-- schools; their names are in DemoPeople.
create temporary table demo_children on commit drop as
with families as (
  select d.school_id, d.n, d.year, d.since, f,
         case when f = 0 then 2 when f % 11 = 4 then 3 when f % 3 = 2 then 2 else 1 end as children,
         1 + (f * 7 + d.n * 5) % 37 as s1, 1 + (f * 11 + f / 37 * 5 + d.n * 17 + 9) % 37 as s2
    from demo d cross join generate_series(0, 219) f where d.n = 0 or f < 150),
children as (
  select f.*, k, row_number() over (partition by f.school_id order by f.f, k) as nth, (f.f + k) % 2 = 0 as boy,
         case when f.f = 0 then (array[8, 3])[k + 1] when f.f = 1 then 6 else (f.f * 5 + k * 3 + f.f / 12) % 12 end as grade
    from families f cross join lateral generate_series(0, f.children - 1) k)
select athena.uuid_v7() as id, c.*,
       coalesce(own.first_name, (case when c.boy then names.boys else names.girls end)[1 + (c.f * 3 + c.k * 7 + c.f / 20) % 20]) as first_name,
       coalesce(own.last_name, names.surnames[c.s1]) as last_name, coalesce(own.second_last_name, names.surnames[c.s2]) as second_last_name,
       make_date(c.year - c.grade - 6 + (c.nth % 3 = 0)::int, 1 + (c.nth * 5 % 12)::int, 1 + (c.nth * 11 % 28)::int) as birth_date,
       -- A few came during the year, the last of them this month.
       case when c.nth % 29 = 6 then greatest(c.since, now() - interval '1 day' * (c.nth % 60)) else least(now(), c.since + interval '20 seconds' * c.nth) end
         as added_at
  from children c
 cross join demo_names names
  left join (values (0, 0, 0, 'Samuel', 'Álvarez', 'Gómez'), (0, 0, 1, 'Mariana', 'Álvarez', 'Gómez'), (1, 0, 0, 'Valentina', 'Arango', 'Mejía'),
                    (1, 0, 1, 'Tomás', 'Arango', 'Mejía'), (1, 1, 0, 'Juan Pablo', 'Marín', 'Zapata'))
            own (n, f, k, first_name, last_name, second_last_name) using (n, f, k);
analyze demo_children;

-- Younger children have their birth certificate, a few came from Venezuela. Multiples of a number modulo a prime do not repeat.
insert into athena.students (id, school_id, document_type, document_number, first_name, middle_name, last_name, second_last_name, birth_date,
                             gender, extra_data, piar_data, created_at, updated_at)
select c.id, c.school_id, case when c.nth % 37 = 5 then 'PPT' when c.grade < 2 then 'RC' else 'TI' end,
       case when c.nth % 37 = 5 then (5000000 + c.nth * 7654321 % 999983)::text
            else (1020000000 + c.n * 110000000 + c.nth * 7654321 % 99999989)::text end,
       split_part(c.first_name, ' ', 1), nullif(split_part(c.first_name, ' ', 2), ''), c.last_name, c.second_last_name, c.birth_date,
       case when c.first_name = any (names.boys) then 'masculino' else 'femenino' end,
       jsonb_build_object('eps', (array['Sura', 'Nueva EPS', 'Sanitas', 'Salud Total', 'Coosalud'])[1 + c.f % 5],
                          'barrio', (array['Laureles', 'Belén', 'La Floresta', 'Chipre', 'Palermo', 'San Jorge'])[1 + c.f % 3 + 3 * c.n]),
       case when c.nth % 67 = 12 then '{"barreras": "Dificultad para leer textos largos", "ajustes": ["Más tiempo en las evaluaciones",
                                        "Lectura en voz alta"]}'::jsonb end,
       c.added_at, c.added_at
  from demo_children c cross join demo_names names;

insert into athena.enrollments (school_id, student_id, school_year_id, grade_level_id, class_section_id, status, shift)
select c.school_id, c.id, s.school_year_id, s.grade_level_id, s.id,
       case when c.nth % 29 = 6 and c.nth % 2 = 0 then 'pending_documents' when c.nth % 29 = 6 then 'in_review' else 'active' end, s.shift
  from demo_children c
  join athena.grade_levels g on g.school_id = c.school_id and g.position = c.grade
  join athena.class_sections s on s.school_id = g.school_id and s.grade_level_id = g.id
   and s.name = case when c.n = 0 and (c.f / 12 + c.k) % 2 = 1 then 'B' else 'A' end;
