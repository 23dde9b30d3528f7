-- Why: whoever runs SQL as the service's role, with the settings of a teacher, could make the teacher a rector. What the product
-- allows with people is now known to the database itself. These are the questions that the policies of the next migration ask,
-- and the one way in which people write a membership of their own.
-- Locks: none, functions only. Way back: drop the functions.
-- The owner runs them: row level security would hide what they look at, and the policies that ask them would go in a circle. The
-- temporary schema stands last in their search path. Left out, it would be searched for types before all others, and anybody may
-- make types there, with code of their own (PostgreSQL, "Writing SECURITY DEFINER Functions Safely").

-- Whether the caller may write people and memberships: the platform everywhere, a rector in the school of the settings. That
-- rectors are those who hold manage:users is checked by a test against the service's roles.
create function athena.manages_people() returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as
$$ select athena.on_platform() or exists (
     select 1
       from athena.school_memberships m
       join athena.users u on u.id = m.user_id
       join athena.schools s on s.id = m.school_id
      where m.user_id = athena.current_user_id() and m.school_id = athena.current_school_id()
        and m.status = 'active' and 'rector' = any (m.roles) and u.status = 'active' and s.is_active) $$;

-- Those of the schools that have an active rector besides the person. The rectors stay locked until the end of the transaction, so
-- that two cannot leave at once: people before their memberships, and both by id, whatever the schools, so that transactions that
-- meet here wait and never block each other. The people are locked too, because who is switched off meanwhile is no rector that
-- stays. A school is told of itself alone.
create function athena.schools_with_another_rector(p_schools uuid[], p_person uuid) returns setof uuid
language sql volatile security definer set search_path = pg_catalog, pg_temp as
$$
  with rectors as (
    select m.school_id, m.user_id
      from athena.users u
      join athena.school_memberships m on m.user_id = u.id
     where m.school_id = any (p_schools) and m.status = 'active' and 'rector' = any (m.roles) and u.status = 'active'
       and (select athena.manages_people())
       and ((select athena.on_platform()) or m.school_id = (select athena.current_school_id()))
     order by u.id, m.id
       for no key update of u, m)
  select distinct r.school_id from rectors r where r.user_id <> p_person
$$;

-- Accepts or declines an invitation of the caller. False when there is none that is open: an answer is given once, and whoever was
-- removed is invited again by the school.
create function athena.answer_invitation(p_membership_id uuid, p_accept boolean) returns boolean
language plpgsql volatile strict security definer set search_path = pg_catalog, pg_temp as
$$
begin
  update athena.school_memberships m
     set status = case when p_accept then 'active' else 'inactive' end, version = m.version + 1
   where m.id = p_membership_id and m.user_id = athena.current_user_id() and m.status = 'invited'
     and exists (select 1 from athena.users u where u.id = m.user_id and u.status = 'active')
     and exists (select 1 from athena.schools s where s.id = m.school_id and s.is_active);
  return found;
end
$$;

revoke all on function athena.manages_people(), athena.schools_with_another_rector(uuid[], uuid),
  athena.answer_invitation(uuid, boolean) from public;
