-- Why: work that is due outside any request (an announcement to be sent, an import to be done) is found here, by kind and time, and then
-- done as the school that it names: nobody looks through all schools for it. It holds nothing personal and nothing of a school but that
-- something is due there, so it has no row level security: whoever looks for work does not know the school yet, and nobody is to
-- read of it in the audit log.
-- Locks: none, everything is new. Way back: drop the table.

create table athena.due_work (
  kind text not null constraint ck_due_work_kind check (length(kind) between 1 and 60),
  school_id uuid not null constraint fk_due_work_school_id references athena.schools (id),
  due_at timestamptz not null,
  failures int not null default 0 constraint ck_due_work_failures check (failures >= 0),
  constraint pk_due_work primary key (kind, school_id)
);
create index ix_due_work_school_id on athena.due_work (school_id);
create index ix_due_work_due_at on athena.due_work (due_at);
