-- The table of an entity that is made for the tests alone, as a migration would make it.
create table athena.lockers (
  id uuid not null default athena.uuid_v7() constraint pk_lockers primary key,
  school_id uuid not null constraint fk_lockers_school_id references athena.schools (id),
  code text not null,
  note text,
  version int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint uq_lockers_school_id_code unique (school_id, code)
);
select athena.protect('athena.lockers');
select athena.let_delete('athena.lockers');
