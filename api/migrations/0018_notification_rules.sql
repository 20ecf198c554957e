-- Notifications that rules make: which rules a gym has switched on, when they last ran, and what staff do with a notification.

alter table notification
  drop constraint notification_kind_check,
  add constraint notification_kind_check check (kind in ('CUSTOM', 'BIRTHDAY', 'ABSENCE', 'DOWNWARD_TREND', 'CHECKUP_DUE',
    'NO_EMPLOYEE', 'SUBSCRIPTION_ENDING', 'PAYMENT_FAILED', 'FIRST_SESSION')),
  -- Not shown to whom it is for before this day.
  add snoozed_until date,
  -- Whose it is; null: whoever is linked to the member.
  add employee_id uuid,
  add outcome text check (outcome in ('SPOKE', 'MESSAGE_SENT', 'NO_ANSWER')),
  -- Written down when it was completed.
  add note_id uuid,
  -- Why it was closed by nobody who acted on it: it was no longer true, or an Admin deleted it.
  add closed_reason text check (closed_reason in ('CAME_BACK', 'RECOVERED', 'CHECKUP_PLANNED', 'EMPLOYEE_LINKED',
    'CONTINUES', 'PAID', 'PASSED', 'NO_SUBSCRIPTION', 'NO_LONGER_TRUE', 'DELETED')),
  add constraint notification_outcome check (completed_at is not null or num_nonnulls(outcome, closed_reason) = 0),
  add foreign key (gym_id, employee_id) references employee (gym_id, id),
  add foreign key (gym_id, note_id) references note (gym_id, id);
create index notification_employee on notification (gym_id, employee_id);
create index notification_note on notification (gym_id, note_id);

-- What a gym changed about a rule; without a row a rule is as it is by itself (modules/notification-rule).
create table notification_rule (
  gym_id uuid not null references gym (id),
  id uuid not null default uuidv7(),
  rule text not null check (rule in ('BIRTHDAY', 'ABSENCE', 'DOWNWARD_TREND', 'CHECKUP_DUE', 'NO_EMPLOYEE',
    'SUBSCRIPTION_ENDING', 'PAYMENT_FAILED', 'FIRST_SESSION')),
  is_on boolean not null,
  -- Whole numbers by the name of the parameter; one that is absent has its default.
  parameters jsonb not null default '{}' check (jsonb_typeof(parameters) = 'object'),
  primary key (gym_id, id),
  unique (gym_id, rule)
);
call raise_tenant_wall('notification_rule');
revoke delete on notification_rule from spotter_app;
create trigger record_change after insert or update or delete on notification_rule
  for each row execute function record_change();

-- The last night that the rules ran for, and when somebody last asked for them. Bookkeeping: no row of it is anybody's change.
create table notification_rule_run (
  gym_id uuid not null references gym (id),
  ran_for date,
  ran_at timestamptz,
  refreshed_at timestamptz,
  primary key (gym_id)
);
call raise_tenant_wall('notification_rule_run');

-- Visits by when they were: the rules look at the latest weeks of everybody, never at all of history.
create index registration_attended on registration (gym_id, starts_at) include (member_id) where status = 'ATTENDED';

-- A night begins at three, in each gym's own time zone. These have not had theirs, also when it was missed.
create function gyms_without_their_night(at timestamptz) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select g.id from gym g left join notification_rule_run r on r.gym_id = g.id
   where r.ran_for is null or r.ran_for < (at at time zone g.time_zone - interval '3 hours')::date
   order by g.id
$$;
revoke execute on function gyms_without_their_night from public;
grant execute on function gyms_without_their_night to spotter_app;
