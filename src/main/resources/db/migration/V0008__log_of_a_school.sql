-- Why: a superadmin who names one school may change another one; the log of the named school is not where its rector, or
-- that of the other, should read of it. What happens to a school stands in the log of that school, and what the platform does
-- to a person in the platform's own: a school may know less of them.
-- Locks: none, a function only. Way back: create the function again as V0001 has it.

create or replace function athena.audit_row() returns trigger language plpgsql set search_path = '' as
$$
declare
  old_row jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
  new_row jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
  subject jsonb := coalesce(new_row, old_row);
  changes jsonb;
begin
  if tg_op = 'UPDATE' then
    select jsonb_object_agg(n.key, case when n.key in ('piar_data', 'extra_data') then '"changed"'::jsonb
                                        else jsonb_build_array(old_row -> n.key, n.value) end)
      into changes
      from jsonb_each(new_row) n
     where n.value is distinct from old_row -> n.key and n.key not in ('updated_at', 'version', 'search_text');
    if changes is null then
      return null;
    end if;
  elsif tg_op = 'DELETE' then
    changes := old_row - 'piar_data' - 'extra_data';
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
