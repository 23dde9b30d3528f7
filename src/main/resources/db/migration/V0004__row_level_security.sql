-- Why: the last of three layers that keep schools apart. Forced, so that it binds the owner of the tables as well.
-- Locks: none to speak of, the tables are new and empty. Way back: disable row level security per table.

do $$
declare
  t record;
begin
  -- Every table with a school, partitions included, gets the rule; those with a rule of their own follow below.
  for t in select c.oid::regclass as name, c.relname, c.relispartition
             from pg_class c
            where c.relnamespace = 'athena'::regnamespace and c.relkind in ('r', 'p') loop
    execute format('alter table %s enable row level security, force row level security', t.name);
    continue when t.relname ~ '^(schools|users|school_memberships|audit_log.*|idempotency_keys)$';
    execute format('create policy p_select on %s for select using (school_id = (select athena.current_school_id()))', t.name);
    execute format('create policy p_insert on %s for insert with check (school_id = (select athena.current_school_id()))', t.name);
    execute format('create policy p_update on %s for update using (school_id = (select athena.current_school_id())) '
                   'with check (school_id = (select athena.current_school_id()))', t.name);
    execute format('create policy p_delete on %s for delete using (school_id = (select athena.current_school_id()))', t.name);
    -- The audit trigger sits on the partitioned table and is inherited by its partitions.
    continue when t.relispartition;
    execute format('create trigger audit after insert or update or delete on %s for each row execute function athena.audit_row()', t.name);
    if exists (select 1 from pg_attribute a where a.attrelid = t.name and a.attname = 'updated_at') then
      execute format('create trigger touch before update on %s for each row execute function athena.touch_row()', t.name);
    end if;
  end loop;
  foreach t.relname in array array['schools', 'users', 'school_memberships'] loop
    execute format('create trigger audit after insert or update or delete on athena.%I for each row execute function athena.audit_row()', t.relname);
    execute format('create trigger touch before update on athena.%I for each row execute function athena.touch_row()', t.relname);
  end loop;
end
$$;

create policy p_select on athena.school_memberships for select using (
  user_id = (select athena.current_user_id())
  or school_id = (select athena.current_school_id())
  or (select athena.on_platform()));
create policy p_insert on athena.school_memberships for insert with check (
  school_id = (select athena.current_school_id()) or (select athena.on_platform()));
-- Somebody who was invited answers for themselves, in whatever school; the service limits what they may change.
create policy p_update on athena.school_memberships for update using (
  user_id = (select athena.current_user_id())
  or school_id = (select athena.current_school_id())
  or (select athena.on_platform()))
with check (
  user_id = (select athena.current_user_id())
  or school_id = (select athena.current_school_id())
  or (select athena.on_platform()));

create policy p_select on athena.users for select using (
  id = (select athena.current_user_id())
  or (select athena.on_platform())
  or exists (select 1 from athena.school_memberships m
              where m.user_id = users.id and m.school_id = (select athena.current_school_id())));
create policy p_insert on athena.users for insert with check (
  not is_superadmin and ((select athena.current_school_id()) is not null or (select athena.on_platform())));
create policy p_update on athena.users for update using (
  id = (select athena.current_user_id())
  or (select athena.on_platform())
  or exists (select 1 from athena.school_memberships m
              where m.user_id = users.id and m.school_id = (select athena.current_school_id())));
-- A person whose account could not be made leaves no row behind; nobody who was ever active is deleted.
create policy p_delete on athena.users for delete using (
  status = 'pending'
  and not is_superadmin
  and not exists (select 1 from athena.school_memberships m where m.user_id = users.id));

create policy p_select on athena.schools for select using (
  (select athena.on_platform())
  or id = (select athena.current_school_id())
  or exists (select 1 from athena.school_memberships m
              where m.school_id = schools.id and m.user_id = (select athena.current_user_id())
                and m.status in ('active', 'invited')));
create policy p_insert on athena.schools for insert with check ((select athena.on_platform()));
create policy p_update on athena.schools for update using ((select athena.on_platform()))
  with check ((select athena.on_platform()));

do $$
declare
  t regclass;
begin
  for t in select c.oid::regclass from pg_class c
            where c.relnamespace = 'athena'::regnamespace and c.relkind in ('r', 'p') and c.relname like 'audit_log%' loop
    execute format('create policy p_select on %s for select using ('
      'school_id = (select athena.current_school_id()) or (select athena.on_platform()))', t);
    -- A row without a school tells of a platform act, or of a person acting outside any school, on their own behalf.
    execute format('create policy p_insert on %s for insert with check ('
      'school_id = (select athena.current_school_id()) or (select athena.on_platform()) '
      'or actor_id = (select athena.current_user_id()))', t);
  end loop;
end
$$;

create policy p_select on athena.idempotency_keys for select using (
  user_id = (select athena.current_user_id()) and school_id is not distinct from (select athena.current_school_id()));
create policy p_insert on athena.idempotency_keys for insert with check (
  user_id = (select athena.current_user_id()) and school_id is not distinct from (select athena.current_school_id()));
create policy p_update on athena.idempotency_keys for update using (
  user_id = (select athena.current_user_id()) and school_id is not distinct from (select athena.current_school_id()))
with check (
  user_id = (select athena.current_user_id()) and school_id is not distinct from (select athena.current_school_id()));
create policy p_delete on athena.idempotency_keys for delete using (
  user_id = (select athena.current_user_id()) and school_id is not distinct from (select athena.current_school_id())
  and created_at < now() - interval '24 hours');
