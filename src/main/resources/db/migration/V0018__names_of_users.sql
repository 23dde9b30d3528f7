-- Why: names of users sort and fold in every locale, as those of students do.
-- Locks: access exclusive on users, for a change of the catalog alone. Way back: the same statement with the collation "default".

alter table athena.users alter column full_name type text collate "es-x-icu";
