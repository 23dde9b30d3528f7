-- Why: every policy asks these functions, and a function with a search_path of its own is called for each question instead
-- of becoming part of the query. A body that is bound when the function is made needs no search_path to be safe; looking a
-- caller up took about a third less.
-- Locks: none that a request waits for. Way back: make them again as V0001 does.

create or replace function athena.current_user_id() returns uuid language sql stable parallel safe
  return nullif(current_setting('athena.user_id', true), '')::uuid;

create or replace function athena.current_school_id() returns uuid language sql stable parallel safe
  return nullif(current_setting('athena.school_id', true), '')::uuid;

create or replace function athena.on_platform() returns boolean language sql stable parallel safe
  return coalesce(current_setting('athena.platform', true), '') = 'on';
