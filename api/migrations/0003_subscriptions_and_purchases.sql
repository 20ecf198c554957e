-- Subscription types, subscriptions, mandates, shop and purchases. Money is integer cents; VAT rates are basis points.

create table subscription_type (
  gym_id uuid not null references gym (id),
  id uuid not null default uuidv7(),
  name text not null,
  description text,
  is_recurring boolean not null,
  is_visible_to_members boolean not null default true,
  is_experience_required boolean not null default false,
  price_cents int not null check (price_cents >= 0),
  yearly_price_cents int check (yearly_price_cents >= 0),
  vat_rate_bp int not null default 900 check (vat_rate_bp between 0 and 10000),
  -- Recurring: sessions per ISO week. One-off: credits. Null: no limit.
  session_limit int check (session_limit > 0),
  validity_days int check (validity_days > 0),
  archived_at timestamptz,
  primary key (gym_id, id)
);
call raise_tenant_wall('subscription_type');

create table subscription_type_session_type (
  gym_id uuid not null references gym (id),
  subscription_type_id uuid not null,
  session_type_id uuid not null,
  primary key (gym_id, subscription_type_id, session_type_id),
  foreign key (gym_id, subscription_type_id) references subscription_type (gym_id, id),
  foreign key (gym_id, session_type_id) references session_type (gym_id, id)
);
create index subscription_type_session_type_session_type on subscription_type_session_type (gym_id, session_type_id);
call raise_tenant_wall('subscription_type_session_type');

create table subscription_type_calendar (
  gym_id uuid not null references gym (id),
  subscription_type_id uuid not null,
  calendar_id uuid not null,
  primary key (gym_id, subscription_type_id, calendar_id),
  foreign key (gym_id, subscription_type_id) references subscription_type (gym_id, id),
  foreign key (gym_id, calendar_id) references calendar (gym_id, id)
);
create index subscription_type_calendar_calendar on subscription_type_calendar (gym_id, calendar_id);
call raise_tenant_wall('subscription_type_calendar');

-- One member's contract. A change from the next period is a second row that replaces the first on the day it starts.
create table subscription (
  gym_id uuid not null references gym (id),
  id uuid not null default uuidv7(),
  member_id uuid not null,
  subscription_type_id uuid not null,
  starts_on date not null,
  ends_on date,
  price_cents int not null check (price_cents >= 0),
  currency char(3) not null,
  cancelled_at timestamptz,
  replaces_subscription_id uuid,
  created_at timestamptz not null default now(),
  primary key (gym_id, id),
  foreign key (gym_id, member_id) references member (gym_id, id),
  foreign key (gym_id, subscription_type_id) references subscription_type (gym_id, id),
  foreign key (gym_id, replaces_subscription_id) references subscription (gym_id, id),
  check (ends_on is null or ends_on >= starts_on)
);
create index subscription_of_member on subscription (gym_id, member_id, starts_on);
create index subscription_type_of on subscription (gym_id, subscription_type_id);
create index subscription_replaces on subscription (gym_id, replaces_subscription_id);
call raise_tenant_wall('subscription');

create table subscription_session_type (
  gym_id uuid not null references gym (id),
  subscription_id uuid not null,
  session_type_id uuid not null,
  primary key (gym_id, subscription_id, session_type_id),
  foreign key (gym_id, subscription_id) references subscription (gym_id, id),
  foreign key (gym_id, session_type_id) references session_type (gym_id, id)
);
create index subscription_session_type_session_type on subscription_session_type (gym_id, session_type_id);
call raise_tenant_wall('subscription_session_type');

create table subscription_calendar (
  gym_id uuid not null references gym (id),
  subscription_id uuid not null,
  calendar_id uuid not null,
  primary key (gym_id, subscription_id, calendar_id),
  foreign key (gym_id, subscription_id) references subscription (gym_id, id),
  foreign key (gym_id, calendar_id) references calendar (gym_id, id)
);
create index subscription_calendar_calendar on subscription_calendar (gym_id, calendar_id);
call raise_tenant_wall('subscription_calendar');

