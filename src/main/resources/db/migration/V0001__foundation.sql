-- Why: the base of every table: the schema, the settings that tell the caller of a request, ids, and athena.protect, which a
-- migration calls for each table of a school that it creates.
-- Locks: none, everything is new. Way back: drop schema athena cascade.
-- A function without a bound body sets its search path, with the temporary schema last. Without it, the temporary schema is
-- searched for types first, and everybody may create types there (PostgreSQL, "Writing SECURITY DEFINER Functions Safely").

create schema if not exists athena;
revoke all on schema athena from public;

-- The settings of a transaction: user, school and platform flag. After a transaction a setting reads '', not null. Every policy
-- calls these functions. They have a bound body and no settings of their own, so they become part of the query.
create function athena.current_user_id() returns uuid language sql stable parallel safe
  return nullif(current_setting('athena.user_id', true), '')::uuid;

create function athena.current_school_id() returns uuid language sql stable parallel safe
  return nullif(current_setting('athena.school_id', true), '')::uuid;

create function athena.on_platform() returns boolean language sql stable parallel safe
  return coalesce(current_setting('athena.platform', true), '') = 'on';

-- UUID version 7 (RFC 9562, section 5.7): 48 bits of milliseconds, then random bits.
create function athena.uuid_v7() returns uuid language sql volatile set search_path = pg_catalog, pg_temp as
$$
  select encode(
    set_bit(set_bit(
      overlay(uuid_send(gen_random_uuid())
        placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6),
      52, 1), 53, 1), 'hex')::uuid
$$;

create function athena.touch_row() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as
$$
begin
  new.updated_at := now();
  return new;
end
$$;

-- Writes the audit line of a changed row. The arguments of the trigger are the table's private columns, of which the log only says
-- that one changed, and after a minus those that are left out: a change of nothing else has no line. Columns named search_, sort_ and
-- former_ are made from others and left out, too. A change in a school is in the log of that school, and a change of a person by the platform is in the platform's
-- log. The function runs as the owner, because the service itself may not write lines about created, updated or deleted rows.
create function athena.audit_row() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as
$$
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
$$;

-- Writes one audit line for each school about all rows that a statement inserted, with their number.
create function athena.audit_inserts() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as
$$
begin
  insert into athena.audit_log (school_id, actor_id, action, entity_type, changes, request_id)
  select i.school_id, athena.current_user_id(), 'create', tg_table_name, jsonb_build_object('rows', count(*)),
         nullif(current_setting('athena.request_id', true), '')
    from inserted i group by i.school_id;
  return null;
end
$$;

-- Adds the triggers for the audit log and for updated_at to a table. Private and left out columns must exist in the table. Columns
-- that the database makes from others are left out as well.
create function athena.audit(p_table regclass, p_private text[] default '{}', p_left_out text[] default '{}',
                             p_events text default 'insert or update or delete')
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as
$$
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
$$;

-- Forces row level security on a table, so that it applies to the owner too, and adds policies that allow only rows of the
-- current school. Partitions need it too, because a statement that names a partition does not use the policies of its table.
create function athena.keep_apart(p_table regclass) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp as
$$
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
$$;

-- Protects a table of a school: row level security with its four policies, the audit log, updated_at. A migration calls it once
-- for each new table. Rights are granted from the catalog after the migrations (db/grants.sql): every column may be read and
-- written, except those that never change; athena.let_delete allows to delete rows.
create function athena.protect(p_table regclass, p_private text[] default '{}') returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp as
$$
begin
  perform athena.keep_apart(p_table);
  perform athena.audit(p_table, p_private);
end
$$;

-- Protects a table whose rows are written by the hundred. Each insert statement writes one audit line. Each changed or deleted
-- row writes its own line, with the old values.
create function athena.protect_bulk(p_table regclass, p_private text[] default '{}') returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp as
$$
begin
  perform athena.keep_apart(p_table);
  perform athena.audit(p_table, p_private, p_events => 'update or delete');
  execute format('create trigger audit_inserts after insert on %s referencing new table as inserted '
                 'for each statement execute function athena.audit_inserts()', p_table);
end
$$;

-- Allows the service to delete rows of the table. It is for rows that no other record depends on. db/grants.sql reads this
-- comment of the policy.
create function athena.let_delete(p_table regclass) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp as
$$
begin
  execute format('comment on policy p_delete on %s is ''granted''', p_table);
end
$$;

-- A text as it is searched and compared, as platform.names.LatinLetters folds it: after the decomposition (Unicode Standard Annex
-- 15) accents are separate characters, and the letters of names that are no plain letter with an accent become plain ones. All
-- letters of names are ASCII then, so that the locale of the database does not matter. The function is immutable, so that an index
-- may use it. It does not need an extension, which Supabase keeps in another schema.
create function athena.fold(value text) returns text language sql immutable strict parallel safe
  return lower(replace(replace(replace(replace(replace(replace(replace(replace(translate(
    regexp_replace(normalize(value, nfd), '[\u0300-\u036f]', '', 'g'),
    'ØøĐđÐðƉɖƊɗŁłıƗɨɄʉĦħŦŧŊŋƝɲƏəƎǝƐɛƆɔƁɓƘƙƳƴƑƒƔɣƲʋƵƶ',
    'OoDdDdDdDdLliIiUuHhTtNnNnEeEeEeOoBbKkYyFfGgVvZz'),
    'ẞ', 'SS'), 'ß', 'ss'), 'Æ', 'AE'), 'æ', 'ae'), 'Œ', 'OE'), 'œ', 'oe'), 'Þ', 'TH'), 'þ', 'th'));

-- Whether a text may stand in a column for a person's name: composed letters (Unicode Standard Annex 15) of the Latin alphabet, no
-- space at its ends, and no character that is not shown. A letter of another alphabet that looks the same would hide a person from
-- searches and checks. The service allows less (platform.names); this is what every other way into the database must keep too.
create function athena.is_name(value text) returns boolean language sql immutable parallel safe
  return value is nfc normalized and value = btrim(value) and value !~ '\u034f' and athena.fold(value) ~ '^[ -~]+$';

revoke all on all functions in schema athena from public;
