-- What people did since. Until here the secretaries enrolled students when the school was set up, and the rectors did the rest.
update athena.audit_log l
   set created_at = least(now(), d.since + interval '1 second' * n.nth),
       actor_id = case when l.entity_type in ('students', 'guardians', 'student_guardians', 'enrollments') then d.secretary else d.rector end
  from demo d, (select id, row_number() over (partition by school_id order by id) as nth from athena.audit_log) n
 where d.school_id = l.school_id and n.id = l.id and l.actor_id is null;

-- Does something as a person, that long ago, at some time of a working day and not before this year: the lines in the log get the
-- caller and the time that a request would have given them.
create function pg_temp.act(p_email text, p_ago interval, p_sql text) returns void language plpgsql as
$$
declare
  v_request text := gen_random_uuid();
begin
  perform set_config('athena.user_id', (select id::text from athena.users where email = p_email), true),
          set_config('athena.request_id', v_request, true);
  execute p_sql;
  update athena.audit_log
     set created_at = greatest(date_trunc('year', now()), least(now() - interval '5 minutes',
           (date_trunc('day', (now() - p_ago) at time zone 'America/Bogota') + time '7:00'
            + interval '1 second' * (abs(hashtext(p_ago || p_email)) % 32000)) at time zone 'America/Bogota'))
   where actor_id = athena.current_user_id() and created_at = now() and request_id = v_request;
  perform set_config('athena.user_id', '', true), set_config('athena.request_id', '', true);
end
$$;

-- Orders of a court or of the Comisaría: one without an end, one with an end to come, one that is over.
select pg_temp.act(case c.n when 0 then 'secretary@sanmateo.example' else 'secretary@esperanza.example' end, r.ago, format(
         'update athena.student_guardians set restriction = %L, restriction_from = current_date - %s, restriction_to = current_date + %L::int,
                 can_pickup = false, portal_access = false, version = version + 1 where student_id = %L and relationship = ''padre''',
         r.text, r.since, r.until, c.id))
  from demo_children c
  join (values (16, interval '34 days', 'Medida de protección de la Comisaría de Familia: no puede acercarse a la estudiante ni recogerla.', 35, null),
               (41, interval '12 days', 'El Juzgado de Familia suspendió las visitas mientras decide sobre la custodia.', 12, 78),
               (64, interval '97 days', 'No puede recoger a los niños durante las vacaciones de mitad de año.', 97, -40)) r (f, ago, text, since, until)
    using (f);

-- Students who left, and whoever came back.
select pg_temp.act(case c.n when 0 then 'secretary@sanmateo.example' else 'secretary@esperanza.example' end, interval '1 day' * (c.nth % 70), format(
         'update athena.students set is_active = false, version = version + 1 where id = %L;
          update athena.enrollments set status = ''withdrawn'', version = version + 1 where student_id = %1$L', c.id))
  from demo_children c where c.nth % 43 = 20;
select pg_temp.act('secretary@sanmateo.example', interval '3 days', format(
         'update athena.students set is_active = true, version = version + 1 where id = %L;
          update athena.enrollments set status = ''active'', version = version + 1 where student_id = %1$L', c.id))
  from demo_children c where c.n = 0 and c.nth = 63;

-- Corrections of names, telephones and e-mails.
select pg_temp.act('secretary@sanmateo.example', interval '5 hours' * c.f, format(
         'update athena.guardians set phone = %L, version = version + 1 where id = %L', '604 41' || (20000 + c.f * 137), c.id))
  from demo_guardians c where c.n = 0 and c.relationship = 'padre' and c.f between 20 and 33;
select pg_temp.act('secretary@esperanza.example', interval '7 hours' * c.f, format(
         'update athena.guardians set phone = %L, version = version + 1 where id = %L', '606 88' || (20000 + c.f * 137), c.id))
  from demo_guardians c where c.n = 1 and c.relationship = 'madre' and c.f between 20 and 26;
select pg_temp.act('secretary@sanmateo.example', interval '26 hours', format(
         'update athena.students set middle_name = ''Alejandra'', version = version + 1 where id = %L', s.id))
  from (select s.id from demo d join athena.students s on s.school_id = d.school_id
         where d.n = 0 and s.gender = 'femenino' and s.middle_name is null order by s.document_number limit 2) s;

-- A child became seven and has an identity card now; the birth certificate stays known.
select pg_temp.act('secretary@sanmateo.example', interval '8 days', format(
         'update athena.students set document_type = ''TI'', version = version + 1,
                 document_history = document_history || jsonb_build_object(
                   ''document_type'', document_type, ''document_number'', document_number, ''until'', now() - interval ''8 days'')
           where id = %L', s.id))
  from (select s.id from demo_children c join athena.students s on s.id = c.id
         where c.n = 0 and s.document_type = 'RC' order by s.birth_date limit 3) s;

-- A file of new students, imported this week.
select pg_temp.act('secretary@sanmateo.example', interval '2 days', format(
         'insert into athena.student_imports (school_id, imported_by, format, file_rows, students, guardians, student_ids, created_at, updated_at)
          select school_id, secretary, ''xlsx'', %1$s, %1$s, 0, %2$L, now() - interval ''2 days'', now() - interval ''2 days'' from demo where n = 0',
         count(*), array_agg(c.id)))
  from demo_children c where c.n = 0 and c.nth % 29 = 6 and c.added_at > now() - interval '60 days' having count(*) > 0;

-- The rectors change the weights of the periods and the settings, and one reads students' plans.
select pg_temp.act('rector@sanmateo.example', interval '50 days',
  $$update athena.academic_periods p set weight = 25, version = p.version + 1
      from athena.school_years y join demo d on d.school_id = y.school_id and d.n = 0
     where y.id = p.school_year_id and y.status = 'active'$$),
       pg_temp.act('rector@esperanza.example', interval '21 days',
  $$update athena.school_settings set branding_settings = '{"color": "#0d47a1", "motto": "Sembramos futuro"}', version = version + 1
     where school_id = (select school_id from demo where n = 1)$$),
       pg_temp.act('rector@sanmateo.example', interval '30 hours',
  $$insert into athena.audit_log (school_id, actor_id, action, entity_type, entity_id, changes, request_id)
    select s.school_id, athena.current_user_id(), 'read', 'students', s.id::text, '{"what": "piar_data"}', current_setting('athena.request_id')
      from athena.students s join demo d on d.school_id = s.school_id and d.n = 0 where s.piar_data is not null limit 2$$);
