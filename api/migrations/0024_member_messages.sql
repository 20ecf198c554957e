-- What the gym tells its members: shown in the member app, and sent by e-mail where that is set up.

create table member_message (
  gym_id uuid not null references gym (id),
  id uuid not null default uuidv7(),
  member_id uuid not null,
  kind text not null check (kind in ('SESSION_CANCELLED', 'SESSION_MOVED', 'PLACE_FREE')),
  -- What it is about, e.g. the session's id and start: told once.
  occurrence text not null,
  subject text not null check (length(subject) between 1 and 200),
  body text not null check (length(body) between 1 and 2000),
  created_at timestamptz not null default now(),
  read_at timestamptz,
  primary key (gym_id, id),
  foreign key (gym_id, member_id) references member (gym_id, id)
);
create unique index member_message_once on member_message (gym_id, member_id, kind, occurrence);
create index member_message_of_member on member_message (gym_id, member_id, created_at desc, id desc);
call raise_tenant_wall('member_message');
create trigger record_change after insert or update or delete on member_message for each row execute function record_change();
