-- Why: the text of a guardian's restriction stood in the audit log in clear. And a link that was switched off before it was ended
-- could not be told from any other that was ended: whoever linked the person again switched it on. An ended link now keeps
-- whether it was on.
-- Locks: student_guardians exclusively, for a change of the catalog alone. Links that were ended before count as switched off, so
-- that nothing opens by itself: whoever links such a person again names is_active.
-- Way back: add the constraint again after setting is_active of ended links to false; the trigger as V0004 makes it.

do $$
begin
  perform athena.audit('athena.student_guardians', 'restriction');
end
$$;

alter table athena.student_guardians drop constraint ck_student_guardians_ended_at;
