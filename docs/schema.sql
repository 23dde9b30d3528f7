-- The schema of a migrated database, for reading. Generated from PostgreSQL's catalog, do not edit; written anew by
--   ./mvnw test -Dtest=SchemaDocumentTest -Dathena.schema.write=true
-- A database is made by the "migrate" command from src/main/resources/db, never from this file. It does run on an
-- empty one where the role athena_service exists.

SET search_path = '';
-- Functions come first, because tables use them; their bodies name tables that come later.
SET check_function_bodies = off;


-- Schemas

CREATE SCHEMA athena;

CREATE SCHEMA athena_migration;


-- Functions

CREATE OR REPLACE FUNCTION athena.abandon_account(p_user_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  v_school text := current_setting('athena.school_id', true);
begin
  if not athena.manages_people() then
    raise exception using errcode = 'insufficient_privilege', message = 'people are added by who manages those of a school';
  end if;
  perform set_config('athena.school_id', '', true);
  delete from athena.users u where u.id = p_user_id and u.status = 'pending' and not u.is_superadmin
     and not exists (select 1 from athena.school_memberships m where m.user_id = u.id);
  perform set_config('athena.school_id', coalesce(v_school, ''), true);
end
$function$;

CREATE OR REPLACE FUNCTION athena.answer_invitation(p_membership_id uuid, p_accept boolean)
 RETURNS boolean
 LANGUAGE plpgsql
 STRICT SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  v_open athena.school_memberships;
begin
  perform athena.lock_family(m.school_id, m.guardian_id) from athena.school_memberships m
    where m.id = p_membership_id and m.user_id = athena.current_user_id() and m.guardian_id is not null;
  select m.* into v_open from athena.school_memberships m
   where m.id = p_membership_id and m.user_id = athena.current_user_id() and m.expires_at > now()
     and (m.status = 'invited' or m.status = 'active' and m.added_roles <> '{}') and not m.is_locked
     and exists (select 1 from athena.users u where u.id = m.user_id and u.status = 'active')
     and exists (select 1 from athena.schools s where s.id = m.school_id and s.is_active)
     for no key update;
  if not found then
    return false;
  end if;
  if p_accept and v_open.guardian_id is not null then
    -- What is shown of the children and of the links changes as well.
    update athena.students s set version = s.version + 1
     where s.school_id = v_open.school_id
       and s.id in (select l.student_id from athena.student_guardians l
                     where l.school_id = v_open.school_id and l.guardian_id = v_open.guardian_id and l.ended_at is null);
    update athena.student_guardians l set version = l.version + 1
     where l.school_id = v_open.school_id and l.guardian_id = v_open.guardian_id and l.ended_at is null;
    update athena.guardians g set user_id = v_open.user_id, version = g.version + 1
     where g.school_id = v_open.school_id and g.id = v_open.guardian_id and (g.user_id is null or g.user_id = v_open.user_id);
    if not found then
      raise exception using errcode = 'check_violation', constraint = 'ck_guardians_account',
        message = 'the guardian has another account';
    end if;
  end if;
  update athena.school_memberships m
     set status = case when p_accept then 'active' when m.status = 'invited' then 'inactive' else m.status end,
         roles = case when p_accept then m.roles || array(select unnest(m.added_roles) except select unnest(m.roles)) else m.roles end,
         declined_at = case when p_accept then null else now() end,
         added_roles = '{}', secret_hash = null, request_hash = null, mail = null, version = m.version + 1
   where m.id = v_open.id;
  return true;
end
$function$;

CREATE OR REPLACE FUNCTION athena.audit(p_table regclass, p_private text[] DEFAULT '{}'::text[], p_left_out text[] DEFAULT '{}'::text[], p_events text DEFAULT 'insert or update or delete'::text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  v_columns text[] := array(select a.attname::text from pg_attribute a
                             where a.attrelid = p_table and a.attnum > 0 and not a.attisdropped);
  v_unknown text := (select string_agg(p.name, ', ') from unnest(p_private || p_left_out) p (name) where p.name <> all (v_columns));
  v_left_out text[] := p_left_out || array(
    select a.attname::text from pg_attribute a
     where a.attrelid = p_table and a.attgenerated <> '' and not a.attisdropped and a.attname !~ '^(search|sort)_' order by a.attnum);
begin
  if v_unknown is not null then
    raise undefined_column using message = format('%s has no column %s', p_table, v_unknown);
  end if;
  execute format('create trigger audit after %s on %s for each row execute function athena.audit_row(%s)', p_events, p_table,
                 (select string_agg(quote_literal(a.name), ', ' order by a.place)
                    from unnest(p_private || array(select '-' || l.name from unnest(v_left_out) l (name)))
                         with ordinality a (name, place)));
  if 'updated_at' = any (v_columns) then
    execute format('create trigger touch before update on %s for each row execute function athena.touch_row()', p_table);
  end if;
end
$function$;

CREATE OR REPLACE FUNCTION athena.audit_inserts()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  insert into athena.audit_log (school_id, actor_id, action, entity_type, changes, request_id)
  select i.school_id, athena.current_user_id(), 'create', tg_table_name, jsonb_build_object('rows', count(*)),
         nullif(current_setting('athena.request_id', true), '')
    from inserted i group by i.school_id;
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION athena.audit_row()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  arguments text[] := coalesce(tg_argv, '{}');
  old_row jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
  new_row jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
  subject jsonb := coalesce(new_row, old_row);
  changes jsonb;
begin
  if tg_op = 'UPDATE' then
    select jsonb_object_agg(n.key, case when n.key = any (arguments) then '"changed"'::jsonb
                                        else jsonb_build_array(old_row -> n.key, n.value) end)
      into changes
      from jsonb_each(new_row) n
     where n.value is distinct from old_row -> n.key and n.key not in ('updated_at', 'version')
       and n.key !~ '^(search|sort|former)_' and '-' || n.key <> all (arguments);
    if changes is null then
      return null;
    end if;
  elsif tg_op = 'DELETE' then
    changes := old_row - array(select ltrim(a.name, '-') from unnest(arguments) a (name));
  end if;
  insert into athena.audit_log (school_id, actor_id, action, entity_type, entity_id, changes, request_id)
  values (case when tg_table_name = 'schools' then (subject ->> 'id')::uuid
               when tg_table_name = 'users' and not athena.on_platform() then athena.current_school_id()
               when tg_table_name = 'users' then null
               else (subject ->> 'school_id')::uuid end,
          athena.current_user_id(),
          case tg_op when 'INSERT' then 'create' when 'UPDATE' then 'update' else 'delete' end,
          -- In the trigger of a partition, tg_table_name is the name of the partition.
          coalesce((select c.relname from pg_class c where c.oid = pg_partition_root(tg_relid)), tg_table_name),
          coalesce(subject ->> 'id', subject ->> 'school_id'), changes,
          nullif(current_setting('athena.request_id', true), ''));
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION athena.begin_account(p_id uuid, p_email text, p_full_name text, OUT user_id uuid, OUT status text)
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  v_email text := lower(p_email);
  v_school text := current_setting('athena.school_id', true);
begin
  if not athena.manages_people() then
    raise exception using errcode = 'insufficient_privilege', message = 'people are added by who manages those of a school';
  end if;
  -- The school's audit log must not show that the person is new, nor their earlier e-mail.
  perform set_config('athena.school_id', '', true);
  insert into athena.users (id, email, full_name, status) select p_id, v_email, p_full_name, 'pending'
    where not exists (select 1 from athena.users u where lower(u.email) = v_email)
    on conflict do nothing;
  update athena.users u set email = v_email, version = u.version + 1
   where u.id = p_id and u.email <> v_email
     and lower(current_setting('athena.confirmed_account', true)) = p_id || ' ' || v_email
     and not exists (select 1 from athena.users o
                      where lower(o.email) = v_email and (o.status <> 'pending' or u.status = 'pending'));
  perform set_config('athena.school_id', coalesce(v_school, ''), true);
  select u.id, u.status into user_id, status from athena.users u where lower(u.email) = v_email
   order by exists (select 1 from athena.school_memberships m
                     where m.user_id = u.id and m.school_id = athena.current_school_id()) desc, u.status <> 'pending' desc
   limit 1;
end
$function$;

CREATE OR REPLACE FUNCTION athena.check_academic_period()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  perform 1 from athena.school_years y where y.school_id = new.school_id and y.id = new.school_year_id for no key update;
  if exists (select 1 from athena.school_years y where y.school_id = new.school_id and y.id = new.school_year_id
              and (new.starts_on < y.starts_on or new.ends_on > y.ends_on)) then
    raise exception using errcode = 'check_violation', constraint = 'ck_academic_periods_inside_year',
      message = 'the period is not inside its year';
  end if;
  if exists (select 1 from athena.academic_periods p where p.school_id = new.school_id
              and p.school_year_id = new.school_year_id and p.id <> new.id
              and daterange(p.starts_on, p.ends_on, '[]') && daterange(new.starts_on, new.ends_on, '[]')) then
    raise exception using errcode = 'exclusion_violation', constraint = 'ex_academic_periods_overlap',
      message = 'the period overlaps another';
  end if;
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION athena.check_guardian_invitation()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if row_security_active('athena.school_memberships')
     and not athena.has_guardians_email(new.school_id, new.guardian_id, new.user_id) then
    raise exception using errcode = 'check_violation', constraint = 'ck_school_memberships_guardian_email',
      message = 'the guardian has another e-mail';
  end if;
  return new;
end
$function$;

CREATE OR REPLACE FUNCTION athena.check_membership_move()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if not row_security_active('athena.school_memberships') then
    return new;
  end if;
  if new.status <> old.status and (new.status = 'active' or old.status = 'active' and new.status = 'invited') then
    raise exception using errcode = 'insufficient_privilege', message = 'a membership is opened by the person, who is invited';
  end if;
  if old.status = 'active' and 'rector' = any (old.roles) and not old.is_locked
     and not (new.status = 'active' and 'rector' = any (new.roles) and not new.is_locked)
     and not exists (select 1 from athena.schools_with_another_rector(array[old.school_id], old.user_id)) then
    raise exception using errcode = 'check_violation', constraint = 'ck_school_memberships_last_rector',
      message = 'a school keeps at least one active rector';
  end if;
  return new;
end
$function$;

CREATE OR REPLACE FUNCTION athena.check_user_change()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  v_schools uuid[];
begin
  if not row_security_active('athena.users') then
    return new;
  end if;
  if new.id = athena.current_user_id() then
    raise exception using errcode = 'insufficient_privilege', message = 'of their own row people change the name alone';
  end if;
  if new.email <> old.email and not athena.on_platform() then
    raise exception using errcode = 'insufficient_privilege', message = 'an e-mail is changed by the platform alone';
  end if;
  if new.status <> old.status and not athena.on_platform() then
    raise exception using errcode = 'insufficient_privilege', message = 'an account is switched off and on by the platform alone';
  end if;
  if new.status <> old.status and 'pending' in (old.status, new.status) then
    raise exception using errcode = 'insufficient_privilege', message = 'an account becomes active when Supabase has it';
  end if;
  if new.status <> old.status and new.status = 'inactive' then
    if old.is_superadmin then
      raise exception using errcode = 'insufficient_privilege', message = 'the platform flag is taken away first';
    end if;
    v_schools := array(select m.school_id from athena.school_memberships m
                        where m.user_id = old.id and m.status = 'active' and not m.is_locked and 'rector' = any (m.roles));
    if not v_schools <@ array(select athena.schools_with_another_rector(v_schools, old.id)) then
      raise exception using errcode = 'check_violation', constraint = 'ck_school_memberships_last_rector',
        message = 'a school keeps at least one active rector';
    end if;
  end if;
  return new;
end
$function$;

CREATE OR REPLACE FUNCTION athena.current_school_id()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('athena.school_id'::text, true), ''::text))::uuid;

CREATE OR REPLACE FUNCTION athena.current_user_id()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('athena.user_id'::text, true), ''::text))::uuid;

CREATE OR REPLACE FUNCTION athena.delete_imported(p_import_id uuid, p_from integer, p_most integer)
 RETURNS integer
 LANGUAGE plpgsql
 STRICT SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
declare
  v_school constant uuid := athena.current_school_id();
  v_ids uuid[];
begin
  select (i.student_ids || i.guardian_ids)[p_from + 1 : p_from + p_most] into v_ids
    from athena.student_imports i
   where i.id = p_import_id and i.school_id = v_school and i.taken_back_at = now();
  delete from athena.student_guardians l where l.school_id = v_school and l.student_id = any (v_ids);
  delete from athena.students s where s.school_id = v_school and s.id = any (v_ids);
  delete from athena.guardians g where g.school_id = v_school and g.id = any (v_ids);
  return coalesce(cardinality(v_ids), 0);
end
$function$;

CREATE OR REPLACE FUNCTION athena.document_search(type text, number text, history jsonb)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN ((((((type || ' '::text) || number) || ' '::text) || (jsonb_path_query_array(history, '$[*]."document_type"'::jsonpath))::text) || ' '::text) || (jsonb_path_query_array(history, '$[*]."document_number"'::jsonpath))::text);

CREATE OR REPLACE FUNCTION athena.enrolls_students()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ select athena.on_platform() or exists (
     select 1
       from athena.school_memberships m
       join athena.users u on u.id = m.user_id
       join athena.schools s on s.id = m.school_id
      where m.user_id = athena.current_user_id() and m.school_id = athena.current_school_id()
        and athena.is_open(u.status, m.status, m.is_locked) and m.roles && array['rector', 'secretary'] and s.is_active) $function$;

