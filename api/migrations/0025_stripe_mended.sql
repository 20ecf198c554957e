-- Stripe: lines that no invoice collects any more are paid by QR code, refunds in parts, and more kinds of differences.

alter table stripe_difference drop constraint stripe_difference_kind_check;
alter table stripe_difference add constraint stripe_difference_kind_check
  check (kind in ('PAID_TWICE', 'AMOUNT_DIFFERS', 'CARRIED_OVER', 'UNKNOWN_PAYMENT', 'REFUND_UNASSIGNED', 'REFUND_FAILED',
    'DISPUTE_UNBOOKED', 'MISSING_AT_STRIPE', 'NOT_PAID_AT_STRIPE'));

-- What is left after a refund can be given back by another one; of two at once there is one.
drop index stripe_refund_live;
create unique index stripe_refund_live on stripe_refund (gym_id, purchase_id) where ended_at is null;

-- Stripe has made its last attempt at the invoice: nobody collects it any more.
alter table stripe_invoice_item add given_up_at timestamptz;
create index stripe_invoice_item_given_up on stripe_invoice_item (gym_id) where ended_at is null and given_up_at is not null;

-- Lines whose item ended without being paid wait for no invoice: they are paid by QR code.
alter table purchase disable trigger user;
update purchase p set payment_method = 'STRIPE_CHECKOUT'
 where p.payment_method = 'STRIPE_INVOICE' and p.status in ('OPEN', 'FAILED', 'RETURNED')
   and exists (select from stripe_invoice_item i where i.gym_id = p.gym_id and i.purchase_id = p.id)
   and not exists (select from stripe_invoice_item i where i.gym_id = p.gym_id and i.purchase_id = p.id and i.ended_at is null);
alter table purchase enable trigger user;

create or replace function gyms_with_stripe_work(at timestamptz) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select gym_id from stripe_event where processed_at is null and next_attempt_at <= at
  union select gym_id from checkout where ended_at is null
  union select gym_id from stripe_invoice_item where status = 'ASKED'
  union select gym_id from stripe_invoice_item where ended_at is null and given_up_at is not null
  union select i.gym_id from stripe_invoice_item i join stripe_customer c
      on c.gym_id = i.gym_id and c.member_id = i.member_id and c.stripe_account_id = i.stripe_account_id
   where i.ended_at is null and c.consumables_status = 'ENDED'
  union select gym_id from stripe_refund where ended_at is null
  union select gym_id from stripe_customer where consumables_status = 'STARTING' and is_current
  union select a.gym_id from stripe_account a
   where a.disconnected_at is null and exists (select from purchase p where p.gym_id = a.gym_id
     and p.payment_method = 'STRIPE_INVOICE' and p.status in ('OPEN', 'FAILED', 'RETURNED'))
$$;
