-- Why: the audit log kept the credentials in a school's settings in clear, as they were and as they became. Which columns of a
-- table are private is said from now on where its audit trigger is made: athena.audit(table, private columns...). The log says of
-- a private column that it changed, and nothing else. Three migrations, so that none holds two tables that one request writes.
-- Locks: school_settings in share row exclusive mode, for a change of the catalog alone; who writes settings waits that long.
-- Way back: create audit_row as V0008 has it and the trigger of school_settings as V0004 does; drop the function.

-- The arguments of the trigger are the table's private columns. The two names that were private in every table stay so until the
-- triggers of their tables name them (V0026).
create or replace function athena.audit_row() returns trigger language plpgsql set search_path = '' as
$$
declare
  private text[] := coalesce(tg_argv, '{}') || array['piar_data', 'extra_data'];
  old_row jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
  new_row jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
  subject jsonb := coalesce(new_row, old_row);
  changes jsonb;
begin
  if tg_op = 'UPDATE' then
    select jsonb_object_agg(n.key, case when n.key = any (private) then '"changed"'::jsonb
                                        else jsonb_build_array(old_row -> n.key, n.value) end)
      into changes
      from jsonb_each(new_row) n
     where n.value is distinct from old_row -> n.key and n.key not in ('updated_at', 'version', 'search_text');
    if changes is null then
      return null;
    end if;
  elsif tg_op = 'DELETE' then
    changes := old_row - private;
  end if;
  insert into athena.audit_log (school_id, actor_id, action, entity_type, entity_id, changes, request_id)
  values (case when tg_table_name = 'schools' then (subject ->> 'id')::uuid
               when tg_table_name = 'users' and not athena.on_platform() then athena.current_school_id()
               when tg_table_name = 'users' then null
               else (subject ->> 'school_id')::uuid end,
          athena.current_user_id(),
          case tg_op when 'INSERT' then 'create' when 'UPDATE' then 'update' else 'delete' end,
          tg_table_name, coalesce(subject ->> 'id', subject ->> 'school_id'), changes,
          nullif(current_setting('athena.request_id', true), ''));
  return null;
end
$$;

-- Puts the audit trigger on a table, or replaces it. For migrations.
create function athena.audit(p_table regclass, variadic p_private text[] default '{}') returns void
language plpgsql volatile set search_path = '' as
$$
declare
  v_unknown text;
begin
  select string_agg(p.name, ', ') into v_unknown
    from unnest(p_private) p (name)
   where not exists (select 1 from pg_catalog.pg_attribute a
                      where a.attrelid = p_table and a.attname = p.name and a.attnum > 0 and not a.attisdropped);
  if v_unknown is not null then
    raise undefined_column using message = format('%s has no column %s', p_table, v_unknown);
  end if;
  execute format('create or replace trigger audit after insert or update or delete on %s for each row '
                 'execute function athena.audit_row(%s)', p_table,
                 (select string_agg(quote_literal(p.name), ', ') from unnest(p_private) p (name)));
end
$$;
revoke all on function athena.audit(regclass, text[]) from public;

do $$
begin
  perform athena.audit('athena.school_settings', 'simat_settings', 'security_settings');
end
$$;
