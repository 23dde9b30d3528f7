-- Why: students and enrollments say which of their columns are private, as the other tables do; the audit trigger knows no names
-- any more. And what older triggers put into the log is taken out of it, also of the years that were detached.
-- Locks: the audit log is read once, and lines that hold private values are written anew; nobody waits for that. Then students and
-- enrollments in share row exclusive mode, for a change of the catalog alone.
-- Way back: create audit_row as V0024 has it. What was taken out of the log is gone.

do $$
declare
  v_log regclass;
  v_type text;
  v_columns text[];
  v_expected bigint;
  v_changed bigint;
  -- Lines that the new triggers write meanwhile hold nothing private, and are not counted.
  v_where text := $where$ l.entity_type = $1 and exists (
    select 1 from jsonb_each(l.changes) c where c.key = any ($2) and c.value <> '"changed"') $where$;
begin
  for v_log in select c.oid from pg_catalog.pg_class c
                where c.oid = 'athena.audit_log'::regclass
                   or (c.relnamespace = to_regnamespace('athena_archive') and c.relname ~ '^audit_log_' and c.relkind = 'r') loop
    for v_type, v_columns in values ('student_guardians', array['restriction']),
                                    ('school_settings', array['simat_settings', 'security_settings']) loop
      execute format('select count(*) from %s l where %s', v_log, v_where) into v_expected using v_type, v_columns;
      -- The line of a change says that the column changed; the line of a deletion leaves the column out.
      execute format($clean$
        update %s l
           set changes = (select jsonb_object_agg(c.key, case when c.key = any ($2) then '"changed"'::jsonb else c.value end)
                            from jsonb_each(l.changes) c
                           where l.action <> 'delete' or c.key <> all ($2))
         where %s $clean$, v_log, v_where) using v_type, v_columns;
      get diagnostics v_changed = row_count;
      if v_changed <> v_expected then
        raise exception '% of % lines of % in % were changed', v_changed, v_expected, v_type, v_log;
      end if;
    end loop;
  end loop;
end
$$;

do $$
begin
  perform athena.audit('athena.students', 'piar_data', 'extra_data');
  perform athena.audit('athena.enrollments', 'extra_data');
end
$$;

-- As in V0024, without the two names.
create or replace function athena.audit_row() returns trigger language plpgsql set search_path = '' as
$$
declare
  private text[] := coalesce(tg_argv, '{}');
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
