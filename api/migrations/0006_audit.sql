-- Every change to a member's data leaves an audit row in its own transaction and tells open screens. The database does
-- both, so that no code path can forget it.

create table audit_log (
  gym_id uuid not null references gym (id),
  id uuid not null default uuidv7(),
  member_id uuid,
  subject text not null,
  subject_id uuid,
  action text not null check (action in ('INSERT', 'UPDATE', 'DELETE')),
  -- The changed columns only, as they were and as they became.
  before jsonb,
  after jsonb,
  employee_id uuid,
  account_id uuid,
  request_id text,
  happened_at timestamptz not null default clock_timestamp(),
  primary key (gym_id, id),
  foreign key (gym_id, member_id) references member (gym_id, id),
  foreign key (gym_id, employee_id) references employee (gym_id, id)
);
create index audit_log_member on audit_log (gym_id, member_id, id desc);
create index audit_log_employee on audit_log (gym_id, employee_id);
call raise_tenant_wall('audit_log');
revoke update, delete on audit_log from spotter_app;

create function record_change() returns trigger language plpgsql as $$
declare
  -- Kept by triggers or generated, or secret: nothing that a person changed and may read back.
  unrecorded constant text[] := array['full_name', 'search_name', 'last_visit_at', 'subscribed_until', 'phone_digits',
    'token_hash', 'last_used_at', 'storage_key'];
  old_row jsonb := case when tg_op = 'INSERT' then null else to_jsonb(old) - unrecorded end;
  new_row jsonb := case when tg_op = 'DELETE' then null else to_jsonb(new) - unrecorded end;
  any_row jsonb := coalesce(new_row, old_row);
  gym uuid := (any_row ->> 'gym_id')::uuid;
  about uuid := case when tg_table_name = 'member' then any_row ->> 'id' else any_row ->> 'member_id' end;
begin
  if tg_op = 'UPDATE' then
    if old_row = new_row then return null; end if;
    select jsonb_object_agg(key, old_row -> key), jsonb_object_agg(key, new_row -> key)
      into old_row, new_row
      from jsonb_object_keys(new_row) key where new_row -> key is distinct from old_row -> key;
  end if;
  insert into audit_log (gym_id, member_id, subject, subject_id, action, before, after, employee_id, account_id, request_id)
  values (gym, about, tg_table_name, coalesce(any_row ->> 'id', any_row ->> 'tag_id')::uuid, tg_op, old_row, new_row,
    nullif(current_setting('app.employee_id', true), '')::uuid,
    nullif(current_setting('app.account_id', true), '')::uuid,
    nullif(current_setting('app.request_id', true), ''));
  perform pg_notify('spotter_live', json_build_object('gymId', gym, 'memberId', about, 'kind', upper(tg_table_name))::text);
  return null;
end $$;

do $$
declare watched text;
begin
  foreach watched in array array['member', 'member_tag', 'notification', 'registration', 'checkup', 'subscription',
    'mandate', 'purchase', 'note', 'attachment', 'benchmark_result', 'tag', 'api_token'] loop
    execute format('create trigger record_change after insert or update or delete on %I for each row execute function record_change()', watched);
  end loop;
end $$;
