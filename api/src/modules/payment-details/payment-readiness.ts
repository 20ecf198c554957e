// Whether a member can be charged, and how a new line of theirs will be paid: the one definition, for branches, lists
// and verbs.
import type { EntityManager } from '@mikro-orm/postgresql';
import { latestMandate, mandateStatus } from './mandate.entity.ts';
import type { PaymentReadiness } from './payment-details.type.ts';
import type { PaymentMethod } from './payment-method.type.ts';

// What Stripe told about the member, under the account that the gym is connected to now.
const customer = `from stripe_customer c where c.gym_id = m.gym_id and c.member_id = m.id and c.is_current`;
const canCharge = `exists (select from stripe_account a where a.gym_id = g.id and a.disconnected_at is null and a.charges_enabled)`;
const hasConsumables = `exists (select ${customer} and c.consumables_status = 'ACTIVE')`;
// With a payment method that was never used, the first charge starts the consumables subscription; see start-for-charges.ts.
const canBeInvoiced = `exists (select ${customer} and (c.consumables_status in ('ACTIVE', 'STARTING')
  or (c.consumables_status is null and c.has_payment_method)))`;

/** An SQL expression over member m and gym g: the PaymentBlock at the instant `now`, null when the member can be charged. */
export const paymentBlock = (now: string): string => `case
  when g.payment_collection = 'SEPA'
    then nullif(coalesce(${latestMandate(`'MANDATE_' || ${mandateStatus(now)}`)}, 'NO_MANDATE'), 'MANDATE_ACTIVE')
  when not ${canCharge} then 'STRIPE_NOT_CONNECTED'
  when not exists (select ${customer} and (c.has_payment_method or c.consumables_status = 'ACTIVE')) then 'NO_STRIPE_PAYMENT_METHOD'
  when not ${canBeInvoiced} then 'STRIPE_INVOICE_STOPPED'
  end`;

/** An SQL expression over member m and gym g: the PaymentMethod of a new line of a subscription. */
export const chargeMethodOf = `case when g.payment_collection = 'SEPA' then 'ACCOUNT'
  when ${canBeInvoiced} then 'STRIPE_INVOICE' else 'STRIPE_CHECKOUT' end`;

/** And of a new line of any other kind: who has not agreed to an invoice pays it at once. */
export const paymentMethodOf = `case when g.payment_collection = 'SEPA' then 'ACCOUNT'
  when ${hasConsumables} then 'STRIPE_INVOICE' else 'STRIPE_CHECKOUT' end`;

/** An SQL expression over member m and gym g: the StripeDetails, null where Stripe knows nothing of the member. */
export const stripeDetails = `(select json_build_object('hasPaymentMethod', c.has_payment_method,
    'paymentMethodLabel', c.payment_method_label, 'hasConsumablesSubscription', c.consumables_status is not distinct from 'ACTIVE')
  ${customer})`;

/** For a verb, inside its transaction. The member must be there. */
export async function getPaymentReadiness(em: EntityManager, memberId: string, now: Date): Promise<PaymentReadiness> {
  const [found] = await em.execute<Omit<PaymentReadiness, 'isReady'>[]>(
    `select g.payment_collection as collection, ${paymentBlock('n.at')} as "blockedBy"
       from member m join gym g on g.id = m.gym_id, (select ?::timestamptz as at) n where m.id = ?`,
    [now, memberId],
  );
  if (!found) throw new Error('There is no such member.');
  return { ...found, isReady: found.blockedBy === null };
}

/** How a new line of this member will be paid. */
export async function paymentMethodFor(em: EntityManager, memberId: string): Promise<PaymentMethod> {
  const [found] = await em.execute<{ method: PaymentMethod }[]>(
    `select ${paymentMethodOf} as method from member m join gym g on g.id = m.gym_id where m.id = ?`,
    [memberId],
  );
  if (!found) throw new Error('There is no such member.');
  return found.method;
}
