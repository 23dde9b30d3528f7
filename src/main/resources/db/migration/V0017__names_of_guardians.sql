-- Why: names of guardians sort and fold in every locale, as those of students do.
-- Locks: access exclusive on guardians, for a change of the catalog alone. Way back: the same statement with the collation "default".

alter table athena.guardians alter column full_name type text collate "es-x-icu";