CREATE OR REPLACE FUNCTION athena.enter(p_user_id uuid, p_school_id uuid, p_platform boolean, p_request_id text, p_action text)
 RETURNS TABLE(user_id uuid, email text, full_name text, status text, is_superadmin boolean, memberships jsonb, school_id uuid)
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  v_set text;
begin
  v_set := set_config('athena.user_id', p_user_id::text, true);
  select u.id, u.email, u.full_name, case when u.status = 'active' and not athena.may_sign_in(u.id) then 'locked' else u.status end,
         u.is_superadmin,
         coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'school_id', m.school_id, 'school_name', s.name,
                                               'roles', to_jsonb(m.roles)) order by s.name, m.id)
                    filter (where m.id is not null), '[]'),
         (array_agg(s.id) filter (where s.id = p_school_id))[1]
    into enter.user_id, enter.email, enter.full_name, enter.status, enter.is_superadmin, enter.memberships, enter.school_id
    from athena.users u
    left join (athena.school_memberships m join athena.schools s on s.id = m.school_id and s.is_active)
      on m.user_id = u.id and athena.is_open(u.status, m.status, m.is_locked)
   where u.id = p_user_id
   group by u.id;
  if not found then
    return;
  end if;
  -- Only an active superadmin may name a school that they do not belong to, and the request is audited.
  if enter.is_superadmin and p_platform and enter.status = 'active' then
    v_set := set_config('athena.platform', 'on', true);
    enter.school_id := (select s.id from athena.schools s where s.id = p_school_id and s.is_active);
    insert into athena.audit_log (school_id, actor_id, action, entity_type, changes, request_id)
    values (enter.school_id, p_user_id, 'platform_access', 'request', jsonb_build_object('action', p_action), p_request_id);
  end if;
  return next;
end
$function$;

