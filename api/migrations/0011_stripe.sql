-- Stripe: a gym's connected account, its customers, checkouts, invoice items, refunds, the inbox of events, and differences.

-- What a gym is connected to. A row stays when the gym disconnects: what was paid through it can still be looked up.
create table stripe_account (
  gym_id uuid not null references gym (id),
  id uuid not null default uuidv7(),
  -- acct_…; null until Stripe has answered the call that makes it. The call repeats under this row's id.
  account_id text check (length(account_id) between 1 and 255),
  mode text not null check (mode in ('TEST', 'LIVE')),
  charges_enabled boolean not null default false,
  payouts_enabled boolean not null default false,
  details_submitted boolean not null default false,
  -- What Stripe still asks of the gym, in Stripe's own words: external_account, individual.id_number.
  requirements text[] not null default '{}',
  disabled_reason text,
  -- When Stripe was last asked about it; an answer older than this is not written over it.
  checked_at timestamptz,
  webhook_secret_sealed text,
  webhook_secret_set_at timestamptz,
  -- The product at Stripe that the subscription without a price of its own stands on.
  consumables_product_id text,
  reconciled_at timestamptz,
  connected_at timestamptz not null,
  connected_by uuid,
  disconnected_at timestamptz,
  primary key (gym_id, id),
  foreign key (gym_id, connected_by) references employee (gym_id, id)
);
create index stripe_account_connected_by on stripe_account (gym_id, connected_by);
create unique index stripe_account_current on stripe_account (gym_id) where disconnected_at is null;
-- One account collects for one gym: an event of it can never be about another's members.
create unique index stripe_account_once on stripe_account (account_id) where disconnected_at is null;
call raise_tenant_wall('stripe_account');
revoke delete on stripe_account from spotter_app;

-- A member at Stripe: one current row per member, under the account that is connected.
create table stripe_customer (
  gym_id uuid not null references gym (id),
  -- Idempotency key of the call that makes the customer.
  id uuid not null default uuidv7(),
  member_id uuid not null,
  stripe_account_id uuid not null,
  -- Of the account that the gym is connected to; the others are what was.
  is_current boolean not null default true,
  -- cus_…; null until Stripe has answered.
  customer_id text check (length(customer_id) between 1 and 255),
  has_payment_method boolean not null default false,
  -- As people recognise it: visa •••• 4242.
  payment_method_label text,
  consumables_subscription_id text,
  -- STARTING: asked of Stripe, not answered yet. PAST_DUE: its last invoice was not paid. Null: never had one.
  consumables_status text check (consumables_status in ('STARTING', 'ACTIVE', 'PAST_DUE', 'ENDED')),
  -- Idempotency key of the call that starts it.
  consumables_key uuid,
  consumables_asked_at timestamptz,
  checked_at timestamptz,
  primary key (gym_id, id),
  foreign key (gym_id, member_id) references member (gym_id, id),
  foreign key (gym_id, stripe_account_id) references stripe_account (gym_id, id)
);
create unique index stripe_customer_current on stripe_customer (gym_id, member_id) where is_current;
create index stripe_customer_member on stripe_customer (gym_id, member_id);
create unique index stripe_customer_once on stripe_customer (gym_id, stripe_account_id, member_id);
create index stripe_customer_by_id on stripe_customer (gym_id, customer_id);
call raise_tenant_wall('stripe_customer');
revoke delete on stripe_customer from spotter_app;
create trigger record_change after insert or update or delete on stripe_customer for each row execute function record_change();

-- A page at Stripe on which a member pays open lines, or leaves a payment method for later.
create table checkout (
  gym_id uuid not null references gym (id),
  -- Idempotency key of the call that opens the session.
  id uuid not null,
  member_id uuid not null,
  stripe_account_id uuid not null,
  kind text not null check (kind in ('PAYMENT', 'SETUP')),
  -- Of our own short address, /p/<code>. Nobody guesses it.
  short_code text not null check (length(short_code) between 16 and 64),
  -- STARTING: Stripe has not answered yet. PROCESSING: done on the page, the money is still on its way (a delayed method).
  -- SAVED: of a SETUP, the payment method is there.
  status text not null check (status in ('STARTING', 'WAITING', 'PROCESSING', 'PAID', 'SAVED', 'EXPIRED', 'CANCELLED', 'FAILED')),
  -- Of what failed, or of the last attempt on the page: card_declined.
  reason text check (length(reason) between 1 and 100),
  amount_cents int not null check (amount_cents >= 0),
  currency char(3) not null,
  session_id text,
  session_url text,
  payment_intent_id text,
  created_at timestamptz not null,
  created_by uuid,
  expires_at timestamptz not null,
  -- Asked by staff; it is CANCELLED once Stripe has closed the page.
  cancel_asked_at timestamptz,
  ended_at timestamptz,
  checked_at timestamptz,
  primary key (gym_id, id),
  foreign key (gym_id, member_id) references member (gym_id, id),
  foreign key (gym_id, stripe_account_id) references stripe_account (gym_id, id),
  foreign key (gym_id, created_by) references employee (gym_id, id),
  constraint checkout_ended check ((status in ('STARTING', 'WAITING', 'PROCESSING')) = (ended_at is null))
);
create index checkout_member on checkout (gym_id, member_id, created_at desc);
create index checkout_account on checkout (gym_id, stripe_account_id);
create index checkout_created_by on checkout (gym_id, created_by);
create unique index checkout_short_code on checkout (short_code);
create unique index checkout_session on checkout (gym_id, session_id);
create unique index checkout_payment_intent on checkout (gym_id, payment_intent_id);
create index checkout_under_way on checkout (gym_id, expires_at) where ended_at is null;
call raise_tenant_wall('checkout');
revoke delete on checkout from spotter_app;
create trigger record_change after insert or update or delete on checkout for each row execute function record_change();