-- member.subscribed_until: null while a subscription runs without an end (or none was ever made), else the last end.
create function keep_subscribed_until() returns trigger language plpgsql as $$
begin
  update member m
     set subscribed_until = (select case when bool_or(s.ends_on is null) then null else max(s.ends_on) end
                               from subscription s where s.gym_id = m.gym_id and s.member_id = m.id)
   where m.gym_id = coalesce(new.gym_id, old.gym_id) and m.id = coalesce(new.member_id, old.member_id);
  return null;
end $$;
create trigger keep_subscribed_until after insert or update or delete on subscription
  for each row execute function keep_subscribed_until();

create table mandate (
  gym_id uuid not null references gym (id),
  id uuid not null default uuidv7(),
  member_id uuid not null,
  reference text not null check (length(reference) between 1 and 35),
  holder text not null,
  iban text not null,
  signed_on date not null,
  revoked_at timestamptz,
  primary key (gym_id, id),
  foreign key (gym_id, member_id) references member (gym_id, id)
);
create index mandate_member on mandate (gym_id, member_id);
create unique index mandate_reference on mandate (gym_id, reference);
call raise_tenant_wall('mandate');

create table shop_category (
  gym_id uuid not null references gym (id),
  id uuid not null default uuidv7(),
  name text not null,
  position int not null default 0,
  archived_at timestamptz,
  primary key (gym_id, id)
);
call raise_tenant_wall('shop_category');

create table shop_item (
  gym_id uuid not null references gym (id),
  id uuid not null default uuidv7(),
  shop_category_id uuid not null,
  name text not null,
  description text,
  price_cents int not null check (price_cents >= 0),
  vat_rate_bp int not null check (vat_rate_bp between 0 and 10000),
  is_favourite boolean not null default false,
  archived_at timestamptz,
  primary key (gym_id, id),
  foreign key (gym_id, shop_category_id) references shop_category (gym_id, id)
);
create index shop_item_category on shop_item (gym_id, shop_category_id);
call raise_tenant_wall('shop_item');

create table purchase (
  gym_id uuid not null references gym (id),
  id uuid not null default uuidv7(),
  member_id uuid not null,
  kind text not null check (kind in ('SHOP', 'SINGLE_SESSION', 'SUBSCRIPTION')),
  description text not null,
  quantity int not null default 1 check (quantity > 0),
  unit_price_cents int not null,
  total_cents int not null,
  vat_rate_bp int not null check (vat_rate_bp between 0 and 10000),
  vat_cents int not null,
  currency char(3) not null,
  purchased_at timestamptz not null,
  status text not null default 'OPEN' check (status in ('OPEN', 'PENDING', 'PAID', 'CANCELLED', 'REFUNDED')),
  paid_at timestamptz,
  shop_item_id uuid,
  subscription_id uuid,
  session_id uuid,
  -- First day of the period that a recurring line charges.
  period_starts_on date,
  idempotency_key text,
  created_by uuid,
  primary key (gym_id, id),
  foreign key (gym_id, member_id) references member (gym_id, id),
  foreign key (gym_id, shop_item_id) references shop_item (gym_id, id),
  foreign key (gym_id, subscription_id) references subscription (gym_id, id),
  foreign key (gym_id, session_id) references session (gym_id, id),
  foreign key (gym_id, created_by) references employee (gym_id, id),
  check (total_cents = quantity * unit_price_cents),
  check (status <> 'PAID' or paid_at is not null)
);
create index purchase_of_member on purchase (gym_id, member_id, purchased_at desc, id desc);
create unique index purchase_once_per_period on purchase (gym_id, subscription_id, period_starts_on) where period_starts_on is not null;
create unique index purchase_idempotency on purchase (gym_id, idempotency_key) where idempotency_key is not null;
create index purchase_subscription on purchase (gym_id, subscription_id);
create index purchase_shop_item on purchase (gym_id, shop_item_id);
create index purchase_session on purchase (gym_id, session_id);
create index purchase_created_by on purchase (gym_id, created_by);
call raise_tenant_wall('purchase');
revoke delete on purchase from spotter_app;
