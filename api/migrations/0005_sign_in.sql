-- Login sessions, API tokens, sign-in throttling and the two look-ups that say who is asking before a gym is known.

create table login_session (
  id uuid primary key default uuidv7(),
  account_id uuid not null references account (id),
  token_hash bytea not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  last_seen_at timestamptz,
  revoked_at timestamptz
);
create unique index login_session_token on login_session (token_hash);
create index login_session_account on login_session (account_id);
alter table login_session enable row level security;
alter table login_session force row level security;
create policy own on login_session to spotter_app
  using (account_id = (select current_account())) with check (account_id = (select current_account()));
do $$ begin execute format('create policy owner on login_session to %I using (true) with check (true)', current_user); end $$;
grant select, insert, update on login_session to spotter_app;

create table api_token (
  gym_id uuid not null references gym (id),
  id uuid not null default uuidv7(),
  employee_id uuid not null,
  name text not null check (length(name) between 1 and 60),
  token_hash bytea not null,
  -- The first characters, shown so that people can tell their tokens apart.
  prefix text not null,
  scope text not null check (scope in ('READ', 'WRITE')),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (gym_id, id),
  foreign key (gym_id, employee_id) references employee (gym_id, id)
);
create unique index api_token_hash on api_token (token_hash);
create index api_token_employee on api_token (gym_id, employee_id);
call raise_tenant_wall('api_token');
revoke delete on api_token from spotter_app;

-- Keys are hashes of "account:<e-mail>" or "address:<network>"; of no gym. Rows are swept when their window has ended.
create table sign_in_throttle (
  key_hash bytea primary key,
  attempts int not null,
  window_ends_at timestamptz not null
);
grant select, insert, update, delete on sign_in_throttle to spotter_app;

-- Who an account is: an employee before a member, the oldest first. Run by the owner, since no gym is set yet.
create type viewer_seat as (
  account_id uuid, gym_id uuid, employee_id uuid, member_id uuid, role text, time_zone text, locale text
);

create function seat_of_account(wanted uuid) returns setof viewer_seat
language sql stable security definer set search_path = public, pg_temp as $$
  select a.id, g.id, e.id, null::uuid, e.role, g.time_zone, coalesce(a.locale, g.locale)
    from account a join employee e on e.account_id = a.id join gym g on g.id = e.gym_id
   where a.id = wanted and a.disabled_at is null and e.archived_at is null
  union all
  (select a.id, g.id, null::uuid, m.id, null, g.time_zone, coalesce(a.locale, g.locale)
     from account a join member m on m.account_id = a.id join gym g on g.id = m.gym_id
    where a.id = wanted and a.disabled_at is null
    order by m.created_at limit 1)
  limit 1
$$;

create function session_viewer(hash bytea, at timestamptz) returns table (
  session_id uuid, last_seen_at timestamptz,
  account_id uuid, gym_id uuid, employee_id uuid, member_id uuid, role text, time_zone text, locale text
) language sql stable security definer set search_path = public, pg_temp as $$
  select s.id, s.last_seen_at, v.* from login_session s, lateral seat_of_account(s.account_id) v
   where s.token_hash = hash and s.revoked_at is null and s.expires_at > at
$$;

create function token_viewer(hash bytea, at timestamptz) returns table (
  token_id uuid, last_seen_at timestamptz, scope text,
  account_id uuid, gym_id uuid, employee_id uuid, member_id uuid, role text, time_zone text, locale text
) language sql stable security definer set search_path = public, pg_temp as $$
  select t.id, t.last_used_at, t.scope, e.account_id, g.id, e.id, null::uuid, e.role, g.time_zone, g.locale
    from api_token t
    join employee e on e.gym_id = t.gym_id and e.id = t.employee_id
    join gym g on g.id = t.gym_id
    left join account a on a.id = e.account_id
   where t.token_hash = hash and t.revoked_at is null and t.expires_at > at
     and e.archived_at is null and a.disabled_at is null
$$;

-- The e-mail is compared as it is: whoever asks has lowered it, and counts attempts under exactly this text.
create function account_for_sign_in(wanted_email text) returns table (account_id uuid, password_hash text)
language sql stable security definer set search_path = public, pg_temp as $$
  select id, account.password_hash from account where email = wanted_email and disabled_at is null
$$;

-- Forgets what has run out, of all accounts. API tokens stay: they are shown to their owner, revoked or not.
create function sweep_sign_in(at timestamptz) returns table (session_count bigint, throttle_count bigint)
language sql volatile security definer set search_path = public, pg_temp as $$
  with session as (delete from login_session where expires_at <= at or revoked_at <= at returning 1),
    throttle as (delete from sign_in_throttle where window_ends_at <= at returning 1)
  select (select count(*) from session), (select count(*) from throttle)
$$;

revoke execute on function seat_of_account, session_viewer, token_viewer, account_for_sign_in, sweep_sign_in from public;
grant execute on function session_viewer, token_viewer, account_for_sign_in, seat_of_account, sweep_sign_in to spotter_app;
