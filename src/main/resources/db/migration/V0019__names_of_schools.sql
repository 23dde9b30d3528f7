-- Why: names of schools sort and fold in every locale, as those of students do.
-- Locks: access exclusive on schools, for a change of the catalog alone. Way back: the same statement with the collation "default".

alter table athena.schools alter column name type text collate "es-x-icu";
