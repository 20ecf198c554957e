-- Changes of subscriptions as they were made, and the cancellations among them with their confirmation.

-- A counter-line may be about the same period as the line that it takes back. A cancelled line still counts: what
-- somebody took back is not written again.
drop index purchase_once_per_period;
create unique index purchase_once_per_period on purchase (gym_id, subscription_id, period_starts_on)
  where period_starts_on is not null and corrects_purchase_id is null;

-- One change that somebody made, under the id that the client chose: what it did, so that it can be told again and undone.
create table subscription_change (
  gym_id uuid not null references gym (id),
  id uuid not null default uuidv7(),
  member_id uuid not null,
  kind text not null check (kind in ('ADD', 'CHANGE', 'CANCEL')),
  -- Which one was changed or cancelled; null when one was added.
  subscription_id uuid,
  -- The one that it made; null when it made none.
  new_subscription_id uuid,
  effective_on date not null,
  -- The last day that the changed one had before.
  former_ends_on date,
  -- What was asked for, as a digest: the same id with another wish is a mistake.
  intent text not null,
  -- The lines that it wrote.
  purchase_ids uuid[] not null default '{}',
  created_at timestamptz not null,
  created_by uuid,
  undone_at timestamptz,
  undone_by uuid,
  -- Chosen by the client that undid it.
  undo_id uuid,
  primary key (gym_id, id),
  foreign key (gym_id, member_id) references member (gym_id, id),
  foreign key (gym_id, subscription_id) references subscription (gym_id, id),
  foreign key (gym_id, new_subscription_id) references subscription (gym_id, id),
  foreign key (gym_id, created_by) references employee (gym_id, id),
  foreign key (gym_id, undone_by) references employee (gym_id, id),
  check (num_nonnulls(subscription_id, new_subscription_id) > 0)
);
create index subscription_change_member on subscription_change (gym_id, member_id);
create index subscription_change_subscription on subscription_change (gym_id, subscription_id);
create index subscription_change_new on subscription_change (gym_id, new_subscription_id);
create index subscription_change_created_by on subscription_change (gym_id, created_by);
create index subscription_change_undone_by on subscription_change (gym_id, undone_by);
create unique index subscription_change_undo on subscription_change (gym_id, undo_id) where undo_id is not null;
call raise_tenant_wall('subscription_change');
revoke delete on subscription_change from spotter_app;
create trigger record_change after insert or update or delete on subscription_change
  for each row execute function record_change();

-- What the law asked for on the day of cancelling, what was agreed, and what the member was told.
create table subscription_cancellation (
  gym_id uuid not null references gym (id),
  id uuid not null default uuidv7(),
  member_id uuid not null,
  subscription_id uuid not null,
  cancelled_at timestamptz not null,
  cancelled_on date not null,
  first_term_ends_on date,
  notice_ends_on date,
  earliest_ends_on date not null,
  ends_on date not null,
  -- The last day before, which undoing brings back.
  former_ends_on date,
  confirmation_number text not null check (length(confirmation_number) between 1 and 40),
  confirmation text not null check (length(confirmation) between 1 and 2000),
  created_by uuid,
  withdrawn_at timestamptz,
  primary key (gym_id, id),
  foreign key (gym_id, member_id) references member (gym_id, id),
  foreign key (gym_id, subscription_id) references subscription (gym_id, id),
  foreign key (gym_id, created_by) references employee (gym_id, id)
);
create index subscription_cancellation_member on subscription_cancellation (gym_id, member_id);
create index subscription_cancellation_subscription on subscription_cancellation (gym_id, subscription_id);
create index subscription_cancellation_created_by on subscription_cancellation (gym_id, created_by);
create unique index subscription_cancelled_once on subscription_cancellation (gym_id, subscription_id) where withdrawn_at is null;
create unique index subscription_cancellation_number on subscription_cancellation (gym_id, confirmation_number);
call raise_tenant_wall('subscription_cancellation');
revoke delete on subscription_cancellation from spotter_app;
create trigger record_change after insert or update or delete on subscription_cancellation
  for each row execute function record_change();

-- What a subscription gives access to is part of the contract: its audit row stands with the member.
create function record_inclusion() returns trigger language plpgsql as $$
declare
  row_now jsonb := to_jsonb(coalesce(new, old));
  about uuid;
begin
  select s.member_id into about from subscription s
   where s.gym_id = (row_now ->> 'gym_id')::uuid and s.id = (row_now ->> 'subscription_id')::uuid;
  insert into audit_log (gym_id, member_id, subject, subject_id, action, before, after, employee_id, account_id, request_id)
  values ((row_now ->> 'gym_id')::uuid, about, tg_table_name, (row_now ->> 'subscription_id')::uuid, tg_op,
    case when tg_op = 'DELETE' then row_now end, case when tg_op = 'INSERT' then row_now end,
    nullif(current_setting('app.employee_id', true), '')::uuid,
    nullif(current_setting('app.account_id', true), '')::uuid,
    nullif(current_setting('app.request_id', true), ''));
  perform pg_notify('spotter_live', json_build_object(
    'gymId', row_now ->> 'gym_id', 'memberId', about, 'kind', 'SUBSCRIPTION')::text);
  return null;
end $$;
create trigger record_inclusion after insert or delete on subscription_session_type
  for each row execute function record_inclusion();
create trigger record_inclusion after insert or delete on subscription_calendar
  for each row execute function record_inclusion();
