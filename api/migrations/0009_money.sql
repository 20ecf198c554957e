-- Terms of a subscription, the states of a purchase in exact words, and the ledger of payments.

-- Backfilling is no change that anybody made.
alter table subscription disable trigger user;
alter table purchase disable trigger user;

alter table subscription_type
  -- Months before which the contract cannot be ended; 0: none. Dutch law lets it run on with at most one month's notice.
  add first_term_months int not null default 0 check (first_term_months between 0 and 24);

alter table subscription
  add billing text check (billing in ('MONTHLY', 'YEARLY', 'ONCE')),
  add vat_rate_bp int check (vat_rate_bp between 0 and 10000),
  -- As of the type, and changed for this contract alone. Recurring: sessions per ISO week. One-off: credits.
  add session_limit int check (session_limit > 0),
  add first_term_ends_on date,
  -- Taken back before it took effect: it never counted, and stays for the record.
  add voided_at timestamptz;
update subscription s
   set billing = case when not t.is_recurring then 'ONCE' when s.price_cents = t.yearly_price_cents then 'YEARLY' else 'MONTHLY' end,
       vat_rate_bp = t.vat_rate_bp, session_limit = t.session_limit
  from subscription_type t where t.gym_id = s.gym_id and t.id = s.subscription_type_id;
alter table subscription
  alter billing set not null, alter billing set default 'MONTHLY',
  alter vat_rate_bp set not null, alter vat_rate_bp set default 900;

create or replace function keep_subscribed_until() returns trigger language plpgsql as $$
begin
  update member m
     set subscribed_until = (select case when bool_or(s.ends_on is null) then null else max(s.ends_on) end
                               from subscription s where s.gym_id = m.gym_id and s.member_id = m.id and s.voided_at is null)
   where m.gym_id = coalesce(new.gym_id, old.gym_id) and m.id = coalesce(new.member_id, old.member_id);
  return null;
end $$;

alter table purchase
  drop constraint purchase_status_check,
  add constraint purchase_status_check
    check (status in ('OPEN', 'PENDING', 'PAID', 'FAILED', 'RETURNED', 'CANCELLED', 'REFUNDED')),
  -- Why it failed or came back: a code of the bank (AM04) or of Stripe (card_declined).
  add status_reason text check (length(status_reason) between 1 and 100),
  -- How it is to be paid, decided when it is made: on the account that SEPA collects, with the member's next Stripe
  -- invoice, or at once by a Stripe checkout.
  add payment_method text not null default 'ACCOUNT' check (payment_method in ('ACCOUNT', 'STRIPE_INVOICE', 'STRIPE_CHECKOUT')),
  add period_ends_on date,
  -- A counter-line: it takes back the line it names, or a part of it.
  add corrects_purchase_id uuid,
  add foreign key (gym_id, corrects_purchase_id) references purchase (gym_id, id),
  add constraint purchase_period check (period_ends_on is null or period_ends_on >= period_starts_on),
  add constraint purchase_correction check (corrects_purchase_id is null or total_cents <= 0);
create index purchase_corrects on purchase (gym_id, corrects_purchase_id);
-- What is still to be collected, whoever asks for it: pre-flight, dunning, revenue.
create index purchase_unpaid on purchase (gym_id, purchased_at) where status in ('OPEN', 'PENDING', 'FAILED', 'RETURNED');
create index purchase_by_month on purchase (gym_id, purchased_at);

-- Money that moved for a purchase: in (positive) or back (negative). Append-only; what is paid of a line is their sum.
create table payment (
  gym_id uuid not null references gym (id),
  id uuid not null default uuidv7(),
  member_id uuid not null,
  purchase_id uuid not null,
  -- RETURN: the bank took a direct debit back. DISPUTE: a card payment was.
  kind text not null check (kind in ('PAYMENT', 'REFUND', 'RETURN', 'DISPUTE')),
  method text not null check (method in ('SEPA', 'STRIPE', 'DESK')),
  amount_cents int not null,
  currency char(3) not null,
  -- Where it can be looked up: the end-to-end id of a collection, Stripe's payment intent, a receipt.
  reference text not null check (length(reference) between 1 and 255),
  happened_at timestamptz not null,
  created_by uuid,
  primary key (gym_id, id),
  foreign key (gym_id, member_id) references member (gym_id, id),
  foreign key (gym_id, purchase_id) references purchase (gym_id, id),
  foreign key (gym_id, created_by) references employee (gym_id, id)
);
create index payment_member on payment (gym_id, member_id);
create index payment_created_by on payment (gym_id, created_by);
-- The same event told twice moves money once.
create unique index payment_once on payment (gym_id, purchase_id, kind, reference);
create index payment_happened on payment (gym_id, happened_at);
call raise_tenant_wall('payment');
revoke update, delete on payment from spotter_app;
create trigger record_change after insert or update or delete on payment for each row execute function record_change();

alter table payment disable trigger user;
insert into payment (gym_id, member_id, purchase_id, kind, method, amount_cents, currency, reference, happened_at)
select p.gym_id, p.member_id, p.id, k.kind, case g.payment_collection when 'SEPA' then 'SEPA' else 'STRIPE' end,
       case k.kind when 'PAYMENT' then p.total_cents else -p.total_cents end, p.currency, 'before-ledger', p.paid_at
  from purchase p join gym g on g.id = p.gym_id
  cross join (values ('PAYMENT'), ('REFUND')) k (kind)
 where (p.status = 'PAID' and k.kind = 'PAYMENT') or (p.status = 'REFUNDED' and p.paid_at is not null);
-- There were no batches and no Stripe yet that a payment could have been under way with.
update purchase set status = 'OPEN' where status = 'PENDING';
alter table payment enable trigger user;
alter table subscription enable trigger user;
alter table purchase enable trigger user;
