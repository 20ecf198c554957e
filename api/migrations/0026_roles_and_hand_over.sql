-- Who works here, and as what: invitations by link, the end of all access with the work, and the hand-over of what
-- somebody leaves behind.

create trigger record_change after insert or update or delete on employee for each row execute function record_change();

-- One login works at one gym at a time. Who left keeps it in the history of the gym that they left.
drop index employee_account;
create unique index employee_account on employee (account_id) where archived_at is null;
create index employee_login on employee (account_id);

create table employee_invitation (
  gym_id uuid not null references gym (id),
  id uuid not null default uuidv7(),
  first_name text not null check (length(first_name) between 1 and 80),
  last_name text not null check (length(last_name) between 1 and 80),
  -- In lower case, as accounts have it.
  email text not null,
  role text not null check (role in ('EMPLOYEE', 'ADMIN')),
  token_hash bytea not null,
  created_at timestamptz not null,
  created_by uuid not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  accepted_at timestamptz,
  -- Who works here by it.
  employee_id uuid,
  primary key (gym_id, id),
  check ((accepted_at is null) = (employee_id is null)),
  foreign key (gym_id, created_by) references employee (gym_id, id),
  foreign key (gym_id, employee_id) references employee (gym_id, id)
);
create unique index employee_invitation_token on employee_invitation (token_hash);
create index employee_invitation_created_by on employee_invitation (gym_id, created_by);
create index employee_invitation_employee on employee_invitation (gym_id, employee_id);
call raise_tenant_wall('employee_invitation');
revoke delete on employee_invitation from spotter_app;
create trigger record_change after insert or update or delete on employee_invitation
  for each row execute function record_change();

-- That work was handed over, as it was asked for: the same again moves nothing twice.
create table hand_over (
  gym_id uuid not null references gym (id),
  id uuid not null default uuidv7(),
  employee_id uuid not null,
  intent text not null,
  -- Employees by the kind of work that they took over.
  takers jsonb not null,
  member_count int not null,
  notification_count int not null,
  checkup_count int not null,
  checklist_count int not null,
  created_at timestamptz not null,
  created_by uuid,
  primary key (gym_id, id),
  foreign key (gym_id, employee_id) references employee (gym_id, id),
  foreign key (gym_id, created_by) references employee (gym_id, id)
);
create index hand_over_employee on hand_over (gym_id, employee_id);
create index hand_over_created_by on hand_over (gym_id, created_by);
call raise_tenant_wall('hand_over');
revoke update, delete on hand_over from spotter_app;
create trigger record_change after insert or update or delete on hand_over for each row execute function record_change();

-- What stands behind a link, before a gym is known: for whoever holds it.
create function employee_invitation_behind(hash bytea, at timestamptz) returns table (
  gym_name text, locale text, first_name text, last_name text, email text, role text, expires_at timestamptz,
  is_accepted boolean, has_account boolean
) language sql stable security definer set search_path = public, pg_temp as $$
  select g.name, g.locale, i.first_name, i.last_name, i.email, i.role, i.expires_at, i.accepted_at is not null,
         exists (select from account a where a.email = i.email)
    from employee_invitation i join gym g on g.id = i.gym_id
   where i.token_hash = hash and i.revoked_at is null and (i.accepted_at is not null or i.expires_at > at)
$$;

-- Makes the one who holds the link an employee: with the account of that e-mail, which they have proved to be theirs, or
-- with a new one. An employee of that e-mail who could not sign in until now, can.
create function accept_employee_invitation(hash bytea, at timestamptz, proved_account uuid, new_password_hash text, request text)
returns table (outcome text, login uuid) language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  invitation employee_invitation;
  colleague uuid;
  is_new boolean;
begin
  select * into invitation from employee_invitation i where i.token_hash = hash for update;
  if invitation.id is null or invitation.revoked_at is not null then return query select 'GONE', null::uuid; return; end if;
  if invitation.accepted_at is not null then return query select 'ACCEPTED_BEFORE', null::uuid; return; end if;
  if invitation.expires_at <= at then return query select 'GONE', null::uuid; return; end if;
  select a.id into login from account a where a.id = proved_account and a.email = invitation.email;
  if login is null then
    insert into account as a (email, password_hash, created_at) values (invitation.email, new_password_hash, at)
      on conflict do nothing returning a.id into login;
    if login is null then return query select 'ACCOUNT_EXISTS', null::uuid; return; end if;
  end if;
  select e.id into colleague from employee e
   where e.gym_id = invitation.gym_id and lower(e.email) = invitation.email and e.account_id is null and e.archived_at is null
   order by e.created_at, e.id limit 1 for update;
  is_new := colleague is null;
  colleague := coalesce(colleague, uuidv7());
  -- Whose doing it is, for the audit trail.
  perform set_config('app.account_id', login::text, true), set_config('app.employee_id', colleague::text, true),
    set_config('app.request_id', request, true);
  begin
    if is_new then
      insert into employee (gym_id, id, account_id, first_name, last_name, email, role, created_at)
      values (invitation.gym_id, colleague, login, invitation.first_name, invitation.last_name, invitation.email, invitation.role, at);
    else
      update employee e set account_id = login, role = invitation.role where e.gym_id = invitation.gym_id and e.id = colleague;
    end if;
  exception when unique_violation then
    return query select 'EMPLOYED_ALREADY', null::uuid; return;
  end;
  update employee_invitation i set accepted_at = at, employee_id = colleague
   where i.gym_id = invitation.gym_id and i.id = invitation.id;
  return query select 'ACCEPTED', login;
end $$;

-- The login sessions of who no longer works at the transaction's gym.
create function end_employee_sessions(wanted uuid, at timestamptz) returns int
language sql volatile security definer set search_path = public, pg_temp as $$
  with ended as (
    update login_session s set revoked_at = at from employee e
     where e.gym_id = (select current_gym()) and e.id = wanted and e.archived_at is not null
       and s.account_id = e.account_id and s.revoked_at is null
    returning 1)
  select count(*)::int from ended
$$;

revoke execute on function employee_invitation_behind, accept_employee_invitation, end_employee_sessions from public;
grant execute on function employee_invitation_behind, accept_employee_invitation, end_employee_sessions to spotter_app;
