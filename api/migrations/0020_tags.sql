-- Tags that count until a day, and tags that say something about somebody's health.

-- The last day that it counts, on the gym's clock; null: until somebody takes it away.
alter table member_tag add column expires_on date;

alter table tag add column is_health_data boolean not null default false;

-- Who saw which health tag of whom. Written before the answer leaves, so a view that is not here was never shown. Not
-- recorded in the audit trail itself: that would tell open screens, which would look again.
create table health_tag_view (
  gym_id uuid not null references gym (id),
  id uuid not null default uuidv7(),
  member_id uuid not null,
  tag_id uuid not null,
  employee_id uuid not null,
  -- As the audit trail names the request. It may be the caller's word, so nothing is unique by it.
  request_id text not null,
  seen_at timestamptz not null,
  primary key (gym_id, id),
  foreign key (gym_id, member_id) references member (gym_id, id),
  foreign key (gym_id, tag_id) references tag (gym_id, id),
  foreign key (gym_id, employee_id) references employee (gym_id, id)
);
create index health_tag_view_of_member on health_tag_view (gym_id, member_id, seen_at desc, id desc);
create index health_tag_view_tag on health_tag_view (gym_id, tag_id);
create index health_tag_view_employee on health_tag_view (gym_id, employee_id);
call raise_tenant_wall('health_tag_view');
revoke update, delete on health_tag_view from spotter_app;
