-- What staff keep about a member (notes, attachments) and what the member logs (benchmark results).

create table note (
  gym_id uuid not null references gym (id),
  id uuid not null default uuidv7(),
  member_id uuid not null,
  author_id uuid not null,
  text text not null check (length(text) between 1 and 10000),
  created_at timestamptz not null default now(),
  retracted_at timestamptz,
  retracted_by uuid,
  primary key (gym_id, id),
  foreign key (gym_id, member_id) references member (gym_id, id),
  foreign key (gym_id, author_id) references employee (gym_id, id),
  foreign key (gym_id, retracted_by) references employee (gym_id, id)
);
create index note_of_member on note (gym_id, member_id, created_at desc, id desc) where retracted_at is null;
create index note_member on note (gym_id, member_id);
create index note_author on note (gym_id, author_id);
create index note_retracted_by on note (gym_id, retracted_by);
call raise_tenant_wall('note');
revoke delete on note from spotter_app;

create table attachment (
  gym_id uuid not null references gym (id),
  id uuid not null default uuidv7(),
  member_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  content_type text not null,
  size_bytes bigint not null check (size_bytes >= 0),
  -- Random name in the file store, null until the bytes have arrived. It says nothing about the file.
  storage_key text,
  -- UPLOADING and UPLOADED reserve their space; SAVED is what people see. DISCARDED is on its way out: it takes no space,
  -- is never seen again, and stays until its file is gone, so that no file is ever without a row.
  state text not null default 'UPLOADING' check (state in ('UPLOADING', 'UPLOADED', 'SAVED', 'DISCARDED')),
  started_at timestamptz not null default now(),
  uploaded_at timestamptz,
  uploaded_by uuid,
  deleted_at timestamptz,
  deleted_by uuid,
  primary key (gym_id, id),
  foreign key (gym_id, member_id) references member (gym_id, id),
  foreign key (gym_id, uploaded_by) references employee (gym_id, id),
  foreign key (gym_id, deleted_by) references employee (gym_id, id)
);
create index attachment_of_member on attachment (gym_id, member_id, uploaded_at desc, id desc);
create index attachment_uploaded_by on attachment (gym_id, uploaded_by);
create index attachment_deleted_by on attachment (gym_id, deleted_by);
create index attachment_deleted on attachment (deleted_at) where deleted_at is not null;
create index attachment_unsaved on attachment (started_at) where state <> 'SAVED';
call raise_tenant_wall('attachment');

-- The gyms for which the job that removes files has something to do. Run by the owner, since a job starts without a gym.
create function gyms_with_attachments_to_remove(started_before timestamptz, deleted_before timestamptz) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select gym_id from attachment
   where state <> 'SAVED' and (state = 'DISCARDED' or started_at < started_before)
  union
  select gym_id from attachment where deleted_at < deleted_before
$$;
revoke execute on function gyms_with_attachments_to_remove from public;
grant execute on function gyms_with_attachments_to_remove to spotter_app;

create table benchmark (
  gym_id uuid not null references gym (id),
  id uuid not null default uuidv7(),
  name text not null,
  unit text not null check (unit in ('KILOGRAMS', 'SECONDS', 'REPETITIONS', 'METRES')),
  archived_at timestamptz,
  primary key (gym_id, id)
);
create unique index benchmark_name on benchmark (gym_id, lower(name));
call raise_tenant_wall('benchmark');

create table benchmark_result (
  gym_id uuid not null references gym (id),
  id uuid not null default uuidv7(),
  member_id uuid not null,
  benchmark_id uuid not null,
  -- In the benchmark's unit, for comparing; the score is the same as people write it ("4:12", "95 kg").
  value numeric(10, 2) not null,
  score text not null,
  logged_on date not null,
  created_at timestamptz not null default now(),
  primary key (gym_id, id),
  foreign key (gym_id, member_id) references member (gym_id, id),
  foreign key (gym_id, benchmark_id) references benchmark (gym_id, id)
);
create index benchmark_result_of_member on benchmark_result (gym_id, member_id, logged_on desc, id desc);
create index benchmark_result_benchmark on benchmark_result (gym_id, benchmark_id);
call raise_tenant_wall('benchmark_result');
