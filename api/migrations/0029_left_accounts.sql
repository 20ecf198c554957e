-- An account of Stripe that was left while payments were under way.

-- The account was left while it was under way, and Stripe has not been asked yet what became of it.
alter table checkout add left_at timestamptz;
alter table stripe_invoice_item add left_at timestamptz;
create index checkout_left on checkout (gym_id) where left_at is not null;
create index stripe_invoice_item_left on stripe_invoice_item (gym_id) where left_at is not null;

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
  union select a.gym_id from stripe_account a
   where a.disconnected_at is null
     and (exists (select from checkout c where c.gym_id = a.gym_id and c.stripe_account_id = a.id and c.left_at is not null)
       or exists (select from stripe_invoice_item i where i.gym_id = a.gym_id and i.stripe_account_id = a.id and i.left_at is not null))
$$;
