-- Tenancy, accounts, gyms, staff and members.
-- Run by the owner of the database; the application itself works as the unprivileged role spotter_app.

create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- The gym of the running transaction, null when none is set. Policies wrap it in a sub-select, so that it is read
-- and cast once a statement instead of once a row.
create function current_gym() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.gym_id', true), '')::uuid;

create function current_account() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.account_id', true), '')::uuid;

-- Text as people search it: lower case, no diacritics. Declared immutable, since the dictionary ships with the server.
create function fold(input text) returns text language sql immutable parallel safe strict
  return lower(public.unaccent('public.unaccent'::regdictionary, input));

-- The tenant wall for one table: row-level security, enabled and forced. The owner keeps a policy of its own for
-- migrations and for the two look-ups that run before a gym is known.
create procedure raise_tenant_wall(wall regclass, gym_column text default 'gym_id') language plpgsql as $$
begin
  execute format('alter table %s enable row level security', wall);
  execute format('alter table %s force row level security', wall);
  execute format(
    'create policy tenant on %s to spotter_app using (%I = (select current_gym())) with check (%I = (select current_gym()))',
    wall, gym_column, gym_column);
  execute format('create policy owner on %s to %I using (true) with check (true)', wall, current_user);
  execute format('grant select, insert, update, delete on %s to spotter_app', wall);
end $$;

create table gym (
  id uuid primary key default uuidv7(),
  name text not null,
  time_zone text not null default 'Europe/Amsterdam',
  currency char(3) not null default 'EUR',
  country char(2) not null default 'NL',
  locale text not null default 'nl' check (locale in ('nl', 'en')),
  legal_name text,
  legal_address text,
  vat_number text,
  new_member_days int not null default 30 check (new_member_days between 0 and 365),
  trend_recent_weeks int not null default 4 check (trend_recent_weeks between 1 and 12),
  trend_earlier_weeks int not null default 8 check (trend_earlier_weeks between 1 and 26),
  trend_minimum_visits numeric(4, 2) not null default 0.5,
  trend_minimum_percent int not null default 20,
  attachment_file_limit_bytes bigint not null default 10 * 1024 * 1024,
  attachment_member_limit_bytes bigint not null default 50 * 1024 * 1024,
  payment_collection text not null default 'SEPA' check (payment_collection in ('SEPA', 'STRIPE')),
  created_at timestamptz not null default now()
);
call raise_tenant_wall('gym', 'id');

-- A login. It belongs to no gym: one person may work at one and train at another.
create table account (
  id uuid primary key default uuidv7(),
  email text not null check (email = lower(email)),
  password_hash text not null,
  locale text check (locale in ('nl', 'en')),
  created_at timestamptz not null default now(),
  disabled_at timestamptz
);
create unique index account_email on account (email);
alter table account enable row level security;
alter table account force row level security;
create policy own on account to spotter_app using (id = (select current_account()));
do $$ begin execute format('create policy owner on account to %I using (true) with check (true)', current_user); end $$;
grant select, update on account to spotter_app;

create table employee (
  gym_id uuid not null references gym (id),
  id uuid not null default uuidv7(),
  account_id uuid references account (id),
  first_name text not null,
  particle text,
  last_name text not null,
  full_name text generated always as (first_name || coalesce(' ' || particle, '') || ' ' || last_name) stored,
  email text not null,
  role text not null check (role in ('EMPLOYEE', 'ADMIN')),
  created_at timestamptz not null default now(),
  archived_at timestamptz,
  primary key (gym_id, id)
);
create unique index employee_account on employee (account_id);
call raise_tenant_wall('employee');

