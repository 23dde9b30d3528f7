-- Why: searching and sorting leaned on the database's own locale. In one of bytes (C, POSIX, and C.UTF-8 when sorting) a search
-- for "nunez" misses "Ñúñez", and Álvarez comes after Zuluaga. Now names bring their own order, and folding takes letters apart
-- by Unicode instead of knowing a few of them.
-- One migration for each table: a request that holds one and waits for another must not meet them all.
-- Locks: access exclusive on students while the table is written anew (seconds for 100,000 rows). Way back: the same statements
-- with the collation "default" and V0002's fold.
-- Needs a PostgreSQL with ICU, as Supabase, Debian and the official images are; after an upgrade of the ICU library the indexes on
-- names are made anew (REINDEX), as PostgreSQL's warning says.

-- After the decomposition (Unicode Standard Annex 15) accents are marks of their own, and what is left of Latin letters is ASCII.
create or replace function athena.fold(value text) returns text language sql immutable strict parallel safe
  return lower(regexp_replace(normalize(value, nfd), '[\u0300-\u036f]', '', 'g'));

alter table athena.students
  drop column full_name,
  drop column search_text,
  alter column first_name type text collate "es-x-icu",
  alter column middle_name type text collate "es-x-icu",
  alter column last_name type text collate "es-x-icu",
  alter column second_last_name type text collate "es-x-icu";
alter table athena.students
  add column full_name text collate "es-x-icu" not null generated always as (
    first_name || coalesce(' ' || middle_name, '') || ' ' || last_name || coalesce(' ' || second_last_name, '')) stored,
  add column search_text text not null generated always as (athena.fold(
    first_name || coalesce(' ' || middle_name, '') || ' ' || last_name || coalesce(' ' || second_last_name, '')
    || ' ' || document_number)) stored;