create table checkout_line (
  gym_id uuid not null references gym (id),
  checkout_id uuid not null,
  purchase_id uuid not null,
  amount_cents int not null,
  -- As long as the checkout is under way.
  is_live boolean not null default true,
  primary key (gym_id, checkout_id, purchase_id),
  foreign key (gym_id, checkout_id) references checkout (gym_id, id),
  foreign key (gym_id, purchase_id) references purchase (gym_id, id)
);
create index checkout_line_purchase on checkout_line (gym_id, purchase_id);
-- A line waits in one checkout at a time, whatever code thinks.
create unique index checkout_line_live on checkout_line (gym_id, purchase_id) where is_live;
call raise_tenant_wall('checkout_line');
revoke delete on checkout_line from spotter_app;

-- A line on the member's next invoice at Stripe.
create table stripe_invoice_item (
  gym_id uuid not null references gym (id),
  -- Idempotency key of the call that makes the item.
  id uuid not null default uuidv7(),
  purchase_id uuid not null,
  member_id uuid not null,
  stripe_account_id uuid not null,
  amount_cents int not null,
  currency char(3) not null,
  -- ASKED: Stripe has not answered yet. WAITING: on the next invoice, or on one that is not paid yet. RELEASED: the invoice
  -- was voided or given up. REFUSED: Stripe did not take it.
  status text not null check (status in ('ASKED', 'WAITING', 'PAID', 'RELEASED', 'REFUSED')),
  reason text check (length(reason) between 1 and 100),
  item_id text,
  invoice_id text,
  payment_intent_id text,
  asked_at timestamptz not null,
  ended_at timestamptz,
  primary key (gym_id, id),
  foreign key (gym_id, purchase_id) references purchase (gym_id, id),
  foreign key (gym_id, member_id) references member (gym_id, id),
  foreign key (gym_id, stripe_account_id) references stripe_account (gym_id, id),
  constraint stripe_invoice_item_ended check ((status in ('ASKED', 'WAITING')) = (ended_at is null))
);
create index stripe_invoice_item_member on stripe_invoice_item (gym_id, member_id);
create index stripe_invoice_item_purchase on stripe_invoice_item (gym_id, purchase_id);
create index stripe_invoice_item_account on stripe_invoice_item (gym_id, stripe_account_id);
create unique index stripe_invoice_item_live on stripe_invoice_item (gym_id, purchase_id) where ended_at is null;
create unique index stripe_invoice_item_item on stripe_invoice_item (gym_id, item_id);
create index stripe_invoice_item_invoice on stripe_invoice_item (gym_id, invoice_id);
create index stripe_invoice_item_asked on stripe_invoice_item (gym_id) where status = 'ASKED';
create index stripe_invoice_item_payment_intent on stripe_invoice_item (gym_id, payment_intent_id);
call raise_tenant_wall('stripe_invoice_item');
revoke delete on stripe_invoice_item from spotter_app;
create trigger record_change after insert or update or delete on stripe_invoice_item for each row execute function record_change();

-- Money that an Admin sends back to who paid a line.
create table stripe_refund (
  gym_id uuid not null references gym (id),
  -- Idempotency key of the call.
  id uuid not null,
  purchase_id uuid not null,
  member_id uuid not null,
  stripe_account_id uuid not null,
  payment_intent_id text not null,
  amount_cents int not null check (amount_cents > 0),
  currency char(3) not null,
  status text not null check (status in ('ASKED', 'PENDING', 'DONE', 'FAILED')),
  reason text check (length(reason) between 1 and 100),
  -- re_…; null until Stripe has answered.
  refund_id text,
  asked_at timestamptz not null,
  asked_by uuid,
  ended_at timestamptz,
  primary key (gym_id, id),
  foreign key (gym_id, purchase_id) references purchase (gym_id, id),
  foreign key (gym_id, member_id) references member (gym_id, id),
  foreign key (gym_id, stripe_account_id) references stripe_account (gym_id, id),
  foreign key (gym_id, asked_by) references employee (gym_id, id),
  constraint stripe_refund_ended check ((status in ('ASKED', 'PENDING')) = (ended_at is null))
);
create index stripe_refund_member on stripe_refund (gym_id, member_id);
create index stripe_refund_account on stripe_refund (gym_id, stripe_account_id);
create index stripe_refund_asked_by on stripe_refund (gym_id, asked_by);
create index stripe_refund_purchase on stripe_refund (gym_id, purchase_id);
-- Two admins at once refund a line once.
create unique index stripe_refund_live on stripe_refund (gym_id, purchase_id) where status <> 'FAILED';
create unique index stripe_refund_id on stripe_refund (gym_id, refund_id);
create index stripe_refund_under_way on stripe_refund (gym_id) where ended_at is null;
call raise_tenant_wall('stripe_refund');
revoke delete on stripe_refund from spotter_app;
create trigger record_change after insert or update or delete on stripe_refund for each row execute function record_change();

