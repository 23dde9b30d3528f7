-- Two parents, one, or a grandmother. A guardian is one person for all children of the family.
create temporary table demo_guardians on commit drop as
with families as (
  select distinct on (c.school_id, c.f) c.school_id, c.n, c.f, c.last_name, c.second_last_name, c.since from demo_children c),
people as (
  select f.*, 'madre' as relationship, 1 as place, names.mothers[1 + f.f * 5 % 13] as first_name, f.second_last_name as s1,
         names.surnames[1 + (f.f * 13 + 3) % 37] as s2
    from families f cross join demo_names names where f.f < 2 or f.f % 13 <> 7
  union all
  select f.*, 'padre', 2, names.fathers[1 + f.f * 3 % 13], f.last_name, names.surnames[1 + (f.f * 17 + 8) % 37]
    from families f cross join demo_names names where f.f < 2 or f.f % 4 <> 3
  union all
  select f.*, 'abuela', 3, (array['María Elena', 'Rosalba', 'Blanca Nubia'])[1 + f.f % 3], f.second_last_name, names.surnames[1 + (f.f * 23 + 1) % 37]
    from families f cross join demo_names names where f.f > 1 and (f.f % 13 = 7 or f.f % 10 = 3))
select athena.uuid_v7() as id, p.school_id, p.n, p.f, p.relationship, p.place, p.since, p.s1, u.id as user_id,
       coalesce(u.full_name, p.first_name || ' ' || p.s1 || ' ' || p.s2) as full_name, u.email,
       (case p.place when 1 then 43000000 when 2 then 71000000 else 21000000 end + (p.f * 3 + p.place) * 76543 % 999983)::text as document_number
  from people p
  left join (values (0, 0, 'madre', 'acudiente@sanmateo.example'), (1, 0, 'padre', 'acudiente@esperanza.example'),
                    (1, 1, 'madre', 'both@athena.example')) own (n, f, relationship, email) using (n, f, relationship)
  left join athena.users u on u.email = own.email;
analyze demo_guardians;

insert into athena.guardians (id, school_id, user_id, document_type, document_number, full_name, phone, email, created_at, updated_at)
select g.id, g.school_id, g.user_id, case when g.f % 37 = 9 then 'PPT' else 'CC' end, g.document_number, g.full_name,
       names.mobiles[1 + (g.f + g.place) % 14] || ' ' || lpad((2000000 + (g.f * 3 + g.place) * 76543 % 7999993)::text, 7, '0'),
       case when g.email is not null then g.email
            when (g.f + g.place) % 6 <> 0
            then athena.fold(split_part(g.full_name, ' ', 1) || '.' || g.s1) || g.f || '@correo.example' end,
       g.since, g.since
  from demo_guardians g cross join demo_names names;

-- Where parents live apart, the father does not have custody, but may call for the child. A grandmother calls for it, and more where
-- it lives with her.
insert into athena.student_guardians (school_id, student_id, guardian_id, relationship, is_primary, priority, is_legal_representative,
                                      has_custody, portal_access, can_pickup, is_emergency_contact, created_at, updated_at)
select c.school_id, c.id, g.id, g.relationship, g.place = f.first, g.place, g.place < 3 or f.first = 3,
       g.place = f.first or g.place = 2 and c.f % 5 <> 1, g.place < 3 or f.first = 3, true, g.place = f.first or g.place = 3, c.added_at, c.added_at
  from demo_children c
  join demo_guardians g on g.school_id = c.school_id and g.f = c.f
  join (select school_id, f, min(place) as first from demo_guardians group by school_id, f) f on f.school_id = c.school_id and f.f = c.f;

-- The demo students have accounts.
update athena.students s set user_id = m.user_id
  from demo_children c, athena.school_memberships m
 where c.id = s.id and c.f = 0 and c.k = 0 and m.school_id = s.school_id and m.roles = '{student}';