create table member (
  gym_id uuid not null references gym (id),
  id uuid not null default uuidv7(),
  member_number int not null,
  account_id uuid references account (id),
  first_name text not null,
  particle text,
  last_name text not null,
  full_name text not null generated always as (first_name || coalesce(' ' || particle, '') || ' ' || last_name) stored,
  birth_date date,
  joined_on date not null,
  email text,
  phone text,
  -- Digits of the phone in international form, without the plus: what a search in any notation is turned into.
  phone_digits text,
  street text,
  house_number text,
  postal_code text,
  city text,
  country char(2),
  employee_id uuid,
  -- Kept by triggers, so that search can order by them from an index: the start of the latest visit, and the day the
  -- last subscription ends (null: none ends, or there is none).
  last_visit_at timestamptz,
  subscribed_until date,
  search_name text not null generated always as (fold(first_name || coalesce(' ' || particle, '') || ' ' || last_name)) stored,
  created_at timestamptz not null default now(),
  primary key (gym_id, id),
  foreign key (gym_id, employee_id) references employee (gym_id, id)
);
create unique index member_number on member (gym_id, member_number);
create unique index member_account on member (account_id, gym_id);
create index member_employee on member (gym_id, employee_id);
create index member_by_name on member (gym_id, fold(last_name), fold(first_name), id);
create index member_by_joined on member (gym_id, joined_on, id);
create index member_by_last_visit on member (gym_id, last_visit_at desc nulls last, id);
create index member_email on member (gym_id, lower(email) text_pattern_ops);
create index member_phone on member (gym_id, phone_digits text_pattern_ops);
create index member_search on member using gin (search_name gin_trgm_ops);
call raise_tenant_wall('member');

create table tag (
  gym_id uuid not null references gym (id),
  id uuid not null default uuidv7(),
  name text not null check (length(name) between 1 and 40),
  color text not null check (color ~ '^#[0-9a-f]{6}$'),
  created_at timestamptz not null default now(),
  archived_at timestamptz,
  primary key (gym_id, id)
);
create unique index tag_name on tag (gym_id, lower(name)) where archived_at is null;
call raise_tenant_wall('tag');

create table member_tag (
  gym_id uuid not null references gym (id),
  member_id uuid not null,
  tag_id uuid not null,
  added_at timestamptz not null default now(),
  added_by uuid,
  primary key (gym_id, member_id, tag_id),
  foreign key (gym_id, member_id) references member (gym_id, id),
  foreign key (gym_id, tag_id) references tag (gym_id, id),
  foreign key (gym_id, added_by) references employee (gym_id, id)
);
create index member_tag_tag on member_tag (gym_id, tag_id);
create index member_tag_added_by on member_tag (gym_id, added_by);
call raise_tenant_wall('member_tag');

create table notification (
  gym_id uuid not null references gym (id),
  id uuid not null default uuidv7(),
  member_id uuid not null,
  kind text not null check (kind in ('CUSTOM', 'BIRTHDAY', 'ABSENCE', 'DOWNWARD_TREND', 'CHECKUP_DUE', 'NO_EMPLOYEE',
    'SUBSCRIPTION_ENDING', 'PAYMENT_FAILED')),
  message text not null check (length(message) between 1 and 500),
  due_on date not null,
  -- What an automatic notification is about, e.g. the birthday's date; null for a custom one.
  occurrence text,
  created_at timestamptz not null default now(),
  created_by uuid,
  completed_at timestamptz,
  completed_by uuid,
  primary key (gym_id, id),
  foreign key (gym_id, member_id) references member (gym_id, id),
  foreign key (gym_id, created_by) references employee (gym_id, id),
  foreign key (gym_id, completed_by) references employee (gym_id, id),
  check ((kind = 'CUSTOM') = (occurrence is null))
);
create index notification_open on notification (gym_id, member_id, due_on, id) where completed_at is null;
create index notification_member on notification (gym_id, member_id, created_at desc, id desc);
create index notification_created_by on notification (gym_id, created_by);
create index notification_completed_by on notification (gym_id, completed_by);
create unique index notification_occurrence on notification (gym_id, member_id, kind, occurrence) where occurrence is not null;
call raise_tenant_wall('notification');
