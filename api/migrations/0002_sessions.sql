-- Session types, calendars, sessions, registrations and check-ups.

create table session_type (
  gym_id uuid not null references gym (id),
  id uuid not null default uuidv7(),
  name text not null,
  color text not null check (color ~ '^#[0-9a-f]{6}$'),
  archived_at timestamptz,
  primary key (gym_id, id)
);
call raise_tenant_wall('session_type');

create table calendar (
  gym_id uuid not null references gym (id),
  id uuid not null default uuidv7(),
  name text not null,
  archived_at timestamptz,
  primary key (gym_id, id)
);
call raise_tenant_wall('calendar');

create table session (
  gym_id uuid not null references gym (id),
  id uuid not null default uuidv7(),
  session_type_id uuid not null,
  calendar_id uuid not null,
  starts_at timestamptz not null,
  duration_minutes int not null check (duration_minutes between 5 and 1440),
  places int not null check (places > 0),
  employee_id uuid,
  cancelled_at timestamptz,
  primary key (gym_id, id),
  unique (gym_id, id, starts_at),
  foreign key (gym_id, session_type_id) references session_type (gym_id, id),
  foreign key (gym_id, calendar_id) references calendar (gym_id, id),
  foreign key (gym_id, employee_id) references employee (gym_id, id)
);
create index session_by_start on session (gym_id, starts_at);
create index session_type_of on session (gym_id, session_type_id);
create index session_calendar on session (gym_id, calendar_id);
create index session_employee on session (gym_id, employee_id, starts_at);
call raise_tenant_wall('session');

-- starts_at repeats the session's start and follows it by foreign key, so that a member's visits are read from one index.
create table registration (
  gym_id uuid not null references gym (id),
  id uuid not null default uuidv7(),
  session_id uuid not null,
  starts_at timestamptz not null,
  member_id uuid not null,
  status text not null check (status in ('REGISTERED', 'ATTENDED', 'NO_SHOW', 'CANCELLED')),
  registered_at timestamptz not null default now(),
  status_changed_at timestamptz,
  primary key (gym_id, id),
  foreign key (gym_id, session_id, starts_at) references session (gym_id, id, starts_at) on update cascade,
  foreign key (gym_id, member_id) references member (gym_id, id)
);
create unique index registration_once on registration (gym_id, session_id, member_id) where status <> 'CANCELLED';
create index registration_session on registration (gym_id, session_id, starts_at);
create index registration_of_member on registration (gym_id, member_id, starts_at desc, id desc) include (status, session_id);
call raise_tenant_wall('registration');

create table checkup (
  gym_id uuid not null references gym (id),
  id uuid not null default uuidv7(),
  member_id uuid not null,
  employee_id uuid,
  starts_at timestamptz not null,
  created_at timestamptz not null default now(),
  completed_at timestamptz,
  cancelled_at timestamptz,
  primary key (gym_id, id),
  foreign key (gym_id, member_id) references member (gym_id, id),
  foreign key (gym_id, employee_id) references employee (gym_id, id)
);
create index checkup_of_member on checkup (gym_id, member_id, starts_at) where cancelled_at is null;
create index checkup_member on checkup (gym_id, member_id);
create index checkup_employee on checkup (gym_id, employee_id, starts_at);
call raise_tenant_wall('checkup');

-- member.last_visit_at is the start of the latest ATTENDED registration.
create function keep_last_visit() returns trigger language plpgsql as $$
begin
  update member m
     set last_visit_at = (select max(r.starts_at) from registration r
                           where r.gym_id = m.gym_id and r.member_id = m.id and r.status = 'ATTENDED')
   where m.gym_id = coalesce(new.gym_id, old.gym_id) and m.id = coalesce(new.member_id, old.member_id);
  return null;
end $$;
create trigger keep_last_visit_on_change after update or delete on registration
  for each row execute function keep_last_visit();
create trigger keep_last_visit_on_insert after insert on registration
  for each row when (new.status = 'ATTENDED') execute function keep_last_visit();
