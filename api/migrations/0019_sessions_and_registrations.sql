-- The weekly schedule, places that cannot be sold twice, the waiting list, and what of a registration staff decided.

-- What one session costs who has no subscription for it; null: it is not sold by the session.
alter table session_type
  add single_session_price_cents int check (single_session_price_cents >= 0),
  add single_session_vat_rate_bp int check (single_session_vat_rate_bp between 0 and 10000),
  add check ((single_session_price_cents is null) = (single_session_vat_rate_bp is null));

-- One line of the weekly schedule, at the same time on the gym's clock all year round.
create table schedule_slot (
  gym_id uuid not null references gym (id),
  id uuid not null default uuidv7(),
  calendar_id uuid not null,
  session_type_id uuid not null,
  -- 1 is Monday.
  weekday int not null check (weekday between 1 and 7),
  starts_at time(0) not null,
  duration_minutes int not null check (duration_minutes between 5 and 1440),
  places int not null check (places between 1 and 1000),
  employee_id uuid,
  primary key (gym_id, id),
  foreign key (gym_id, calendar_id) references calendar (gym_id, id),
  foreign key (gym_id, session_type_id) references session_type (gym_id, id),
  foreign key (gym_id, employee_id) references employee (gym_id, id)
);
create index schedule_slot_of_calendar on schedule_slot (gym_id, calendar_id, weekday, starts_at);
create index schedule_slot_type on schedule_slot (gym_id, session_type_id);
create index schedule_slot_employee on schedule_slot (gym_id, employee_id);
call raise_tenant_wall('schedule_slot');
create trigger record_change after insert or update or delete on schedule_slot for each row execute function record_change();

-- places_taken counts the registrations that are not cancelled, extra_taken those among them that an Admin let in beyond
-- the places. The database counts, and refuses the one too many: whoever forgets to ask cannot sell a place twice.
alter table session
  add schedule_slot_id uuid,
  -- The day of the schedule that it was made for; it may have been moved since.
  add scheduled_on date,
  add cancellation_reason text check (length(cancellation_reason) between 1 and 200),
  add places_taken int not null default 0 check (places_taken >= 0),
  add extra_taken int not null default 0 check (extra_taken >= 0),
  add foreign key (gym_id, schedule_slot_id) references schedule_slot (gym_id, id) on delete set null (schedule_slot_id);
create unique index session_of_slot on session (gym_id, schedule_slot_id, scheduled_on);

alter table registration
  -- NOTHING: an Admin let the member in though no subscription pays for it.
  add paid_with text not null default 'SUBSCRIPTION' check (paid_with in ('SUBSCRIPTION', 'SINGLE_SESSION', 'NOTHING')),
  add is_extra boolean not null default false,
  -- Of the latest mark of attendance, by the clock of the device that made it, and which report brought it.
  add marked_at timestamptz,
  add mark_id uuid;

update registration r set is_extra = true
  from (select o.gym_id, o.id, row_number() over (partition by o.gym_id, o.session_id order by o.registered_at, o.id) as place
          from registration o where o.status <> 'CANCELLED') n
  join registration x on x.gym_id = n.gym_id and x.id = n.id
  join session s on s.gym_id = x.gym_id and s.id = x.session_id
 where r.gym_id = n.gym_id and r.id = n.id and n.place > s.places;
update session s set places_taken = t.taken, extra_taken = t.extra
  from (select gym_id, session_id, count(*) as taken, count(*) filter (where is_extra) as extra
          from registration where status <> 'CANCELLED' group by 1, 2) t
 where t.gym_id = s.gym_id and t.session_id = s.id;
alter table session add constraint session_not_oversold check (places_taken <= places + extra_taken);

create function keep_places_taken() returns trigger language plpgsql as $$
declare
  was int := case when tg_op <> 'INSERT' and old.status <> 'CANCELLED' then 1 else 0 end;
  is_now int := case when tg_op <> 'DELETE' and new.status <> 'CANCELLED' then 1 else 0 end;
  was_extra int := case when was = 1 and old.is_extra then 1 else 0 end;
  is_extra_now int := case when is_now = 1 and new.is_extra then 1 else 0 end;
begin
  if was <> is_now or was_extra <> is_extra_now then
    update session s set places_taken = s.places_taken + is_now - was, extra_taken = s.extra_taken + is_extra_now - was_extra
     where s.gym_id = coalesce(new.gym_id, old.gym_id) and s.id = coalesce(new.session_id, old.session_id);
  end if;
  return null;
end $$;
create trigger keep_places_taken after insert or delete or update of status, is_extra on registration
  for each row execute function keep_places_taken();

-- Counters are not what a person changed.
create trigger record_change
  after insert or delete or update of session_type_id, calendar_id, starts_at, duration_minutes, places, employee_id, cancelled_at,
    cancellation_reason on session
  for each row execute function record_change();

-- Why somebody is in a session though the rules said no.
create table registration_override (
  gym_id uuid not null references gym (id),
  registration_id uuid not null,
  member_id uuid not null,
  reason text not null check (length(reason) between 1 and 200),
  refusals text[] not null,
  employee_id uuid,
  created_at timestamptz not null,
  primary key (gym_id, registration_id),
  foreign key (gym_id, registration_id) references registration (gym_id, id),
  foreign key (gym_id, member_id) references member (gym_id, id),
  foreign key (gym_id, employee_id) references employee (gym_id, id)
);
create index registration_override_member on registration_override (gym_id, member_id);
create index registration_override_employee on registration_override (gym_id, employee_id);
call raise_tenant_wall('registration_override');
create trigger record_change after insert or update or delete on registration_override
  for each row execute function record_change();

-- Who waits for a place, in order. Ended: moved up, left, or registered by somebody.
create table waiting_list_entry (
  gym_id uuid not null references gym (id),
  id uuid not null default uuidv7(),
  session_id uuid not null,
  member_id uuid not null,
  -- In order of joining; given out under the session's lock.
  number int not null check (number > 0),
  pay_with text not null default 'SUBSCRIPTION' check (pay_with in ('SUBSCRIPTION', 'SINGLE_SESSION')),
  joined_at timestamptz not null default now(),
  ended_at timestamptz,
  ended_as text check (ended_as in ('MOVED_UP', 'LEFT', 'REGISTERED')),
  primary key (gym_id, id),
  foreign key (gym_id, session_id) references session (gym_id, id),
  foreign key (gym_id, member_id) references member (gym_id, id),
  check ((ended_at is null) = (ended_as is null))
);
create unique index waiting_list_number on waiting_list_entry (gym_id, session_id, number);
create unique index waiting_list_once on waiting_list_entry (gym_id, session_id, member_id) where ended_at is null;
create index waiting_list_member on waiting_list_entry (gym_id, member_id);
call raise_tenant_wall('waiting_list_entry');
create trigger record_change after insert or update or delete on waiting_list_entry
  for each row execute function record_change();
