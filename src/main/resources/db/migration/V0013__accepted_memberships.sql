-- Why: a school sees more than the e-mail of somebody only once they said yes. Whether they ever did cannot be told from the
-- status: an invitation that is taken back ends like a membership that was lived.
-- Locks: the memberships, exclusively, while each row is written once; a second or so for a hundred thousand of them.
-- Way back: drop the trigger, the function and the column.

alter table athena.school_memberships add column accepted_at timestamptz;

-- Of an ended one only the audit log knows. What is filled in here is no change that anybody made.
alter table athena.school_memberships disable trigger user;
update athena.school_memberships m set accepted_at = m.updated_at
 where m.status = 'active'
    or exists (select 1 from athena.audit_log a
                where a.school_id = m.school_id and a.entity_type = 'school_memberships' and a.entity_id = m.id::text
                  and a.changes -> 'status' ? 'active');
alter table athena.school_memberships enable trigger user;

create function athena.note_acceptance() returns trigger language plpgsql set search_path = '' as
$$
begin
  new.accepted_at := now();
  return new;
end
$$;
create trigger accept before insert or update on athena.school_memberships for each row
  when (new.status = 'active' and new.accepted_at is null) execute function athena.note_acceptance();

revoke all on all functions in schema athena from public;
