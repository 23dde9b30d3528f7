-- Invitations in every state. Whoever got a mail has an account, which the stand-in knows, and finds the mail at the stand-in; the
-- secret in it is the one of DemoPeople. The others wait for an account.
update athena.school_memberships m
   set invited_name = u.full_name, mail = 'sent', mailed_at = now() - i.ago, expires_at = now() - i.ago + interval '30 days', mail_tried_at = now() - i.ago,
       secret_hash = encode(sha256(convert_to('demo-' || u.email, 'UTF8')), 'hex')
  from athena.users u join (values ('liliana.cano@correo.example', interval '2 days'), ('docente@esperanza.example', interval '6 hours'),
                                   ('ruben.dario.osorio@correo.example', interval '27 days'), ('yolanda.prieto@correo.example', interval '41 days'))
                           i (email, ago) on i.email = u.email
 where m.user_id = u.id and m.status = 'invited';

with waiting (email, full_name, n, roles, status, mail, fault, attempts, declined) as (
  values ('camilo.rojas@correo.example', 'Camilo Rojas Ardila', 0, array['teacher'], 'invited', 'failed', 'refused', 3, null::interval),
         ('marcela.toro@correo.example', 'Marcela Toro Giraldo', 0, array['counselor'], 'inactive', null, null, 0, interval '9 days'),
         ('efrain.mosquera@correo.example', 'Efraín Mosquera Palacios', 1, array['coordinator'], 'invited', 'failed', 'unreachable', 2, null),
         ('nubia.esperanza.leal@correo.example', 'Nubia Esperanza Leal', 1, array['secretary'], 'inactive', null, null, 0, null)),
people as (
  insert into athena.users (id, email, full_name, status) select md5(w.email)::uuid, w.email, w.full_name, 'pending' from waiting w
  returning id, email)
insert into athena.school_memberships (school_id, user_id, roles, status, invited_name, mail, mail_fault, mail_attempts, mail_tried_at,
                                       declined_at, expires_at)
select d.school_id, p.id, w.roles, w.status, w.full_name, w.mail, w.fault, w.attempts, case when w.mail is not null then now() - interval '3 hours' end,
       now() - w.declined, now() + interval '21 days'
  from waiting w join people p on p.email = w.email join demo d on d.n = w.n;

-- Guardians: mothers of San Mateo's first families were invited to the portal.
with mothers as (
  select g.id, g.school_id, a.full_name, a.email, md5('invited ' || a.email)::uuid as user_id, g.f
    from demo_guardians g join athena.guardians a on a.id = g.id
   where g.n = 0 and g.relationship = 'madre' and g.f between 2 and 14 and a.email is not null),
people as (
  insert into athena.users (id, email, full_name, status) select m.user_id, m.email, m.full_name, 'pending' from mothers m returning id)
insert into athena.school_memberships (school_id, user_id, roles, status, invited_name, guardian_id, mail, mail_fault, mail_attempts,
                                       mail_tried_at, mail_due_at, expires_at)
select m.school_id, m.user_id, '{acudiente}', 'invited', m.full_name, m.id, case when m.f % 4 = 2 then 'failed' else 'waiting' end,
       case when m.f % 4 = 2 then 'refused' else 'limit' end, 1, now() - interval '10 minutes', now() + interval '1 hour', now() + interval '30 days'
  from mothers m join people p on p.id = m.user_id;

insert into athena.due_work (kind, school_id, due_at)
select 'invitations', d.school_id, now() + interval '1 hour' from demo d where d.n = 0;
