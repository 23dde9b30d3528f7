-- Why: two periods added to a year at once ended in a deadlock. Each had locked the year's key already, for its foreign key,
-- and waited for the other to let go of it. This lock lets foreign keys be and still makes the second period wait.
-- Locks: none, a function only. Way back: create the function again as V0001 has it.

create or replace function athena.check_academic_period() returns trigger language plpgsql set search_path = '' as
$$
begin
  perform 1 from athena.school_years y where y.school_id = new.school_id and y.id = new.school_year_id for no key update;
  if exists (select 1 from athena.school_years y where y.school_id = new.school_id and y.id = new.school_year_id
              and (new.starts_on < y.starts_on or new.ends_on > y.ends_on)) then
    raise exception using errcode = 'check_violation', constraint = 'ck_academic_periods_inside_year',
      message = 'the period is not inside its year';
  end if;
  if exists (select 1 from athena.academic_periods p where p.school_id = new.school_id
              and p.school_year_id = new.school_year_id and p.id <> new.id
              and daterange(p.starts_on, p.ends_on, '[]') && daterange(new.starts_on, new.ends_on, '[]')) then
    raise exception using errcode = 'exclusion_violation', constraint = 'ex_academic_periods_overlap',
      message = 'the period overlaps another';
  end if;
  return null;
end
$$;