-- The inbox: what Stripe told us, each event once and for ever. Its effect and processed_at are one transaction.
create table stripe_event (
  gym_id uuid not null references gym (id),
  id uuid not null default uuidv7(),
  event_id text not null check (length(event_id) between 1 and 255),
  type text not null,
  object_id text,
  -- As it came; emptied after some months, since it names people.
  payload jsonb,
  happened_at timestamptz not null,
  received_at timestamptz not null,
  processed_at timestamptz,
  -- IGNORED: of a kind, or about an object, that is none of ours.
  outcome text check (outcome in ('DONE', 'IGNORED')),
  attempts int not null default 0,
  next_attempt_at timestamptz not null,
  error text,
  primary key (gym_id, id),
  constraint stripe_event_outcome check ((processed_at is null) = (outcome is null))
);
create unique index stripe_event_once on stripe_event (gym_id, event_id);
create index stripe_event_due on stripe_event (gym_id, next_attempt_at) where processed_at is null;
create index stripe_event_received on stripe_event (gym_id, received_at desc);
call raise_tenant_wall('stripe_event');
revoke delete on stripe_event from spotter_app;

-- Where our books and Stripe's do not agree, and nothing repairs it by itself.
create table stripe_difference (
  gym_id uuid not null references gym (id),
  id uuid not null default uuidv7(),
  kind text not null check (kind in ('PAID_TWICE', 'AMOUNT_DIFFERS', 'UNKNOWN_PAYMENT', 'REFUND_UNASSIGNED', 'REFUND_FAILED',
    'MISSING_AT_STRIPE', 'NOT_PAID_AT_STRIPE')),
  -- The object at Stripe: pi_…, re_…, in_…
  object_id text not null check (length(object_id) between 1 and 255),
  member_id uuid,
  purchase_id uuid,
  ours_cents int,
  theirs_cents int,
  currency char(3) not null,
  found_at timestamptz not null,
  seen_at timestamptz not null,
  resolved_at timestamptz,
  resolved_by uuid,
  primary key (gym_id, id),
  foreign key (gym_id, member_id) references member (gym_id, id),
  foreign key (gym_id, purchase_id) references purchase (gym_id, id),
  foreign key (gym_id, resolved_by) references employee (gym_id, id)
);
create index stripe_difference_member on stripe_difference (gym_id, member_id);
create index stripe_difference_purchase on stripe_difference (gym_id, purchase_id);
create index stripe_difference_resolved_by on stripe_difference (gym_id, resolved_by);
create unique index stripe_difference_once on stripe_difference (gym_id, kind, object_id, coalesce(purchase_id, gym_id));
call raise_tenant_wall('stripe_difference');
revoke delete on stripe_difference from spotter_app;

-- Sealed or not, a secret is nothing to write down; and whoever may read the trail need not learn where a page is.
do $$ begin
  execute replace(pg_get_functiondef('record_change()'::regprocedure), '''storage_key''',
    '''storage_key'', ''webhook_secret_sealed'', ''short_code'', ''session_url'', ''checked_at''');
end $$;
create trigger record_change after insert or update or delete on stripe_account for each row execute function record_change();
create trigger record_change after insert or update or delete on stripe_difference for each row execute function record_change();

-- What stands behind a short address, before a gym is known: nothing that says who pays, or what.
create function checkout_behind(wanted text) returns table (gym_id uuid, checkout_id uuid, status text, session_url text, expires_at timestamptz, locale text)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.gym_id, c.id, c.status, c.session_url, c.expires_at, g.locale
    from checkout c join gym g on g.id = c.gym_id where c.short_code = wanted
$$;

-- The gyms in which something of Stripe is due: events to work off, calls to repeat, pages and lines to look after.
create function gyms_with_stripe_work(at timestamptz) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select gym_id from stripe_event where processed_at is null and next_attempt_at <= at
  union select gym_id from checkout where ended_at is null
  union select gym_id from stripe_invoice_item where status = 'ASKED'
  union select gym_id from stripe_refund where ended_at is null
  union select gym_id from stripe_customer where consumables_status = 'STARTING' and is_current
  union select a.gym_id from stripe_account a
   where a.disconnected_at is null and exists (select from purchase p where p.gym_id = a.gym_id
     and p.payment_method = 'STRIPE_INVOICE' and p.status = 'OPEN')
$$;

create function gyms_with_stripe() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select gym_id from stripe_account where disconnected_at is null and account_id is not null
$$;

revoke execute on function checkout_behind, gyms_with_stripe_work, gyms_with_stripe from public;
grant execute on function checkout_behind, gyms_with_stripe_work, gyms_with_stripe to spotter_app;