CREATE OR REPLACE FUNCTION athena.finish_account(p_user_id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  v_school text := current_setting('athena.school_id', true);
  v_found boolean;
begin
  if not athena.manages_people() and not (
       athena.current_user_id() is null
       and exists (select 1 from athena.school_memberships m
                    where m.user_id = p_user_id and m.school_id = athena.current_school_id() and m.mail is not null)) then
    raise exception using errcode = 'insufficient_privilege', message = 'people are added by who manages those of a school';
  end if;
  perform set_config('athena.school_id', '', true);
  update athena.users u set status = 'active', version = u.version + 1
   where u.id = p_user_id and u.status = 'pending'
     and lower(current_setting('athena.confirmed_account', true)) = u.id || ' ' || u.email
     and not exists (select 1 from athena.users o where lower(o.email) = u.email and o.status <> 'pending');
  v_found := found;
  perform set_config('athena.school_id', coalesce(v_school, ''), true);
  return v_found;
end
$function$;

CREATE OR REPLACE FUNCTION athena.fold(value text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN lower(replace(replace(replace(replace(replace(replace(replace(replace(translate(regexp_replace(NORMALIZE(value, NFD), '[\u0300-\u036f]'::text, ''::text, 'g'::text), 'ØøĐđÐðƉɖƊɗŁłıƗɨɄʉĦħŦŧŊŋƝɲƏəƎǝƐɛƆɔƁɓƘƙƳƴƑƒƔɣƲʋƵƶ'::text, 'OoDdDdDdDdLliIiUuHhTtNnNnEeEeEeOoBbKkYyFfGgVvZz'::text), 'ẞ'::text, 'SS'::text), 'ß'::text, 'ss'::text), 'Æ'::text, 'AE'::text), 'æ'::text, 'ae'::text), 'Œ'::text, 'OE'::text), 'œ'::text, 'oe'::text), 'Þ'::text, 'TH'::text), 'þ'::text, 'th'::text));

CREATE OR REPLACE FUNCTION athena.forget_idempotency_keys(p_path text, p_key text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  v_oldest timestamptz := now() - interval '24 hours';
begin
  delete from athena.idempotency_keys k
   where k.user_id = athena.current_user_id() and k.school_id is not distinct from athena.current_school_id()
     and k.path = p_path and k.key = p_key and k.created_at < v_oldest;
  -- Materialized: in a nested loop, the oldest hundred would be selected again for each row, and all keys would be deleted.
  with oldest as materialized (
    select e.id from athena.idempotency_keys e
     where e.created_at < v_oldest order by e.created_at limit 100 for update skip locked)
  delete from athena.idempotency_keys k using oldest where k.id = oldest.id;
end
$function$;

CREATE OR REPLACE FUNCTION athena.has_guardians_email(p_school_id uuid, p_guardian_id uuid, p_user_id uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ select athena.manages_people() and exists (
     select 1 from athena.guardians g join athena.users u on lower(u.email) = lower(trim(g.email))
      where g.school_id = p_school_id and g.id = p_guardian_id and u.id = p_user_id) $function$;

CREATE OR REPLACE FUNCTION athena.is_active_user(p_user_id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  perform set_config('athena.user_id', p_user_id::text, true);
  return athena.may_sign_in(p_user_id);
end
$function$;

CREATE OR REPLACE FUNCTION athena.is_document_number(type text, number text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN CASE WHEN (type = ANY (ARRAY['TI'::text, 'RC'::text, 'CC'::text, 'NUIP'::text, 'NES'::text])) THEN (number ~ '^[1-9][0-9]{0,19}$'::text) ELSE (number ~ '^(?=.*[0-9])(?![0-]+$)[A-Z0-9][A-Z0-9-]{2,19}$'::text) END;

CREATE OR REPLACE FUNCTION athena.is_name(value text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ((value IS NFC NORMALIZED) AND (value = btrim(value)) AND (value !~ '\u034f'::text) AND (athena.fold(value) ~ '^[ -~]+$'::text));

CREATE OR REPLACE FUNCTION athena.is_open(p_account text, p_membership text, p_locked boolean)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ((p_account = 'active'::text) AND (p_membership = 'active'::text) AND (NOT p_locked));

CREATE OR REPLACE FUNCTION athena.is_own_account(p_user_id uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ select athena.manages_people()
      and exists (select 1 from athena.school_memberships m
                   where m.user_id = p_user_id and m.school_id = athena.current_school_id() and m.status = 'active')
      and not exists (select 1 from athena.school_memberships m
                       where m.user_id = p_user_id and m.school_id is distinct from athena.current_school_id()
                         and m.status = 'active')
      and not exists (select 1 from athena.users u where u.id = p_user_id and u.is_superadmin) $function$;

CREATE OR REPLACE FUNCTION athena.is_phone(value text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN (value ~* '^[+(]?[0-9]([ ().-]*[0-9]){6,39}[ )]*([ ,;]*(ext|ext\.|extensi[oó]n|x)[ .:]*[0-9]{1,6})?$'::text);

CREATE OR REPLACE FUNCTION athena.is_time_zone(p_name text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ select p_name = 'America/Bogota'
       or p_name ~ '^[A-Z]' and exists (select 1 from pg_timezone_names z where z.name = p_name) $function$;

CREATE OR REPLACE FUNCTION athena.keep_apart(p_table regclass)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  v_current constant text := '(school_id = (select athena.current_school_id()))';
  v_table regclass;
begin
  for v_table in select p_table union select p.relid from pg_partition_tree(p_table) p loop
    execute format('alter table %s enable row level security, force row level security', v_table);
    execute format('create policy p_select on %s for select using %s', v_table, v_current);
    execute format('create policy p_insert on %s for insert with check %s', v_table, v_current);
    execute format('create policy p_update on %s for update using %s with check %2$s', v_table, v_current);
    execute format('create policy p_delete on %s for delete using %s', v_table, v_current);
  end loop;
end
$function$;

CREATE OR REPLACE FUNCTION athena.keep_former()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  new.former_numbers := old.former_numbers;
  if new.document_number <> old.document_number and old.document_number <> all (old.former_numbers) then
    new.former_numbers := old.former_numbers || old.document_number;
  end if;
  new.former_names := old.former_names;
  if new.full_name <> old.full_name and old.full_name <> all (old.former_names) then
    new.former_names := old.former_names || old.full_name;
  end if;
  return new;
end
$function$;

CREATE OR REPLACE FUNCTION athena.let_delete(p_table regclass)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  execute format('comment on policy p_delete on %s is ''granted''', p_table);
end
$function$;

CREATE OR REPLACE FUNCTION athena.lock_family(p_school_id uuid, p_guardian_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  perform 1 from athena.students s
    where s.school_id = p_school_id
      and s.id in (select l.student_id from athena.student_guardians l
                    where l.school_id = p_school_id and l.guardian_id = p_guardian_id and l.ended_at is null)
    order by s.id for no key update;
  perform 1 from athena.guardians g
    where g.school_id = p_school_id and g.id = p_guardian_id for no key update;
end
$function$;

CREATE OR REPLACE FUNCTION athena.manages_people()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ select athena.on_platform() or exists (
     select 1
       from athena.school_memberships m
       join athena.users u on u.id = m.user_id
       join athena.schools s on s.id = m.school_id
      where m.user_id = athena.current_user_id() and m.school_id = athena.current_school_id()
        and athena.is_open(u.status, m.status, m.is_locked) and 'rector' = any (m.roles) and s.is_active) $function$;

CREATE OR REPLACE FUNCTION athena.may_sign_in(p_user_id uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ select exists (
     select 1 from athena.users u
      where u.id = p_user_id and u.status = 'active' and (
        u.is_superadmin
        or not exists (select 1 from athena.school_memberships m where m.user_id = u.id and m.is_locked)
        or exists (select 1 from athena.school_memberships m
                    where m.user_id = u.id and not m.is_locked
                      and (m.status = 'active' or m.status = 'invited' and m.expires_at > now())))) $function$;

CREATE OR REPLACE FUNCTION athena.monitoring_sessions()
 RETURNS TABLE(kind text, application text, state text, sessions bigint, lag_seconds double precision)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if current_setting('athena.platform', true) is distinct from 'on' then
    raise insufficient_privilege using message = 'figures of the installation are the platform''s';
  end if;
  return query
    select 'connection', coalesce(a.application_name, ''), coalesce(a.state, 'unknown'), count(*), null::double precision
      from pg_catalog.pg_stat_activity a
     where a.datname = current_database() and a.backend_type = 'client backend'
     group by 2, 3
    union all
    select 'replica', coalesce(r.application_name, ''), coalesce(r.state, 'unknown'), count(*),
           max(extract(epoch from coalesce(r.replay_lag, interval '0')))::double precision
      from pg_catalog.pg_stat_replication r
     group by 2, 3
    order by 1, 4 desc, 2, 3
    limit 200;
end
$function$;

CREATE OR REPLACE FUNCTION athena.monitoring_statements(p_limit integer)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  v_view text;
  v_lines jsonb;
begin
  if current_setting('athena.platform', true) is distinct from 'on' then
    raise insufficient_privilege using message = 'figures of the installation are the platform''s';
  end if;
  -- The extension may be in any schema.
  select format('%I.pg_stat_statements', n.nspname) into v_view
    from pg_catalog.pg_extension e join pg_catalog.pg_namespace n on n.oid = e.extnamespace
   where e.extname = 'pg_stat_statements';
  if v_view is null then
    return null;
  end if;
  execute format($query$
    select coalesce(jsonb_agg(to_jsonb(s)), '[]'::jsonb) from (
      select left(s.query, 1000) as statement, s.calls, round(s.mean_exec_time::numeric, 3) as mean_ms,
             round(s.max_exec_time::numeric, 3) as max_ms, round(s.total_exec_time::numeric, 3) as total_ms, s.rows
        from %s s
       where s.dbid = (select d.oid from pg_catalog.pg_database d where d.datname = current_database())
         and s.userid = (select r.oid from pg_catalog.pg_roles r where r.rolname = session_user)
         and s.query ~* '^\s*(select|insert|update|delete|with)\M'
       order by s.total_exec_time desc limit $1) s $query$, v_view)
    into v_lines using least(greatest(p_limit, 1), 100);
  return v_lines;
exception
  when object_not_in_prerequisite_state then
    return null;
end
$function$;

CREATE OR REPLACE FUNCTION athena.monitoring_storage()
 RETURNS TABLE(table_name text, school_id uuid, estimated_rows bigint, bytes bigint)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if current_setting('athena.platform', true) is distinct from 'on' then
    raise insufficient_privilege using message = 'figures of the installation are the platform''s';
  end if;
  return query
    with tables as (
      select c.relname::text as name, greatest(c.reltuples, 0)::double precision as row_count,
             pg_catalog.pg_total_relation_size(c.oid) as size
        from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'athena' and c.relkind = 'r'),
    shares as (
      select s.tablename::text as name, v.school, v.share
        from pg_catalog.pg_stats s,
             unnest(s.most_common_vals::text::text[]::uuid[], s.most_common_freqs::double precision[]) as v (school, share)
       where s.schemaname = 'athena' and s.attname = 'school_id' and not s.inherited)
    select t.name, null::uuid, t.row_count::bigint, t.size from tables t
    union all
    select t.name, s.school, (t.row_count * s.share)::bigint, (t.size * s.share)::bigint
      from tables t join shares s on s.name = t.name
     where t.row_count > 0;
end
$function$;

CREATE OR REPLACE FUNCTION athena.note_acceptance()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  new.accepted_at := now();
  return new;
end
$function$;

CREATE OR REPLACE FUNCTION athena.note_mail(p_membership_id uuid, p_secret_hash text, p_mail text, p_fault text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if not athena.manages_people() and athena.current_user_id() is not null then
    raise exception using errcode = 'insufficient_privilege', message = 'mails are noted by who manages people, and by the service';
  end if;
  update athena.school_memberships m
     set secret_hash = case when p_mail = 'sent' or m.secret_hash is null or p_fault = 'unreachable' and m.mailed_at is null
                            then p_secret_hash else m.secret_hash end, mail = p_mail,
         mail_fault = case when p_fault = 'limit' and m.mailed_at > clock_timestamp() - interval '1 minute' then 'too_soon'
                           else p_fault end,
         mail_attempts = case when p_mail = 'sent' then 0 else m.mail_attempts + 1 end, mail_tried_at = clock_timestamp(),
         mail_due_at = clock_timestamp() + least(interval '1 minute' * power(2, least(m.mail_attempts, 4)), interval '15 minutes'),
         mailed_at = case when p_mail = 'sent' then clock_timestamp() else m.mailed_at end, version = m.version + 1
   where m.id = p_membership_id and m.school_id = athena.current_school_id()
     and (m.status = 'invited' or m.status = 'active' and m.added_roles <> '{}');
  return found;
end
$function$;

CREATE OR REPLACE FUNCTION athena.offered_guardian(p_membership_id uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ select g.full_name
     from athena.school_memberships m join athena.guardians g on g.school_id = m.school_id and g.id = m.guardian_id
    where m.id = p_membership_id and m.user_id = athena.current_user_id() and m.expires_at > now()
      and (m.status = 'invited' or m.added_roles <> '{}') $function$;

CREATE OR REPLACE FUNCTION athena.on_platform()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (COALESCE(current_setting('athena.platform'::text, true), ''::text) = 'on'::text);

CREATE OR REPLACE FUNCTION athena.protect(p_table regclass, p_private text[] DEFAULT '{}'::text[])
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  perform athena.keep_apart(p_table);
  perform athena.audit(p_table, p_private);
end
$function$;

CREATE OR REPLACE FUNCTION athena.protect_bulk(p_table regclass, p_private text[] DEFAULT '{}'::text[])
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  perform athena.keep_apart(p_table);
  perform athena.audit(p_table, p_private, p_events => 'update or delete');
  execute format('create trigger audit_inserts after insert on %s referencing new table as inserted '
                 'for each statement execute function athena.audit_inserts()', p_table);
end
$function$;

CREATE OR REPLACE FUNCTION athena.schools_with_another_rector(p_schools uuid[], p_person uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  with rectors as (
    select m.school_id, m.user_id
      from athena.users u
      join athena.school_memberships m on m.user_id = u.id
     where m.school_id = any (p_schools) and athena.is_open(u.status, m.status, m.is_locked) and 'rector' = any (m.roles)
       and (select athena.manages_people())
       and ((select athena.on_platform()) or m.school_id = (select athena.current_school_id()))
     order by u.id, m.id
       for no key update of u, m)
  select distinct r.school_id from rectors r where r.user_id <> p_person
$function$;

CREATE OR REPLACE FUNCTION athena.search_text(value text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN (((' '::text || regexp_replace((athena.fold(value) COLLATE "und-x-icu"), '[^[:alnum:]]+'::text, ' '::text, 'g'::text)) || ' '::text) || regexp_replace((athena.fold(value) COLLATE "und-x-icu"), '[^[:alnum:][:space:]]+'::text, ''::text, 'g'::text));

CREATE OR REPLACE FUNCTION athena.set_superadmin(p_user_id uuid, p_value boolean)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  v_actor uuid := athena.current_user_id();
begin
  perform pg_advisory_xact_lock(hashtext('athena.set_superadmin'));
  if not athena.on_platform() or p_user_id = v_actor
     or exists (select 1 from athena.users u where u.is_superadmin and u.status = 'active')
        and not exists (select 1 from athena.users u where u.id = v_actor and u.is_superadmin and u.status = 'active') then
    raise exception using errcode = 'insufficient_privilege',
      message = 'only a superadmin may set the platform flag, of somebody else';
  end if;
  if not p_value and not exists (select 1 from athena.users u
                                  where u.is_superadmin and u.status = 'active' and u.id <> p_user_id) then
    raise exception using errcode = 'check_violation', constraint = 'ck_users_last_superadmin',
      message = 'the last superadmin stays';
  end if;
  update athena.users u set is_superadmin = p_value, version = u.version + 1
   where u.id = p_user_id and u.is_superadmin is distinct from p_value;
end
$function$;

CREATE OR REPLACE FUNCTION athena.take_back_import(p_import_id uuid)
 RETURNS TABLE(touched_id uuid, why text, total bigint)
 LANGUAGE plpgsql
 STRICT SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
declare
  v_school constant uuid := athena.current_school_id();
  v_import athena.student_imports;
  v_changed uuid[];
  v_linked uuid[];
  v_used uuid[] := '{}';
  v_using uuid[];
  v_reference record;
begin
  if not athena.enrolls_students() then
    raise exception using errcode = 'insufficient_privilege', message = 'imports are taken back by who enrolls students';
  end if;
  select i.* into v_import from athena.student_imports i
   where i.id = p_import_id and i.school_id = v_school and i.taken_back_at is null for update;
  if not found then
    return;
  end if;
  -- In the order in which others lock them: students before guardians, both by id.
  perform 1 from athena.students s
    where s.school_id = v_school and s.id = any (v_import.student_ids) order by s.id for update;
  perform 1 from athena.guardians g
    where g.school_id = v_school and g.id = any (v_import.guardian_ids) order by g.id for update;
  v_changed := array(
    select s.id from athena.students s where s.school_id = v_school and s.id = any (v_import.student_ids)
       and (s.created_at <> v_import.created_at or s.updated_at <> v_import.created_at)
    union
    select g.id from athena.guardians g where g.school_id = v_school and g.id = any (v_import.guardian_ids)
       and (g.created_at <> v_import.created_at
            -- A later import that linked the guardian raised the version alone, which is not in the audit log.
            or g.updated_at <> v_import.created_at and exists (
                 select 1 from athena.audit_log a
                  where a.school_id = v_school and a.entity_type = 'guardians' and a.entity_id = g.id::text
                    and a.action = 'update')));
  v_linked := array(
    select l.student_id from athena.student_guardians l where l.school_id = v_school and l.student_id = any (v_import.student_ids)
       and (l.created_at <> v_import.created_at or l.updated_at <> v_import.created_at)
    union
    select l.guardian_id from athena.student_guardians l
     where l.school_id = v_school and l.guardian_id = any (v_import.guardian_ids) and l.created_at <> v_import.created_at);
  -- Every other table that points to a student or a guardian uses the row. Later features add such tables.
  for v_reference in
      select c.conrelid::regclass as place, a.attname as name
        from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[cardinality(c.conkey)]
       where c.contype = 'f' and c.conparentid = 0 and c.conrelid <> 'athena.student_guardians'::regclass
         and c.confrelid in ('athena.students'::regclass, 'athena.guardians'::regclass) loop
    execute format('select array(select distinct r.%1$I from %2$s r where r.school_id = $1 and r.%1$I = any ($2))',
                   v_reference.name, v_reference.place)
      into v_using using v_school, v_import.student_ids || v_import.guardian_ids;
    v_used := v_used || v_using;
  end loop;
  if cardinality(v_changed || v_linked || v_used) = 0 then
    update athena.student_imports i
       set taken_back_at = now(), taken_back_by = athena.current_user_id(), version = i.version + 1
     where i.id = p_import_id;
  end if;
  return query
    select t.id, min(t.why), count(*) over ()
      from (select c.id, 'changed' as why from unnest(v_changed) c (id)
            union all select l.id, 'linked' from unnest(v_linked) l (id)
            union all select u.id, 'used' from unnest(v_used) u (id)) t
     group by t.id order by t.id limit 20;
end
$function$;

CREATE OR REPLACE FUNCTION athena.take_invitation(p_secret_hash text)
 RETURNS uuid
 LANGUAGE plpgsql
 STRICT SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  v_caller uuid := athena.current_user_id();
  v_said text := lower(current_setting('athena.confirmed_account', true));
  v_open athena.school_memberships;
  v_invited athena.users;
  v_own athena.school_memberships;
  v_email text;
  v_school text := current_setting('athena.school_id', true);
begin
  if v_caller is null or v_said is null or v_said not like v_caller || ' %' then
    raise exception using errcode = 'insufficient_privilege', message = 'an invitation is taken by a verified account';
  end if;
  v_email := substr(v_said, 38);
  -- Who has an account is not for the log of the school that the caller works in.
  perform set_config('athena.school_id', '', true);
  perform athena.lock_family(m.school_id, m.guardian_id) from athena.school_memberships m
    where m.secret_hash = p_secret_hash and m.guardian_id is not null;
  -- People are locked before their memberships.
  perform 1 from athena.users u
    where u.id in (v_caller, (select m.user_id from athena.school_memberships m where m.secret_hash = p_secret_hash))
    order by u.id for update;
  select m.* into v_open from athena.school_memberships m
   where m.secret_hash = p_secret_hash and m.expires_at > now()
     and (m.status = 'invited' or m.status = 'active' and m.added_roles <> '{}')
     and exists (select 1 from athena.schools s where s.id = m.school_id and s.is_active)
     for update;
  if not found or exists (select 1 from athena.users u where u.id = v_caller and u.status = 'inactive')
     or exists (select 1 from athena.school_memberships m
                 where m.school_id = v_open.school_id and m.user_id = v_caller and m.is_locked) then
    return null;
  end if;
  select u.* into v_invited from athena.users u where u.id = v_open.user_id;
  if v_open.user_id = v_caller then
    update athena.users u set status = 'active', version = u.version + 1
     where u.id = v_caller and u.status = 'pending' and u.email = v_email;
  elsif not exists (select 1 from athena.users u where u.id = v_caller) then
    -- Another secret of the same account may be at work; it then has the person already.
    insert into athena.users (id, email, full_name, status)
    values (v_caller, v_email, coalesce(v_open.invited_name, v_invited.full_name), 'active')
    on conflict (id) do nothing;
  else
    update athena.users u set status = 'active', version = u.version + 1
     where u.id = v_caller and u.status = 'pending' and u.email = v_email;
  end if;
  select m.* into v_own from athena.school_memberships m
   where m.school_id = v_open.school_id and m.user_id = v_caller for update;
  if v_own.status = 'active' and v_own.id <> v_open.id and v_open.guardian_id is null then
    raise exception using errcode = 'unique_violation', constraint = 'uq_school_memberships_school_id_user_id',
      message = 'the caller is a member of the school';
  elsif v_own.id is null and v_open.status = 'invited' and v_open.accepted_at is null then
    update athena.school_memberships m set user_id = v_caller, version = m.version + 1 where m.id = v_open.id;
    v_own.id := v_open.id;
  elsif v_own.id is distinct from v_open.id then
    -- What the invited person was in the school stays theirs.
    update athena.school_memberships m
       set status = case when m.status = 'invited' then 'inactive' else m.status end, added_roles = '{}', guardian_id = null,
           secret_hash = null, request_hash = null, mail = null, version = m.version + 1
     where m.id = v_open.id;
    insert into athena.school_memberships as m (school_id, user_id, roles, status, invited_name, guardian_id, added_roles, expires_at,
                                                mail, mailed_at)
    values (v_open.school_id, v_caller, case when v_open.status = 'invited' then v_open.roles else v_open.added_roles end, 'invited',
            v_open.invited_name, v_open.guardian_id, '{}', v_open.expires_at, v_open.mail, v_open.mailed_at)
    on conflict on constraint uq_school_memberships_school_id_user_id do update
       set status = case when m.status = 'active' then m.status else 'invited' end,
           roles = case when m.status = 'active' then m.roles else excluded.roles end,
           added_roles = case when m.status = 'active' then excluded.roles else '{}' end,
           invited_name = excluded.invited_name, guardian_id = excluded.guardian_id, expires_at = excluded.expires_at,
           secret_hash = null, mail = excluded.mail, mailed_at = excluded.mailed_at, version = m.version + 1
    returning m.id into v_own.id;
  end if;
  delete from athena.users u where u.id = v_invited.id and u.status = 'pending' and not u.is_superadmin
     and not exists (select 1 from athena.school_memberships m where m.user_id = u.id);
  perform set_config('athena.school_id', coalesce(v_school, ''), true);
  return case when athena.answer_invitation(v_own.id, true) then v_own.id end;
end
$function$;

CREATE OR REPLACE FUNCTION athena.today()
 RETURNS date
 LANGUAGE sql
 STABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ select (now() at time zone coalesce(
     (select s.time_zone from athena.schools s where s.id = athena.current_school_id()), 'America/Bogota'))::date $function$;

CREATE OR REPLACE FUNCTION athena.touch_row()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  new.updated_at := now();
  return new;
end
$function$;

CREATE OR REPLACE FUNCTION athena.uuid_v7()
 RETURNS uuid
 LANGUAGE sql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select encode(
    set_bit(set_bit(
      overlay(uuid_send(gen_random_uuid())
        placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6),
      52, 1), 53, 1), 'hex')::uuid
$function$;

CREATE OR REPLACE FUNCTION athena.withdraw_guardian_invitations()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  update athena.school_memberships m
     set status = case when m.status = 'invited' then 'inactive' else m.status end, added_roles = '{}', secret_hash = null,
         request_hash = null, mail = null, declined_at = null, version = m.version + 1
   where m.school_id = new.school_id and m.guardian_id = new.id
     and (m.status = 'invited' or m.mail is not null or m.added_roles <> '{}' or m.declined_at is not null)
     and (new.user_id is not distinct from old.user_id or m.user_id is distinct from new.user_id);
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION athena.writes_of_caller(p_since timestamp with time zone)
 RETURNS bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ select count(*) from athena.audit_log l where l.actor_id = athena.current_user_id() and l.created_at >= p_since $function$;


-- Tables, each after those it refers to

CREATE TABLE athena.schools (
  id uuid DEFAULT athena.uuid_v7() NOT NULL,
  name text COLLATE "es-x-icu" NOT NULL,
  nit text,
  resolution text,
  time_zone text DEFAULT 'America/Bogota'::text NOT NULL,
  is_active boolean DEFAULT true NOT NULL,
  version integer DEFAULT 0 NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT pk_schools PRIMARY KEY (id),
  CONSTRAINT uq_schools_nit UNIQUE (nit),
  CONSTRAINT ck_schools_name CHECK (length(name) >= 1 AND length(name) <= 200),
  CONSTRAINT ck_schools_nit CHECK (length(nit) >= 5 AND length(nit) <= 20),
  CONSTRAINT ck_schools_resolution CHECK (length(resolution) <= 200),
  CONSTRAINT ck_schools_time_zone CHECK (athena.is_time_zone(time_zone))
);
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON athena.schools FOR EACH ROW EXECUTE FUNCTION athena.audit_row();
CREATE TRIGGER touch BEFORE UPDATE ON athena.schools FOR EACH ROW EXECUTE FUNCTION athena.touch_row();

CREATE TABLE athena.academic_areas (
  id uuid DEFAULT athena.uuid_v7() NOT NULL,
  school_id uuid NOT NULL,
  name text NOT NULL,
  "position" integer DEFAULT 0 NOT NULL,
  version integer DEFAULT 0 NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT pk_academic_areas PRIMARY KEY (id),
  CONSTRAINT uq_academic_areas_school_id_id UNIQUE (school_id, id),
  CONSTRAINT uq_academic_areas_school_id_name UNIQUE (school_id, name),
  CONSTRAINT ck_academic_areas_name CHECK (length(name) >= 1 AND length(name) <= 120),
  CONSTRAINT fk_academic_areas_school_id FOREIGN KEY (school_id) REFERENCES athena.schools(id)
);
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON athena.academic_areas FOR EACH ROW EXECUTE FUNCTION athena.audit_row();
CREATE TRIGGER touch BEFORE UPDATE ON athena.academic_areas FOR EACH ROW EXECUTE FUNCTION athena.touch_row();

CREATE TABLE athena.audit_log (
  id uuid DEFAULT athena.uuid_v7() NOT NULL,
  school_id uuid,
  actor_id uuid,
  action text NOT NULL,
  entity_type text NOT NULL,
  entity_id text,
  changes jsonb,
  request_id text,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT pk_audit_log PRIMARY KEY (id, created_at),
  CONSTRAINT ck_audit_log_action CHECK (length(action) >= 1 AND length(action) <= 60),
  CONSTRAINT ck_audit_log_entity_type CHECK (length(entity_type) >= 1 AND length(entity_type) <= 60),
  CONSTRAINT ck_audit_log_request_id CHECK (length(request_id) <= 64),
  CONSTRAINT fk_audit_log_school_id FOREIGN KEY (school_id) REFERENCES athena.schools(id)
) PARTITION BY RANGE (created_at);
CREATE TABLE athena.audit_log_2026 PARTITION OF athena.audit_log FOR VALUES FROM ('2026-01-01 00:00:00+00') TO ('2027-01-01 00:00:00+00');
CREATE TABLE athena.audit_log_2027 PARTITION OF athena.audit_log FOR VALUES FROM ('2027-01-01 00:00:00+00') TO ('2028-01-01 00:00:00+00');
CREATE TABLE athena.audit_log_default PARTITION OF athena.audit_log DEFAULT;
CREATE INDEX ix_audit_log_actor_id_created_at ON athena.audit_log USING btree (actor_id, created_at);
CREATE INDEX ix_audit_log_school_id_created_at ON athena.audit_log USING btree (school_id, created_at DESC);
CREATE INDEX ix_audit_log_school_id_entity ON athena.audit_log USING btree (school_id, entity_type, entity_id);

CREATE TABLE athena.campuses (
  id uuid DEFAULT athena.uuid_v7() NOT NULL,
  school_id uuid NOT NULL,
  name text NOT NULL,
  dane_code text,
  address text,
  is_active boolean DEFAULT true NOT NULL,
  version integer DEFAULT 0 NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT pk_campuses PRIMARY KEY (id),
  CONSTRAINT uq_campuses_school_id_id UNIQUE (school_id, id),
  CONSTRAINT uq_campuses_school_id_name UNIQUE (school_id, name),
  CONSTRAINT ck_campuses_address CHECK (length(address) >= 1 AND length(address) <= 300),
  CONSTRAINT ck_campuses_dane_code CHECK (length(dane_code) >= 1 AND length(dane_code) <= 20),
  CONSTRAINT ck_campuses_name CHECK (length(name) >= 1 AND length(name) <= 200),
  CONSTRAINT fk_campuses_school_id FOREIGN KEY (school_id) REFERENCES athena.schools(id)
);
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON athena.campuses FOR EACH ROW EXECUTE FUNCTION athena.audit_row();
CREATE TRIGGER touch BEFORE UPDATE ON athena.campuses FOR EACH ROW EXECUTE FUNCTION athena.touch_row();

CREATE TABLE athena.due_work (
  kind text NOT NULL,
  school_id uuid NOT NULL,
  due_at timestamp with time zone NOT NULL,
  failures integer DEFAULT 0 NOT NULL,
  CONSTRAINT pk_due_work PRIMARY KEY (kind, school_id),
  CONSTRAINT ck_due_work_failures CHECK (failures >= 0),
  CONSTRAINT ck_due_work_kind CHECK (length(kind) >= 1 AND length(kind) <= 60),
  CONSTRAINT fk_due_work_school_id FOREIGN KEY (school_id) REFERENCES athena.schools(id)
);
CREATE INDEX ix_due_work_due_at ON athena.due_work USING btree (due_at);
CREATE INDEX ix_due_work_school_id ON athena.due_work USING btree (school_id);

CREATE TABLE athena.grade_levels (
  id uuid DEFAULT athena.uuid_v7() NOT NULL,
  school_id uuid NOT NULL,
  code text NOT NULL,
  name text NOT NULL,
  "position" integer DEFAULT 0 NOT NULL,
  simat_code integer,
  version integer DEFAULT 0 NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT pk_grade_levels PRIMARY KEY (id),
  CONSTRAINT uq_grade_levels_school_id_code UNIQUE (school_id, code),
  CONSTRAINT uq_grade_levels_school_id_id UNIQUE (school_id, id),
  CONSTRAINT ck_grade_levels_code CHECK (length(code) >= 1 AND length(code) <= 20),
  CONSTRAINT ck_grade_levels_name CHECK (length(name) >= 1 AND length(name) <= 80),
  CONSTRAINT fk_grade_levels_school_id FOREIGN KEY (school_id) REFERENCES athena.schools(id)
);
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON athena.grade_levels FOR EACH ROW EXECUTE FUNCTION athena.audit_row();
CREATE TRIGGER touch BEFORE UPDATE ON athena.grade_levels FOR EACH ROW EXECUTE FUNCTION athena.touch_row();

CREATE TABLE athena.school_settings (
  school_id uuid NOT NULL,
  pei_summary text,
  simat_settings jsonb DEFAULT '{}'::jsonb NOT NULL,
  branding_settings jsonb DEFAULT '{}'::jsonb NOT NULL,
  security_settings jsonb DEFAULT '{}'::jsonb NOT NULL,
  habeas_data_text text,
  version integer DEFAULT 0 NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT pk_school_settings PRIMARY KEY (school_id),
  CONSTRAINT ck_school_settings_habeas_data_text CHECK (length(habeas_data_text) <= 20000),
  CONSTRAINT ck_school_settings_pei_summary CHECK (length(pei_summary) <= 10000),
  CONSTRAINT fk_school_settings_school_id FOREIGN KEY (school_id) REFERENCES athena.schools(id)
);
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON athena.school_settings FOR EACH ROW EXECUTE FUNCTION athena.audit_row('simat_settings', 'security_settings');
CREATE TRIGGER touch BEFORE UPDATE ON athena.school_settings FOR EACH ROW EXECUTE FUNCTION athena.touch_row();

CREATE TABLE athena.school_years (
  id uuid DEFAULT athena.uuid_v7() NOT NULL,
  school_id uuid NOT NULL,
  name text NOT NULL,
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  status text DEFAULT 'planning'::text NOT NULL,
  version integer DEFAULT 0 NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT pk_school_years PRIMARY KEY (id),
  CONSTRAINT uq_school_years_school_id_id UNIQUE (school_id, id),
  CONSTRAINT uq_school_years_school_id_name UNIQUE (school_id, name),
  CONSTRAINT ck_school_years_ends_on CHECK (ends_on >= starts_on),
  CONSTRAINT ck_school_years_name CHECK (length(name) >= 1 AND length(name) <= 30),
  CONSTRAINT ck_school_years_status CHECK (status = ANY (ARRAY['planning'::text, 'active'::text, 'closed'::text, 'archived'::text])),
  CONSTRAINT fk_school_years_school_id FOREIGN KEY (school_id) REFERENCES athena.schools(id)
);
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON athena.school_years FOR EACH ROW EXECUTE FUNCTION athena.audit_row();
CREATE TRIGGER touch BEFORE UPDATE ON athena.school_years FOR EACH ROW EXECUTE FUNCTION athena.touch_row();

CREATE TABLE athena.academic_periods (
  id uuid DEFAULT athena.uuid_v7() NOT NULL,
  school_id uuid NOT NULL,
  school_year_id uuid NOT NULL,
  name text NOT NULL,
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  weight numeric(5,2),
  version integer DEFAULT 0 NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT pk_academic_periods PRIMARY KEY (id),
  CONSTRAINT uq_academic_periods_school_id_id UNIQUE (school_id, id),
  CONSTRAINT uq_academic_periods_school_id_school_year_id_name UNIQUE (school_id, school_year_id, name),
  CONSTRAINT ck_academic_periods_ends_on CHECK (ends_on >= starts_on),
  CONSTRAINT ck_academic_periods_name CHECK (length(name) >= 1 AND length(name) <= 60),
  CONSTRAINT ck_academic_periods_weight CHECK (weight >= 0::numeric AND weight <= 100::numeric),
  CONSTRAINT fk_academic_periods_school_year_id FOREIGN KEY (school_id, school_year_id) REFERENCES athena.school_years(school_id, id)
);
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON athena.academic_periods FOR EACH ROW EXECUTE FUNCTION athena.audit_row();
CREATE CONSTRAINT TRIGGER check_period AFTER INSERT OR UPDATE ON athena.academic_periods NOT DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION athena.check_academic_period();
CREATE TRIGGER touch BEFORE UPDATE ON athena.academic_periods FOR EACH ROW EXECUTE FUNCTION athena.touch_row();

CREATE TABLE athena.subjects (
  id uuid DEFAULT athena.uuid_v7() NOT NULL,
  school_id uuid NOT NULL,
  academic_area_id uuid NOT NULL,
  name text NOT NULL,
  code text,
  version integer DEFAULT 0 NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT pk_subjects PRIMARY KEY (id),
  CONSTRAINT uq_subjects_school_id_id UNIQUE (school_id, id),
  CONSTRAINT uq_subjects_school_id_name UNIQUE (school_id, name),
  CONSTRAINT ck_subjects_code CHECK (length(code) >= 1 AND length(code) <= 20),
  CONSTRAINT ck_subjects_name CHECK (length(name) >= 1 AND length(name) <= 120),
  CONSTRAINT fk_subjects_academic_area_id FOREIGN KEY (school_id, academic_area_id) REFERENCES athena.academic_areas(school_id, id),
  CONSTRAINT fk_subjects_school_id FOREIGN KEY (school_id) REFERENCES athena.schools(id)
);
CREATE INDEX ix_subjects_academic_area_id ON athena.subjects USING btree (school_id, academic_area_id);
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON athena.subjects FOR EACH ROW EXECUTE FUNCTION athena.audit_row();
CREATE TRIGGER touch BEFORE UPDATE ON athena.subjects FOR EACH ROW EXECUTE FUNCTION athena.touch_row();

CREATE TABLE athena.users (
  id uuid NOT NULL,
  email text NOT NULL,
  full_name text COLLATE "es-x-icu" NOT NULL,
  is_superadmin boolean DEFAULT false NOT NULL,
  status text DEFAULT 'pending'::text NOT NULL,
  version integer DEFAULT 0 NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT pk_users PRIMARY KEY (id),
  CONSTRAINT ck_users_email CHECK (length(email) >= 3 AND length(email) <= 320),
  CONSTRAINT ck_users_full_name CHECK (length(full_name) >= 1 AND length(full_name) <= 200 AND athena.is_name(full_name)),
  CONSTRAINT ck_users_status CHECK (status = ANY (ARRAY['pending'::text, 'active'::text, 'inactive'::text]))
);
CREATE UNIQUE INDEX uq_users_email ON athena.users USING btree (lower(email), ((status = 'pending'::text)));
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON athena.users FOR EACH ROW EXECUTE FUNCTION athena.audit_row();
CREATE TRIGGER check_change BEFORE UPDATE ON athena.users FOR EACH ROW WHEN (new.email IS DISTINCT FROM old.email OR new.status IS DISTINCT FROM old.status) EXECUTE FUNCTION athena.check_user_change();
CREATE TRIGGER touch BEFORE UPDATE ON athena.users FOR EACH ROW EXECUTE FUNCTION athena.touch_row();

CREATE TABLE athena.idempotency_keys (
  id uuid DEFAULT athena.uuid_v7() NOT NULL,
  school_id uuid,
  user_id uuid NOT NULL,
  method text NOT NULL,
  path text NOT NULL,
  key text NOT NULL,
  request_hash text NOT NULL,
  status integer,
  location text,
  etag text,
  body text,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT pk_idempotency_keys PRIMARY KEY (id),
  CONSTRAINT uq_idempotency_keys_user_id UNIQUE NULLS NOT DISTINCT (user_id, school_id, method, path, key),
  CONSTRAINT ck_idempotency_keys_key CHECK (length(key) >= 1 AND length(key) <= 255),
  CONSTRAINT ck_idempotency_keys_path CHECK (length(path) <= 500),
  CONSTRAINT fk_idempotency_keys_school_id FOREIGN KEY (school_id) REFERENCES athena.schools(id),
  CONSTRAINT fk_idempotency_keys_user_id FOREIGN KEY (user_id) REFERENCES athena.users(id)
);
CREATE INDEX ix_idempotency_keys_created_at ON athena.idempotency_keys USING btree (created_at);
CREATE INDEX ix_idempotency_keys_school_id ON athena.idempotency_keys USING btree (school_id);

CREATE TABLE athena.student_imports (
  id uuid DEFAULT athena.uuid_v7() NOT NULL,
  school_id uuid NOT NULL,
  imported_by uuid,
  format text NOT NULL,
  file_rows integer NOT NULL,
  students integer NOT NULL,
  guardians integer NOT NULL,
  student_ids uuid[] DEFAULT '{}'::uuid[] NOT NULL,
  guardian_ids uuid[] DEFAULT '{}'::uuid[] NOT NULL,
  taken_back_at timestamp with time zone,
  taken_back_by uuid,
  version integer DEFAULT 0 NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT pk_student_imports PRIMARY KEY (id),
  CONSTRAINT ck_student_imports_file_rows CHECK (file_rows >= 0),
  CONSTRAINT ck_student_imports_format CHECK (format = ANY (ARRAY['csv'::text, 'xlsx'::text])),
  CONSTRAINT ck_student_imports_guardians CHECK (guardians >= 0),
  CONSTRAINT ck_student_imports_students CHECK (students >= 0),
  CONSTRAINT fk_student_imports_imported_by FOREIGN KEY (imported_by) REFERENCES athena.users(id),
  CONSTRAINT fk_student_imports_school_id FOREIGN KEY (school_id) REFERENCES athena.schools(id),
  CONSTRAINT fk_student_imports_taken_back_by FOREIGN KEY (taken_back_by) REFERENCES athena.users(id)
);
CREATE INDEX ix_student_imports_imported_by ON athena.student_imports USING btree (imported_by);
CREATE INDEX ix_student_imports_school_id_created_at ON athena.student_imports USING btree (school_id, created_at DESC);
CREATE INDEX ix_student_imports_taken_back_by ON athena.student_imports USING btree (taken_back_by);
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON athena.student_imports FOR EACH ROW EXECUTE FUNCTION athena.audit_row('student_ids', 'guardian_ids');
CREATE TRIGGER touch BEFORE UPDATE ON athena.student_imports FOR EACH ROW EXECUTE FUNCTION athena.touch_row();

CREATE TABLE athena_migration.flyway_schema_history (
  installed_rank integer NOT NULL,
  version character varying(50),
  description character varying(200) NOT NULL,
  type character varying(20) NOT NULL,
  script character varying(1000) NOT NULL,
  checksum integer,
  installed_by character varying(100) NOT NULL,
  installed_on timestamp without time zone DEFAULT now() NOT NULL,
  execution_time integer NOT NULL,
  success boolean NOT NULL,
  CONSTRAINT flyway_schema_history_pk PRIMARY KEY (installed_rank)
);
CREATE INDEX flyway_schema_history_s_idx ON athena_migration.flyway_schema_history USING btree (success);

CREATE TABLE athena.class_sections (
  id uuid DEFAULT athena.uuid_v7() NOT NULL,
  school_id uuid NOT NULL,
  school_year_id uuid NOT NULL,
  grade_level_id uuid NOT NULL,
  campus_id uuid,
  name text NOT NULL,
  shift text,
  capacity integer,
  homeroom_teacher_id uuid,
  version integer DEFAULT 0 NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT pk_class_sections PRIMARY KEY (id),
  CONSTRAINT uq_class_sections_school_id_id UNIQUE (school_id, id),
  CONSTRAINT uq_class_sections_school_id_year_grade_name UNIQUE (school_id, school_year_id, grade_level_id, name),
  CONSTRAINT ck_class_sections_capacity CHECK (capacity >= 1 AND capacity <= 200),
  CONSTRAINT ck_class_sections_name CHECK (length(name) >= 1 AND length(name) <= 40),
  CONSTRAINT ck_class_sections_shift CHECK (shift = ANY (ARRAY['morning'::text, 'afternoon'::text, 'evening'::text, 'full_day'::text])),
  CONSTRAINT fk_class_sections_campus_id FOREIGN KEY (school_id, campus_id) REFERENCES athena.campuses(school_id, id),
  CONSTRAINT fk_class_sections_grade_level_id FOREIGN KEY (school_id, grade_level_id) REFERENCES athena.grade_levels(school_id, id),
  CONSTRAINT fk_class_sections_school_id FOREIGN KEY (school_id) REFERENCES athena.schools(id),
  CONSTRAINT fk_class_sections_school_year_id FOREIGN KEY (school_id, school_year_id) REFERENCES athena.school_years(school_id, id)
);
CREATE INDEX ix_class_sections_campus_id ON athena.class_sections USING btree (school_id, campus_id);
CREATE INDEX ix_class_sections_grade_level_id ON athena.class_sections USING btree (school_id, grade_level_id);
CREATE INDEX ix_class_sections_homeroom_teacher_id ON athena.class_sections USING btree (school_id, homeroom_teacher_id);
CREATE INDEX ix_class_sections_school_year_id ON athena.class_sections USING btree (school_id, school_year_id);
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON athena.class_sections FOR EACH ROW EXECUTE FUNCTION athena.audit_row();
CREATE TRIGGER touch BEFORE UPDATE ON athena.class_sections FOR EACH ROW EXECUTE FUNCTION athena.touch_row();

CREATE TABLE athena.course_offerings (
  id uuid DEFAULT athena.uuid_v7() NOT NULL,
  school_id uuid NOT NULL,
  class_section_id uuid NOT NULL,
  subject_id uuid NOT NULL,
  version integer DEFAULT 0 NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT pk_course_offerings PRIMARY KEY (id),
  CONSTRAINT uq_course_offerings_school_id_class_section_id_subject_id UNIQUE (school_id, class_section_id, subject_id),
  CONSTRAINT uq_course_offerings_school_id_id UNIQUE (school_id, id),
  CONSTRAINT fk_course_offerings_class_section_id FOREIGN KEY (school_id, class_section_id) REFERENCES athena.class_sections(school_id, id),
  CONSTRAINT fk_course_offerings_school_id FOREIGN KEY (school_id) REFERENCES athena.schools(id),
  CONSTRAINT fk_course_offerings_subject_id FOREIGN KEY (school_id, subject_id) REFERENCES athena.subjects(school_id, id)
);
CREATE INDEX ix_course_offerings_class_section_id ON athena.course_offerings USING btree (school_id, class_section_id);
CREATE INDEX ix_course_offerings_subject_id ON athena.course_offerings USING btree (school_id, subject_id);
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON athena.course_offerings FOR EACH ROW EXECUTE FUNCTION athena.audit_row();
CREATE TRIGGER touch BEFORE UPDATE ON athena.course_offerings FOR EACH ROW EXECUTE FUNCTION athena.touch_row();

CREATE TABLE athena.enrollments (
  id uuid DEFAULT athena.uuid_v7() NOT NULL,
  school_id uuid NOT NULL,
  student_id uuid NOT NULL,
  school_year_id uuid NOT NULL,
  grade_level_id uuid,
  class_section_id uuid,
  group_code text,
  shift text,
  status text DEFAULT 'pending_documents'::text NOT NULL,
  status_history jsonb DEFAULT '[]'::jsonb NOT NULL,
  simat_status jsonb,
  extra_data jsonb,
  version integer DEFAULT 0 NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT pk_enrollments PRIMARY KEY (id),
  CONSTRAINT uq_enrollments_school_id_id UNIQUE (school_id, id),
  CONSTRAINT uq_enrollments_school_id_student_id_school_year_id UNIQUE (school_id, student_id, school_year_id),
  CONSTRAINT ck_enrollments_group_code CHECK (length(group_code) >= 1 AND length(group_code) <= 20),
  CONSTRAINT ck_enrollments_shift CHECK (shift = ANY (ARRAY['morning'::text, 'afternoon'::text, 'evening'::text, 'full_day'::text])),
  CONSTRAINT ck_enrollments_status CHECK (status = ANY (ARRAY['pending_documents'::text, 'in_review'::text, 'active'::text, 'completed'::text, 'graduated'::text, 'withdrawn'::text])),
  CONSTRAINT fk_enrollments_class_section_id FOREIGN KEY (school_id, class_section_id) REFERENCES athena.class_sections(school_id, id),
  CONSTRAINT fk_enrollments_grade_level_id FOREIGN KEY (school_id, grade_level_id) REFERENCES athena.grade_levels(school_id, id),
  CONSTRAINT fk_enrollments_school_id FOREIGN KEY (school_id) REFERENCES athena.schools(id),
  CONSTRAINT fk_enrollments_school_year_id FOREIGN KEY (school_id, school_year_id) REFERENCES athena.school_years(school_id, id)
);
CREATE INDEX ix_enrollments_class_section_id ON athena.enrollments USING btree (school_id, class_section_id);
CREATE INDEX ix_enrollments_grade_level_id ON athena.enrollments USING btree (school_id, grade_level_id);
CREATE INDEX ix_enrollments_school_year_id ON athena.enrollments USING btree (school_id, school_year_id);
CREATE INDEX ix_enrollments_student_id ON athena.enrollments USING btree (school_id, student_id);
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON athena.enrollments FOR EACH ROW EXECUTE FUNCTION athena.audit_row('extra_data');
CREATE TRIGGER touch BEFORE UPDATE ON athena.enrollments FOR EACH ROW EXECUTE FUNCTION athena.touch_row();

CREATE TABLE athena.guardians (
  id uuid DEFAULT athena.uuid_v7() NOT NULL,
  school_id uuid NOT NULL,
  user_id uuid,
  document_type text NOT NULL,
  document_number text NOT NULL,
  document_kind text GENERATED ALWAYS AS (
CASE
    WHEN (document_type = ANY (ARRAY['TI'::text, 'RC'::text, 'CC'::text, 'NUIP'::text])) THEN 'national'::text
    ELSE document_type
END) STORED NOT NULL,
  full_name text COLLATE "es-x-icu" NOT NULL,
  search_text text GENERATED ALWAYS AS (athena.search_text((((((full_name || ' '::text) || document_type) || ' '::text) || document_number) || COALESCE((((' '::text || phone) || ' '::text) || regexp_replace(phone, '[^0-9]'::text, ''::text, 'g'::text)), ''::text)))) STORED NOT NULL,
  phone text,
  email text,
  former_numbers text[] DEFAULT '{}'::text[] NOT NULL,
  former_names text[] DEFAULT '{}'::text[] NOT NULL,
  version integer DEFAULT 0 NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT pk_guardians PRIMARY KEY (id),
  CONSTRAINT uq_guardians_school_id_document UNIQUE (school_id, document_kind, document_number),
  CONSTRAINT uq_guardians_school_id_id UNIQUE (school_id, id),
  CONSTRAINT uq_guardians_school_id_user_id UNIQUE (school_id, user_id),
  CONSTRAINT ck_guardians_document_number CHECK (athena.is_document_number(document_type, document_number)),
  CONSTRAINT ck_guardians_document_type CHECK (document_type = ANY (ARRAY['TI'::text, 'RC'::text, 'CC'::text, 'CE'::text, 'NUIP'::text, 'PASSPORT'::text, 'PPT'::text, 'PEP'::text, 'NES'::text, 'NIP'::text, 'CABILDO'::text, 'VISA'::text, 'TMF'::text])),
  CONSTRAINT ck_guardians_email CHECK (length(email) >= 3 AND length(email) <= 320),
  CONSTRAINT ck_guardians_full_name CHECK (length(full_name) >= 1 AND length(full_name) <= 200 AND athena.is_name(full_name)),
  CONSTRAINT ck_guardians_phone CHECK (length(phone) <= 40 AND athena.is_phone(phone)),
  CONSTRAINT fk_guardians_school_id FOREIGN KEY (school_id) REFERENCES athena.schools(id)
);
CREATE INDEX ix_guardians_school_id_full_name ON athena.guardians USING btree (school_id, full_name, id);
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON athena.guardians FOR EACH ROW EXECUTE FUNCTION athena.audit_row('-document_kind');
CREATE TRIGGER keep_former BEFORE UPDATE ON athena.guardians FOR EACH ROW EXECUTE FUNCTION athena.keep_former();
CREATE TRIGGER touch BEFORE UPDATE ON athena.guardians FOR EACH ROW EXECUTE FUNCTION athena.touch_row();
CREATE TRIGGER withdraw_invitations AFTER UPDATE ON athena.guardians FOR EACH ROW WHEN (lower(TRIM(BOTH FROM new.email)) IS DISTINCT FROM lower(TRIM(BOTH FROM old.email)) OR new.user_id IS DISTINCT FROM old.user_id OR new.document_type IS DISTINCT FROM old.document_type OR new.document_number IS DISTINCT FROM old.document_number) EXECUTE FUNCTION athena.withdraw_guardian_invitations();

CREATE TABLE athena.school_memberships (
  id uuid DEFAULT athena.uuid_v7() NOT NULL,
  school_id uuid NOT NULL,
  user_id uuid NOT NULL,
  roles text[] NOT NULL,
  status text DEFAULT 'active'::text NOT NULL,
  accepted_at timestamp with time zone,
  is_locked boolean DEFAULT false NOT NULL,
  invited_name text COLLATE "es-x-icu",
  guardian_id uuid,
  added_roles text[] DEFAULT '{}'::text[] NOT NULL,
  secret_hash text,
  expires_at timestamp with time zone DEFAULT (now() + '30 days'::interval) NOT NULL,
  declined_at timestamp with time zone,
  mail text,
  mail_attempts integer DEFAULT 0 NOT NULL,
  mail_fault text,
  mail_tried_at timestamp with time zone,
  mail_due_at timestamp with time zone DEFAULT now() NOT NULL,
  mailed_at timestamp with time zone,
  request_hash text,
  version integer DEFAULT 0 NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT pk_school_memberships PRIMARY KEY (id),
  CONSTRAINT uq_school_memberships_school_id_user_id UNIQUE (school_id, user_id),
  CONSTRAINT ck_school_memberships_added_roles CHECK (added_roles <@ ARRAY['acudiente'::text]),
  CONSTRAINT ck_school_memberships_invited_name CHECK (length(invited_name) >= 1 AND length(invited_name) <= 200 AND athena.is_name(invited_name)),
  CONSTRAINT ck_school_memberships_mail CHECK (mail = ANY (ARRAY['waiting'::text, 'sent'::text, 'failed'::text])),
  CONSTRAINT ck_school_memberships_mail_attempts CHECK (mail_attempts >= 0),
  CONSTRAINT ck_school_memberships_mail_fault CHECK (mail_fault = ANY (ARRAY['too_soon'::text, 'limit'::text, 'refused'::text, 'unreachable'::text])),
  CONSTRAINT ck_school_memberships_request_hash CHECK (length(request_hash) = 64),
  CONSTRAINT ck_school_memberships_roles CHECK (cardinality(roles) >= 1 AND cardinality(roles) <= 7 AND roles <@ ARRAY['rector'::text, 'coordinator'::text, 'secretary'::text, 'counselor'::text, 'teacher'::text, 'student'::text, 'acudiente'::text]),
  CONSTRAINT ck_school_memberships_secret_hash CHECK (length(secret_hash) = 64),
  CONSTRAINT ck_school_memberships_status CHECK (status = ANY (ARRAY['invited'::text, 'active'::text, 'inactive'::text])),
  CONSTRAINT fk_school_memberships_guardian_id FOREIGN KEY (school_id, guardian_id) REFERENCES athena.guardians(school_id, id),
  CONSTRAINT fk_school_memberships_school_id FOREIGN KEY (school_id) REFERENCES athena.schools(id),
  CONSTRAINT fk_school_memberships_user_id FOREIGN KEY (user_id) REFERENCES athena.users(id)
);
CREATE INDEX ix_school_memberships_guardian_id ON athena.school_memberships USING btree (school_id, guardian_id);
CREATE INDEX ix_school_memberships_mail ON athena.school_memberships USING btree (school_id, mail) WHERE (mail = ANY (ARRAY['waiting'::text, 'failed'::text]));
CREATE INDEX ix_school_memberships_user_id ON athena.school_memberships USING btree (user_id, status);
CREATE UNIQUE INDEX uq_school_memberships_secret_hash ON athena.school_memberships USING btree (secret_hash);
CREATE TRIGGER accept BEFORE INSERT OR UPDATE ON athena.school_memberships FOR EACH ROW WHEN (new.status = 'active'::text AND new.accepted_at IS NULL) EXECUTE FUNCTION athena.note_acceptance();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON athena.school_memberships FOR EACH ROW EXECUTE FUNCTION athena.audit_row('-secret_hash', '-request_hash', '-mail', '-mail_attempts', '-mail_fault', '-mail_tried_at', '-mail_due_at', '-mailed_at');
CREATE TRIGGER check_guardian_insert BEFORE INSERT ON athena.school_memberships FOR EACH ROW WHEN (new.guardian_id IS NOT NULL) EXECUTE FUNCTION athena.check_guardian_invitation();
CREATE TRIGGER check_guardian_update BEFORE UPDATE ON athena.school_memberships FOR EACH ROW WHEN (new.guardian_id IS NOT NULL AND (new.expires_at IS DISTINCT FROM old.expires_at OR new.guardian_id IS DISTINCT FROM old.guardian_id)) EXECUTE FUNCTION athena.check_guardian_invitation();
CREATE TRIGGER check_move BEFORE UPDATE ON athena.school_memberships FOR EACH ROW WHEN (new.status IS DISTINCT FROM old.status OR new.roles IS DISTINCT FROM old.roles OR new.is_locked <> old.is_locked) EXECUTE FUNCTION athena.check_membership_move();
CREATE TRIGGER touch BEFORE UPDATE ON athena.school_memberships FOR EACH ROW EXECUTE FUNCTION athena.touch_row();

CREATE TABLE athena.students (
  id uuid DEFAULT athena.uuid_v7() NOT NULL,
  school_id uuid NOT NULL,
  user_id uuid,
  document_type text NOT NULL,
  document_number text NOT NULL,
  document_kind text GENERATED ALWAYS AS (
CASE
    WHEN (document_type = ANY (ARRAY['TI'::text, 'RC'::text, 'CC'::text, 'NUIP'::text])) THEN 'national'::text
    ELSE document_type
END) STORED NOT NULL,
  document_history jsonb DEFAULT '[]'::jsonb NOT NULL,
  first_name text COLLATE "es-x-icu" NOT NULL,
  middle_name text COLLATE "es-x-icu",
  last_name text COLLATE "es-x-icu" NOT NULL,
  second_last_name text COLLATE "es-x-icu",
  full_name text COLLATE "es-x-icu" GENERATED ALWAYS AS (((((first_name || COALESCE((' '::text || middle_name), ''::text)) || ' '::text) || last_name) || COALESCE((' '::text || second_last_name), ''::text))) STORED NOT NULL,
  search_text text GENERATED ALWAYS AS (athena.search_text(((((((first_name || COALESCE((' '::text || middle_name), ''::text)) || ' '::text) || last_name) || COALESCE((' '::text || second_last_name), ''::text)) || ' '::text) || athena.document_search(document_type, document_number, document_history)))) STORED NOT NULL,
  sort_name text COLLATE "es-x-icu" GENERATED ALWAYS AS (((((((last_name || '	'::text) || COALESCE(second_last_name, ''::text)) || '	'::text) || first_name) || '	'::text) || COALESCE(middle_name, ''::text))) STORED NOT NULL,
  sort_first_name text COLLATE "es-x-icu" GENERATED ALWAYS AS (((((((first_name || '	'::text) || COALESCE(middle_name, ''::text)) || '	'::text) || last_name) || '	'::text) || COALESCE(second_last_name, ''::text))) STORED NOT NULL,
  birth_date date,
  gender text,
  extra_data jsonb,
  piar_data jsonb,
  is_active boolean DEFAULT true NOT NULL,
  version integer DEFAULT 0 NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT pk_students PRIMARY KEY (id),
  CONSTRAINT uq_students_school_id_document UNIQUE (school_id, document_kind, document_number),
  CONSTRAINT uq_students_school_id_id UNIQUE (school_id, id),
  CONSTRAINT uq_students_school_id_user_id UNIQUE (school_id, user_id),
  CONSTRAINT ck_students_birth_date CHECK (birth_date >= '1900-01-01'::date),
  CONSTRAINT ck_students_document_number CHECK (athena.is_document_number(document_type, document_number)),
  CONSTRAINT ck_students_document_type CHECK (document_type = ANY (ARRAY['TI'::text, 'RC'::text, 'CC'::text, 'CE'::text, 'NUIP'::text, 'PASSPORT'::text, 'PPT'::text, 'PEP'::text, 'NES'::text, 'NIP'::text, 'CABILDO'::text, 'VISA'::text, 'TMF'::text])),
  CONSTRAINT ck_students_first_name CHECK (length(first_name) >= 1 AND length(first_name) <= 80 AND athena.is_name(first_name)),
  CONSTRAINT ck_students_gender CHECK (length(gender) >= 1 AND length(gender) <= 20),
  CONSTRAINT ck_students_last_name CHECK (length(last_name) >= 1 AND length(last_name) <= 80 AND athena.is_name(last_name)),
  CONSTRAINT ck_students_middle_name CHECK (length(middle_name) >= 1 AND length(middle_name) <= 80 AND athena.is_name(middle_name)),
  CONSTRAINT ck_students_second_last_name CHECK (length(second_last_name) >= 1 AND length(second_last_name) <= 80 AND athena.is_name(second_last_name)),
  CONSTRAINT fk_students_school_id FOREIGN KEY (school_id) REFERENCES athena.schools(id),
  CONSTRAINT fk_students_user_id FOREIGN KEY (school_id, user_id) REFERENCES athena.school_memberships(school_id, user_id) ON UPDATE CASCADE
);
CREATE INDEX ix_students_school_id_sort_name ON athena.students USING btree (school_id, sort_name, id);
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON athena.students FOR EACH ROW EXECUTE FUNCTION athena.audit_row('piar_data', 'extra_data', '-document_kind', '-full_name');
CREATE TRIGGER touch BEFORE UPDATE ON athena.students FOR EACH ROW EXECUTE FUNCTION athena.touch_row();

CREATE TABLE athena.student_guardians (
  id uuid DEFAULT athena.uuid_v7() NOT NULL,
  school_id uuid NOT NULL,
  student_id uuid NOT NULL,
  guardian_id uuid NOT NULL,
  relationship text NOT NULL,
  is_primary boolean DEFAULT false NOT NULL,
  priority integer DEFAULT 1 NOT NULL,
  is_legal_representative boolean DEFAULT false NOT NULL,
  has_custody boolean DEFAULT false NOT NULL,
  portal_access boolean DEFAULT false NOT NULL,
  can_pickup boolean DEFAULT false NOT NULL,
  is_emergency_contact boolean DEFAULT false NOT NULL,
  restriction text,
  restriction_from date,
  restriction_to date,
  restriction_lift_reason text,
  is_active boolean DEFAULT true NOT NULL,
  ended_at timestamp with time zone,
  ended_by uuid,
  version integer DEFAULT 0 NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT pk_student_guardians PRIMARY KEY (id),
  CONSTRAINT ck_student_guardians_priority CHECK (priority >= 1 AND priority <= 99),
  CONSTRAINT ck_student_guardians_relationship CHECK (length(relationship) >= 1 AND length(relationship) <= 40),
  CONSTRAINT ck_student_guardians_restriction CHECK (length(restriction) >= 1 AND length(restriction) <= 1000),
  CONSTRAINT ck_student_guardians_restriction_lift_reason CHECK (length(restriction_lift_reason) >= 1 AND length(restriction_lift_reason) <= 300),
  CONSTRAINT ck_student_guardians_restriction_to CHECK (restriction_to >= restriction_from),
  CONSTRAINT fk_student_guardians_ended_by FOREIGN KEY (ended_by) REFERENCES athena.users(id),
  CONSTRAINT fk_student_guardians_guardian_id FOREIGN KEY (school_id, guardian_id) REFERENCES athena.guardians(school_id, id),
  CONSTRAINT fk_student_guardians_student_id FOREIGN KEY (school_id, student_id) REFERENCES athena.students(school_id, id)
);
CREATE INDEX ix_student_guardians_ended_by ON athena.student_guardians USING btree (ended_by);
CREATE INDEX ix_student_guardians_guardian_id ON athena.student_guardians USING btree (school_id, guardian_id);
CREATE INDEX ix_student_guardians_restriction ON athena.student_guardians USING btree (school_id, guardian_id) WHERE (restriction IS NOT NULL);
CREATE INDEX ix_student_guardians_student_id ON athena.student_guardians USING btree (school_id, student_id);
CREATE UNIQUE INDEX uq_student_guardians_student_id_guardian_id ON athena.student_guardians USING btree (school_id, student_id, guardian_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX uq_student_guardians_student_id_is_primary ON athena.student_guardians USING btree (school_id, student_id) WHERE (is_primary AND (ended_at IS NULL));
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON athena.student_guardians FOR EACH ROW EXECUTE FUNCTION athena.audit_row('restriction');
CREATE TRIGGER touch BEFORE UPDATE ON athena.student_guardians FOR EACH ROW EXECUTE FUNCTION athena.touch_row();

CREATE TABLE athena.teacher_assignments (
  id uuid DEFAULT athena.uuid_v7() NOT NULL,
  school_id uuid NOT NULL,
  course_offering_id uuid NOT NULL,
  teacher_id uuid NOT NULL,
  starts_on date,
  ends_on date,
  is_active boolean DEFAULT true NOT NULL,
  version integer DEFAULT 0 NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT pk_teacher_assignments PRIMARY KEY (id),
  CONSTRAINT uq_teacher_assignments_school_id_course_offering_id_teacher_id UNIQUE (school_id, course_offering_id, teacher_id),
  CONSTRAINT uq_teacher_assignments_school_id_id UNIQUE (school_id, id),
  CONSTRAINT ck_teacher_assignments_ends_on CHECK (ends_on >= starts_on),
  CONSTRAINT fk_teacher_assignments_course_offering_id FOREIGN KEY (school_id, course_offering_id) REFERENCES athena.course_offerings(school_id, id),
  CONSTRAINT fk_teacher_assignments_school_id FOREIGN KEY (school_id) REFERENCES athena.schools(id),
  CONSTRAINT fk_teacher_assignments_teacher_id FOREIGN KEY (school_id, teacher_id) REFERENCES athena.school_memberships(school_id, user_id) ON UPDATE CASCADE
);
CREATE INDEX ix_teacher_assignments_course_offering_id ON athena.teacher_assignments USING btree (school_id, course_offering_id);
CREATE INDEX ix_teacher_assignments_teacher_id ON athena.teacher_assignments USING btree (school_id, teacher_id);
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON athena.teacher_assignments FOR EACH ROW EXECUTE FUNCTION athena.audit_row();
CREATE TRIGGER touch BEFORE UPDATE ON athena.teacher_assignments FOR EACH ROW EXECUTE FUNCTION athena.touch_row();


-- Foreign keys that go round in a circle

ALTER TABLE athena.class_sections ADD CONSTRAINT fk_class_sections_homeroom_teacher_id FOREIGN KEY (school_id, homeroom_teacher_id) REFERENCES athena.school_memberships(school_id, user_id) ON UPDATE CASCADE;

ALTER TABLE athena.enrollments ADD CONSTRAINT fk_enrollments_student_id FOREIGN KEY (school_id, student_id) REFERENCES athena.students(school_id, id);

ALTER TABLE athena.guardians ADD CONSTRAINT fk_guardians_user_id FOREIGN KEY (school_id, user_id) REFERENCES athena.school_memberships(school_id, user_id) ON UPDATE CASCADE;


-- Views

CREATE VIEW athena.own_students WITH (security_invoker=true) AS
 SELECT s.school_id,
    s.id AS student_id,
    'student'::text AS reach
   FROM athena.students s
  WHERE s.user_id = (( SELECT athena.current_user_id() AS current_user_id)) AND s.is_active
UNION
 SELECT l.school_id,
    l.student_id,
    'guardian'::text AS reach
   FROM athena.student_guardians l
     JOIN athena.students s ON s.school_id = l.school_id AND s.id = l.student_id AND s.is_active
     JOIN athena.guardians g ON g.school_id = l.school_id AND g.id = l.guardian_id
  WHERE g.user_id = (( SELECT athena.current_user_id() AS current_user_id)) AND l.ended_at IS NULL AND l.is_active AND l.portal_access AND NOT (l.restriction IS NOT NULL AND (( SELECT athena.today() AS today)) >= COALESCE(l.restriction_from, '-infinity'::date) AND (( SELECT athena.today() AS today)) <= COALESCE(l.restriction_to, 'infinity'::date))
UNION
 SELECT e.school_id,
    e.student_id,
    'teacher'::text AS reach
   FROM athena.enrollments e
     JOIN athena.school_years y ON y.school_id = e.school_id AND y.id = e.school_year_id AND y.status = 'active'::text
  WHERE e.status = 'active'::text AND (e.class_section_id IN ( SELECT c.id
           FROM athena.class_sections c
          WHERE c.homeroom_teacher_id = (( SELECT athena.current_user_id() AS current_user_id))
        UNION ALL
         SELECT o.class_section_id
           FROM athena.teacher_assignments a
             JOIN athena.course_offerings o ON o.school_id = a.school_id AND o.id = a.course_offering_id
          WHERE a.teacher_id = (( SELECT athena.current_user_id() AS current_user_id)) AND a.is_active AND (( SELECT athena.today() AS today)) >= COALESCE(a.starts_on, '-infinity'::date) AND (( SELECT athena.today() AS today)) <= COALESCE(a.ends_on, 'infinity'::date)));


-- Row level security

ALTER TABLE athena.academic_areas ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY p_select ON athena.academic_areas FOR SELECT
  USING (school_id = (( SELECT athena.current_school_id() AS current_school_id)));
CREATE POLICY p_insert ON athena.academic_areas FOR INSERT
  WITH CHECK (school_id = (( SELECT athena.current_school_id() AS current_school_id)));
CREATE POLICY p_update ON athena.academic_areas FOR UPDATE
  USING (school_id = (( SELECT athena.current_school_id() AS current_school_id)))
  WITH CHECK (school_id = (( SELECT athena.current_school_id() AS current_school_id)));
CREATE POLICY p_delete ON athena.academic_areas FOR DELETE
  USING (school_id = (( SELECT athena.current_school_id() AS current_school_id)));

ALTER TABLE athena.academic_periods ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY p_select ON athena.academic_periods FOR SELECT
  USING (school_id = (( SELECT athena.current_school_id() AS current_school_id)));
CREATE POLICY p_insert ON athena.academic_periods FOR INSERT
  WITH CHECK (school_id = (( SELECT athena.current_school_id() AS current_school_id)));
CREATE POLICY p_update ON athena.academic_periods FOR UPDATE
  USING (school_id = (( SELECT athena.current_school_id() AS current_school_id)))
  WITH CHECK (school_id = (( SELECT athena.current_school_id() AS current_school_id)));
CREATE POLICY p_delete ON athena.academic_periods FOR DELETE
  USING (school_id = (( SELECT athena.current_school_id() AS current_school_id)));

ALTER TABLE athena.audit_log ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY p_select ON athena.audit_log FOR SELECT
  USING (school_id = (( SELECT athena.current_school_id() AS current_school_id)) OR ( SELECT athena.on_platform() AS on_platform));
CREATE POLICY p_insert ON athena.audit_log FOR INSERT
  WITH CHECK (action ~ '^[a-z]+(_[a-z]+)*$'::text AND (action <> ALL (ARRAY['create'::text, 'update'::text, 'delete'::text])) AND NOT actor_id IS DISTINCT FROM (( SELECT athena.current_user_id() AS current_user_id)) AND NOT request_id IS DISTINCT FROM COALESCE(( SELECT NULLIF(current_setting('athena.request_id'::text, true), ''::text) AS "nullif"), request_id) AND (( SELECT athena.on_platform() AS on_platform) OR school_id = (( SELECT athena.current_school_id() AS current_school_id)) OR school_id IS NULL AND actor_id IS NOT NULL AND (( SELECT athena.current_school_id() AS current_school_id)) IS NULL));

ALTER TABLE athena.audit_log_2026 ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY p_select ON athena.audit_log_2026 FOR SELECT
  USING (school_id = (( SELECT athena.current_school_id() AS current_school_id)) OR ( SELECT athena.on_platform() AS on_platform));
CREATE POLICY p_insert ON athena.audit_log_2026 FOR INSERT
  WITH CHECK (action ~ '^[a-z]+(_[a-z]+)*$'::text AND (action <> ALL (ARRAY['create'::text, 'update'::text, 'delete'::text])) AND NOT actor_id IS DISTINCT FROM (( SELECT athena.current_user_id() AS current_user_id)) AND NOT request_id IS DISTINCT FROM COALESCE(( SELECT NULLIF(current_setting('athena.request_id'::text, true), ''::text) AS "nullif"), request_id) AND (( SELECT athena.on_platform() AS on_platform) OR school_id = (( SELECT athena.current_school_id() AS current_school_id)) OR school_id IS NULL AND actor_id IS NOT NULL AND (( SELECT athena.current_school_id() AS current_school_id)) IS NULL));

ALTER TABLE athena.audit_log_2027 ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY p_select ON athena.audit_log_2027 FOR SELECT
  USING (school_id = (( SELECT athena.current_school_id() AS current_school_id)) OR ( SELECT athena.on_platform() AS on_platform));
CREATE POLICY p_insert ON athena.audit_log_2027 FOR INSERT
  WITH CHECK (action ~ '^[a-z]+(_[a-z]+)*$'::text AND (action <> ALL (ARRAY['create'::text, 'update'::text, 'delete'::text])) AND NOT actor_id IS DISTINCT FROM (( SELECT athena.current_user_id() AS current_user_id)) AND NOT request_id IS DISTINCT FROM COALESCE(( SELECT NULLIF(current_setting('athena.request_id'::text, true), ''::text) AS "nullif"), request_id) AND (( SELECT athena.on_platform() AS on_platform) OR school_id = (( SELECT athena.current_school_id() AS current_school_id)) OR school_id IS NULL AND actor_id IS NOT NULL AND (( SELECT athena.current_school_id() AS current_school_id)) IS NULL));

ALTER TABLE athena.audit_log_default ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY p_select ON athena.audit_log_default FOR SELECT
  USING (school_id = (( SELECT athena.current_school_id() AS current_school_id)) OR ( SELECT athena.on_platform() AS on_platform));
CREATE POLICY p_insert ON athena.audit_log_default FOR INSERT
  WITH CHECK (action ~ '^[a-z]+(_[a-z]+)*$'::text AND (action <> ALL (ARRAY['create'::text, 'update'::text, 'delete'::text])) AND NOT actor_id IS DISTINCT FROM (( SELECT athena.current_user_id() AS current_user_id)) AND NOT request_id IS DISTINCT FROM COALESCE(( SELECT NULLIF(current_setting('athena.request_id'::text, true), ''::text) AS "nullif"), request_id) AND (( SELECT athena.on_platform() AS on_platform) OR school_id = (( SELECT athena.current_school_id() AS current_school_id)) OR school_id IS NULL AND actor_id IS NOT NULL AND (( SELECT athena.current_school_id() AS current_school_id)) IS NULL));

ALTER TABLE athena.campuses ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY p_select ON athena.campuses FOR SELECT
  USING (school_id = (( SELECT athena.current_school_id() AS current_school_id)));
CREATE POLICY p_insert ON athena.campuses FOR INSERT
  WITH CHECK (school_id = (( SELECT athena.current_school_id() AS current_school_id)));
CREATE POLICY p_update ON athena.campuses FOR UPDATE
  USING (school_id = (( SELECT athena.current_school_id() AS current_school_id)))
  WITH CHECK (school_id = (( SELECT athena.current_school_id() AS current_school_id)));
CREATE POLICY p_delete ON athena.campuses FOR DELETE
  USING (school_id = (( SELECT athena.current_school_id() AS current_school_id)));

ALTER TABLE athena.class_sections ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY p_select ON athena.class_sections FOR SELECT
  USING (school_id = (( SELECT athena.current_school_id() AS current_school_id)));
CREATE POLICY p_insert ON athena.class_sections FOR INSERT
  WITH CHECK (school_id = (( SELECT athena.current_school_id() AS current_school_id)));
CREATE POLICY p_update ON athena.class_sections FOR UPDATE
  USING (school_id = (( SELECT athena.current_school_id() AS current_school_id)))
  WITH CHECK (school_id = (( SELECT athena.current_school_id() AS current_school_id)));
CREATE POLICY p_delete ON athena.class_sections FOR DELETE
  USING (school_id = (( SELECT athena.current_school_id() AS current_school_id)));

ALTER TABLE athena.course_offerings ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY p_select ON athena.course_offerings FOR SELECT
  USING (school_id = (( SELECT athena.current_school_id() AS current_school_id)));
CREATE POLICY p_insert ON athena.course_offerings FOR INSERT
  WITH CHECK (school_id = (( SELECT athena.current_school_id() AS current_school_id)));
CREATE POLICY p_update ON athena.course_offerings FOR UPDATE
  USING (school_id = (( SELECT athena.current_school_id() AS current_school_id)))
  WITH CHECK (school_id = (( SELECT athena.current_school_id() AS current_school_id)));
CREATE POLICY p_delete ON athena.course_offerings FOR DELETE
  USING (school_id = (( SELECT athena.current_school_id() AS current_school_id)));

ALTER TABLE athena.enrollments ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY p_select ON athena.enrollments FOR SELECT
  USING (school_id = (( SELECT athena.current_school_id() AS current_school_id)));
CREATE POLICY p_insert ON athena.enrollments FOR INSERT
  WITH CHECK (school_id = (( SELECT athena.current_school_id() AS current_school_id)));
CREATE POLICY p_update ON athena.enrollments FOR UPDATE
  USING (school_id = (( SELECT athena.current_school_id() AS current_school_id)))
  WITH CHECK (school_id = (( SELECT athena.current_school_id() AS current_school_id)));
CREATE POLICY p_delete ON athena.enrollments FOR DELETE
  USING (school_id = (( SELECT athena.current_school_id() AS current_school_id)));

ALTER TABLE athena.grade_levels ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY p_select ON athena.grade_levels FOR SELECT
  USING (school_id = (( SELECT athena.current_school_id() AS current_school_id)));
CREATE POLICY p_insert ON athena.grade_levels FOR INSERT
  WITH CHECK (school_id = (( SELECT athena.current_school_id() AS current_school_id)));
CREATE POLICY p_update ON athena.grade_levels FOR UPDATE
  USING (school_id = (( SELECT athena.current_school_id() AS current_school_id)))
  WITH CHECK (school_id = (( SELECT athena.current_school_id() AS current_school_id)));
CREATE POLICY p_delete ON athena.grade_levels FOR DELETE
  USING (school_id = (( SELECT athena.current_school_id() AS current_school_id)));

ALTER TABLE athena.guardians ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY p_select ON athena.guardians FOR SELECT
  USING (school_id = (( SELECT athena.current_school_id() AS current_school_id)));
CREATE POLICY p_insert ON athena.guardians FOR INSERT
  WITH CHECK (school_id = (( SELECT athena.current_school_id() AS current_school_id)));
CREATE POLICY p_update ON athena.guardians FOR UPDATE
  USING (school_id = (( SELECT athena.current_school_id() AS current_school_id)))
  WITH CHECK (school_id = (( SELECT athena.current_school_id() AS current_school_id)));
CREATE POLICY p_delete ON athena.guardians FOR DELETE
  USING (school_id = (( SELECT athena.current_school_id() AS current_school_id)));

ALTER TABLE athena.idempotency_keys ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY p_select ON athena.idempotency_keys FOR SELECT
  USING (user_id = (( SELECT athena.current_user_id() AS current_user_id)) AND NOT school_id IS DISTINCT FROM (( SELECT athena.current_school_id() AS current_school_id)));
CREATE POLICY p_insert ON athena.idempotency_keys FOR INSERT
  WITH CHECK (user_id = (( SELECT athena.current_user_id() AS current_user_id)) AND NOT school_id IS DISTINCT FROM (( SELECT athena.current_school_id() AS current_school_id)));
CREATE POLICY p_update ON athena.idempotency_keys FOR UPDATE
  USING (user_id = (( SELECT athena.current_user_id() AS current_user_id)) AND NOT school_id IS DISTINCT FROM (( SELECT athena.current_school_id() AS current_school_id)))
  WITH CHECK (user_id = (( SELECT athena.current_user_id() AS current_user_id)) AND NOT school_id IS DISTINCT FROM (( SELECT athena.current_school_id() AS current_school_id)));
CREATE POLICY p_delete ON athena.idempotency_keys FOR DELETE
  USING (user_id = (( SELECT athena.current_user_id() AS current_user_id)) AND NOT school_id IS DISTINCT FROM (( SELECT athena.current_school_id() AS current_school_id)) AND created_at < (now() - '24:00:00'::interval));

ALTER TABLE athena.school_memberships ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY p_select ON athena.school_memberships FOR SELECT
  USING (user_id = (( SELECT athena.current_user_id() AS current_user_id)) OR school_id = (( SELECT athena.current_school_id() AS current_school_id)) OR ( SELECT athena.on_platform() AS on_platform));
CREATE POLICY p_insert ON athena.school_memberships FOR INSERT
  WITH CHECK (status = 'invited'::text AND ( SELECT athena.manages_people() AS manages_people) AND user_id IS DISTINCT FROM (( SELECT athena.current_user_id() AS current_user_id)) AND (school_id = (( SELECT athena.current_school_id() AS current_school_id)) OR ( SELECT athena.on_platform() AS on_platform)));
CREATE POLICY p_update ON athena.school_memberships FOR UPDATE
  USING (( SELECT athena.manages_people() AS manages_people) AND user_id IS DISTINCT FROM (( SELECT athena.current_user_id() AS current_user_id)) AND (school_id = (( SELECT athena.current_school_id() AS current_school_id)) OR ( SELECT athena.on_platform() AS on_platform)))
  WITH CHECK (( SELECT athena.manages_people() AS manages_people) AND user_id IS DISTINCT FROM (( SELECT athena.current_user_id() AS current_user_id)) AND (school_id = (( SELECT athena.current_school_id() AS current_school_id)) OR ( SELECT athena.on_platform() AS on_platform)));

ALTER TABLE athena.school_settings ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY p_select ON athena.school_settings FOR SELECT
  USING (school_id = (( SELECT athena.current_school_id() AS current_school_id)));
CREATE POLICY p_insert ON athena.school_settings FOR INSERT
  WITH CHECK (school_id = (( SELECT athena.current_school_id() AS current_school_id)));
CREATE POLICY p_update ON athena.school_settings FOR UPDATE
  USING (school_id = (( SELECT athena.current_school_id() AS current_school_id)))
  WITH CHECK (school_id = (( SELECT athena.current_school_id() AS current_school_id)));
CREATE POLICY p_delete ON athena.school_settings FOR DELETE
  USING (school_id = (( SELECT athena.current_school_id() AS current_school_id)));

ALTER TABLE athena.school_years ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY p_select ON athena.school_years FOR SELECT
  USING (school_id = (( SELECT athena.current_school_id() AS current_school_id)));
CREATE POLICY p_insert ON athena.school_years FOR INSERT
  WITH CHECK (school_id = (( SELECT athena.current_school_id() AS current_school_id)));
CREATE POLICY p_update ON athena.school_years FOR UPDATE
  USING (school_id = (( SELECT athena.current_school_id() AS current_school_id)))
  WITH CHECK (school_id = (( SELECT athena.current_school_id() AS current_school_id)));
CREATE POLICY p_delete ON athena.school_years FOR DELETE
  USING (school_id = (( SELECT athena.current_school_id() AS current_school_id)));

ALTER TABLE athena.schools ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY p_select ON athena.schools FOR SELECT
  USING (( SELECT athena.on_platform() AS on_platform) OR id = (( SELECT athena.current_school_id() AS current_school_id)) OR (EXISTS ( SELECT 1
   FROM athena.school_memberships m
  WHERE m.school_id = schools.id AND m.user_id = (( SELECT athena.current_user_id() AS current_user_id)) AND (m.status = ANY (ARRAY['active'::text, 'invited'::text])))));
CREATE POLICY p_insert ON athena.schools FOR INSERT
  WITH CHECK (( SELECT athena.on_platform() AS on_platform));
CREATE POLICY p_update ON athena.schools FOR UPDATE
  USING (( SELECT athena.on_platform() AS on_platform))
  WITH CHECK (( SELECT athena.on_platform() AS on_platform));

ALTER TABLE athena.student_guardians ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY p_select ON athena.student_guardians FOR SELECT
  USING (school_id = (( SELECT athena.current_school_id() AS current_school_id)));
CREATE POLICY p_insert ON athena.student_guardians FOR INSERT
  WITH CHECK (school_id = (( SELECT athena.current_school_id() AS current_school_id)));
CREATE POLICY p_update ON athena.student_guardians FOR UPDATE
  USING (school_id = (( SELECT athena.current_school_id() AS current_school_id)))
  WITH CHECK (school_id = (( SELECT athena.current_school_id() AS current_school_id)));
CREATE POLICY p_delete ON athena.student_guardians FOR DELETE
  USING (school_id = (( SELECT athena.current_school_id() AS current_school_id)));

ALTER TABLE athena.student_imports ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY p_select ON athena.student_imports FOR SELECT
  USING (school_id = (( SELECT athena.current_school_id() AS current_school_id)));
CREATE POLICY p_insert ON athena.student_imports FOR INSERT
  WITH CHECK (school_id = (( SELECT athena.current_school_id() AS current_school_id)));
CREATE POLICY p_update ON athena.student_imports FOR UPDATE
  USING (school_id = (( SELECT athena.current_school_id() AS current_school_id)))
  WITH CHECK (school_id = (( SELECT athena.current_school_id() AS current_school_id)));
CREATE POLICY p_delete ON athena.student_imports FOR DELETE
  USING (school_id = (( SELECT athena.current_school_id() AS current_school_id)));

ALTER TABLE athena.students ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY p_select ON athena.students FOR SELECT
  USING (school_id = (( SELECT athena.current_school_id() AS current_school_id)));
CREATE POLICY p_insert ON athena.students FOR INSERT
  WITH CHECK (school_id = (( SELECT athena.current_school_id() AS current_school_id)));
CREATE POLICY p_update ON athena.students FOR UPDATE
  USING (school_id = (( SELECT athena.current_school_id() AS current_school_id)))
  WITH CHECK (school_id = (( SELECT athena.current_school_id() AS current_school_id)));
CREATE POLICY p_delete ON athena.students FOR DELETE
  USING (school_id = (( SELECT athena.current_school_id() AS current_school_id)));

ALTER TABLE athena.subjects ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY p_select ON athena.subjects FOR SELECT
  USING (school_id = (( SELECT athena.current_school_id() AS current_school_id)));
CREATE POLICY p_insert ON athena.subjects FOR INSERT
  WITH CHECK (school_id = (( SELECT athena.current_school_id() AS current_school_id)));
CREATE POLICY p_update ON athena.subjects FOR UPDATE
  USING (school_id = (( SELECT athena.current_school_id() AS current_school_id)))
  WITH CHECK (school_id = (( SELECT athena.current_school_id() AS current_school_id)));
CREATE POLICY p_delete ON athena.subjects FOR DELETE
  USING (school_id = (( SELECT athena.current_school_id() AS current_school_id)));

ALTER TABLE athena.teacher_assignments ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY p_select ON athena.teacher_assignments FOR SELECT
  USING (school_id = (( SELECT athena.current_school_id() AS current_school_id)));
CREATE POLICY p_insert ON athena.teacher_assignments FOR INSERT
  WITH CHECK (school_id = (( SELECT athena.current_school_id() AS current_school_id)));
CREATE POLICY p_update ON athena.teacher_assignments FOR UPDATE
  USING (school_id = (( SELECT athena.current_school_id() AS current_school_id)))
  WITH CHECK (school_id = (( SELECT athena.current_school_id() AS current_school_id)));
CREATE POLICY p_delete ON athena.teacher_assignments FOR DELETE
  USING (school_id = (( SELECT athena.current_school_id() AS current_school_id)));

ALTER TABLE athena.users ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY p_select ON athena.users FOR SELECT
  USING (id = (( SELECT athena.current_user_id() AS current_user_id)) OR ( SELECT athena.on_platform() AS on_platform) OR (EXISTS ( SELECT 1
   FROM athena.school_memberships m
  WHERE m.user_id = users.id AND m.school_id = (( SELECT athena.current_school_id() AS current_school_id)))));
CREATE POLICY p_update ON athena.users FOR UPDATE
  USING (id = (( SELECT athena.current_user_id() AS current_user_id)) OR ( SELECT athena.on_platform() AS on_platform) OR athena.is_own_account(id));


-- Grants

REVOKE ALL ON FUNCTION
  athena.abandon_account(uuid),
  athena.answer_invitation(uuid,boolean),
  athena.audit(regclass,text[],text[],text),
  athena.audit_inserts(),
  athena.audit_row(),
  athena.begin_account(uuid,text,text),
  athena.check_academic_period(),
  athena.check_guardian_invitation(),
  athena.check_membership_move(),
  athena.check_user_change(),
  athena.current_school_id(),
  athena.current_user_id(),
  athena.delete_imported(uuid,integer,integer),
  athena.document_search(text,text,jsonb),
  athena.enrolls_students(),
  athena.enter(uuid,uuid,boolean,text,text),
  athena.finish_account(uuid),
  athena.fold(text),
  athena.forget_idempotency_keys(text,text),
  athena.has_guardians_email(uuid,uuid,uuid),
  athena.is_active_user(uuid),
  athena.is_document_number(text,text),
  athena.is_name(text),
  athena.is_open(text,text,boolean),
  athena.is_own_account(uuid),
  athena.is_phone(text),
  athena.is_time_zone(text),
  athena.keep_apart(regclass),
  athena.keep_former(),
  athena.let_delete(regclass),
  athena.lock_family(uuid,uuid),
  athena.manages_people(),
  athena.may_sign_in(uuid),
  athena.monitoring_sessions(),
  athena.monitoring_statements(integer),
  athena.monitoring_storage(),
  athena.note_acceptance(),
  athena.note_mail(uuid,text,text,text),
  athena.offered_guardian(uuid),
  athena.on_platform(),
  athena.protect(regclass,text[]),
  athena.protect_bulk(regclass,text[]),
  athena.schools_with_another_rector(uuid[],uuid),
  athena.search_text(text),
  athena.set_superadmin(uuid,boolean),
  athena.take_back_import(uuid),
  athena.take_invitation(text),
  athena.today(),
  athena.touch_row(),
  athena.uuid_v7(),
  athena.withdraw_guardian_invitations(),
  athena.writes_of_caller(timestamp with time zone)
FROM PUBLIC;

GRANT USAGE ON SCHEMA
  athena,
  athena_migration
TO athena_service;

GRANT DELETE, INSERT (id, school_id, name, starts_on, ends_on, status, version, updated_at), SELECT, UPDATE (name, starts_on, ends_on, status, version, updated_at) ON
  athena.school_years
TO athena_service;

GRANT DELETE, INSERT (id, school_id, school_year_id, name, starts_on, ends_on, weight, version, updated_at), SELECT, UPDATE (school_year_id, name, starts_on, ends_on, weight, version, updated_at) ON
  athena.academic_periods
TO athena_service;

GRANT DELETE, INSERT (kind, school_id, due_at, failures), SELECT, UPDATE (kind, due_at, failures) ON
  athena.due_work
TO athena_service;

GRANT INSERT (id, name, nit, resolution, time_zone, is_active, version, updated_at), SELECT, UPDATE (name, nit, resolution, time_zone, is_active, version, updated_at) ON
  athena.schools
TO athena_service;

GRANT INSERT (id, school_id, academic_area_id, name, code, version, updated_at), SELECT, UPDATE (academic_area_id, name, code, version, updated_at) ON
  athena.subjects
TO athena_service;

GRANT INSERT (id, school_id, class_section_id, subject_id, version, updated_at), SELECT, UPDATE (class_section_id, subject_id, version, updated_at) ON
  athena.course_offerings
TO athena_service;

GRANT INSERT (id, school_id, code, name, "position", simat_code, version, updated_at), SELECT, UPDATE (code, name, "position", simat_code, version, updated_at) ON
  athena.grade_levels
TO athena_service;

GRANT INSERT (id, school_id, course_offering_id, teacher_id, starts_on, ends_on, is_active, version, updated_at), SELECT, UPDATE (course_offering_id, teacher_id, starts_on, ends_on, is_active, version, updated_at) ON
  athena.teacher_assignments
TO athena_service;

GRANT INSERT (id, school_id, imported_by, format, file_rows, students, guardians, student_ids, guardian_ids, taken_back_at, taken_back_by, version, updated_at), SELECT ON
  athena.student_imports
TO athena_service;

GRANT INSERT (id, school_id, name, "position", version, updated_at), SELECT, UPDATE (name, "position", version, updated_at) ON
  athena.academic_areas
TO athena_service;

GRANT INSERT (id, school_id, name, dane_code, address, is_active, version, updated_at), SELECT, UPDATE (name, dane_code, address, is_active, version, updated_at) ON
  athena.campuses
TO athena_service;

GRANT INSERT (id, school_id, school_year_id, grade_level_id, campus_id, name, shift, capacity, homeroom_teacher_id, version, updated_at), SELECT, UPDATE (school_year_id, grade_level_id, campus_id, name, shift, capacity, homeroom_teacher_id, version, updated_at) ON
  athena.class_sections
TO athena_service;

GRANT INSERT (id, school_id, student_id, guardian_id, relationship, is_primary, priority, is_legal_representative, has_custody, portal_access, can_pickup, is_emergency_contact, restriction, restriction_from, restriction_to, restriction_lift_reason, is_active, ended_at, ended_by, version, updated_at), SELECT, UPDATE (student_id, guardian_id, relationship, is_primary, priority, is_legal_representative, has_custody, portal_access, can_pickup, is_emergency_contact, restriction, restriction_from, restriction_to, restriction_lift_reason, is_active, ended_at, ended_by, version, updated_at) ON
  athena.student_guardians
TO athena_service;

GRANT INSERT (id, school_id, student_id, school_year_id, grade_level_id, class_section_id, group_code, shift, status, status_history, simat_status, extra_data, version, updated_at), SELECT, UPDATE (student_id, school_year_id, grade_level_id, class_section_id, group_code, shift, status, status_history, simat_status, extra_data, version, updated_at) ON
  athena.enrollments
TO athena_service;

GRANT INSERT (id, school_id, user_id, document_type, document_number, document_kind, document_history, first_name, middle_name, last_name, second_last_name, full_name, search_text, sort_name, sort_first_name, birth_date, gender, extra_data, piar_data, is_active, version, updated_at), SELECT, UPDATE (user_id, document_type, document_number, document_kind, document_history, first_name, middle_name, last_name, second_last_name, full_name, search_text, sort_name, sort_first_name, birth_date, gender, extra_data, piar_data, is_active, version, updated_at) ON
  athena.students
TO athena_service;

GRANT INSERT (id, school_id, user_id, document_type, document_number, document_kind, full_name, search_text, phone, email, former_numbers, former_names, version, updated_at), SELECT, UPDATE (user_id, document_type, document_number, document_kind, full_name, search_text, phone, email, former_numbers, former_names, version, updated_at) ON
  athena.guardians
TO athena_service;

GRANT INSERT (id, school_id, user_id, method, path, key, request_hash, status, location, etag, body), SELECT, UPDATE (status, location, etag, body) ON
  athena.idempotency_keys
TO athena_service;

GRANT INSERT (id, school_id, user_id, roles, status, invited_name, guardian_id, secret_hash, expires_at, mail, mail_due_at, request_hash, version), SELECT, UPDATE (roles, status, is_locked, invited_name, guardian_id, added_roles, secret_hash, expires_at, declined_at, mail, mail_attempts, mail_due_at, mailed_at, request_hash, version) ON
  athena.school_memberships
TO athena_service;

GRANT INSERT (school_id, actor_id, action, entity_type, entity_id, changes, request_id), SELECT ON
  athena.audit_log
TO athena_service;

GRANT INSERT (school_id, pei_summary, simat_settings, branding_settings, security_settings, habeas_data_text, version, updated_at), SELECT, UPDATE (pei_summary, simat_settings, branding_settings, security_settings, habeas_data_text, version, updated_at) ON
  athena.school_settings
TO athena_service;

GRANT SELECT ON
  athena.own_students,
  athena_migration.flyway_schema_history
TO athena_service;

GRANT SELECT, UPDATE (email, full_name, status, version) ON
  athena.users
TO athena_service;

GRANT EXECUTE ON FUNCTION
  athena.abandon_account(uuid),
  athena.answer_invitation(uuid,boolean),
  athena.audit(regclass,text[],text[],text),
  athena.begin_account(uuid,text,text),
  athena.current_school_id(),
  athena.current_user_id(),
  athena.delete_imported(uuid,integer,integer),
  athena.document_search(text,text,jsonb),
  athena.enrolls_students(),
  athena.enter(uuid,uuid,boolean,text,text),
  athena.finish_account(uuid),
  athena.fold(text),
  athena.forget_idempotency_keys(text,text),
  athena.has_guardians_email(uuid,uuid,uuid),
  athena.is_active_user(uuid),
  athena.is_document_number(text,text),
  athena.is_name(text),
  athena.is_open(text,text,boolean),
  athena.is_own_account(uuid),
  athena.is_phone(text),
  athena.is_time_zone(text),
  athena.keep_apart(regclass),
  athena.let_delete(regclass),
  athena.lock_family(uuid,uuid),
  athena.manages_people(),
  athena.may_sign_in(uuid),
  athena.monitoring_sessions(),
  athena.monitoring_statements(integer),
  athena.monitoring_storage(),
  athena.note_mail(uuid,text,text,text),
  athena.offered_guardian(uuid),
  athena.on_platform(),
  athena.protect(regclass,text[]),
  athena.protect_bulk(regclass,text[]),
  athena.schools_with_another_rector(uuid[],uuid),
  athena.search_text(text),
  athena.set_superadmin(uuid,boolean),
  athena.take_back_import(uuid),
  athena.take_invitation(text),
  athena.today(),
  athena.uuid_v7(),
  athena.writes_of_caller(timestamp with time zone)
TO athena_service;


-- Comments

COMMENT ON POLICY p_delete on athena.academic_periods IS 'granted';

COMMENT ON POLICY p_delete on athena.school_years IS 'granted';
