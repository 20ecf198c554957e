// A member's consumables subscription: without a price of its own, it collects once a month what was bought meanwhile.
import { randomUUID } from 'node:crypto';
import { StripeFailure, nullWhenMissing } from '../../adapters/stripe/stripe-failure.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { getChangedMember } from '../member/get-member.ts';
import { MemberPermission, assertMay } from '../member/member.policy.ts';
import { findConsumables, isKeyForgotten } from './find-again.ts';
import { connectedAccount, stripeOf } from './gym-stripe.ts';
import type { ConnectedAccount, GymStripe } from './gym-stripe.ts';
import { lockMember } from './lock-member.ts';
import { ConsumablesChanged, StripeRefusal, StripeRefused } from './stripe-settings.type.ts';
import type { StripeMemberInput } from './stripe.inputs.ts';
import { consumablesStatus, gatherSubscription } from './sync-customer.ts';

type Result = ConsumablesChanged | StripeRefused;

export const refused = (reason: StripeRefusal, message: string): StripeRefused =>
  Object.assign(new StripeRefused(), { reason, message });

const changed = async (context: Context, memberId: string): Promise<ConsumablesChanged> =>
  Object.assign(new ConsumablesChanged(), { member: await getChangedMember(context, memberId) });

export async function startConsumables(context: Context, input: StripeMemberInput): Promise<Result> {
  assertMay(signedIn(context), MemberPermission.CHANGE_SUBSCRIPTION);
  const side = stripeOf(context);
  const account = side && (await connectedAccount(side));
  const asked = await context.db.write(async (em) => {
    const memberId = await lockMember(em, input.memberId);
    if (!account?.chargesEnabled) return null;
    const [row] = await em.execute<{ isStuck: boolean; hasPaymentMethod: boolean }[]>(
      `select c.has_payment_method as "hasPaymentMethod", c.consumables_status = 'PAST_DUE' or (c.consumables_status = 'ENDED' and exists (
                select from stripe_invoice_item i where i.gym_id = c.gym_id and i.member_id = c.member_id and i.ended_at is null)) as "isStuck"
         from stripe_customer c where c.member_id = ? and c.is_current`,
      [memberId],
    );
    if (!row?.hasPaymentMethod) return 'NO_PAYMENT_METHOD' as const;
    if (row.isStuck) return 'LINES_WAITING' as const;
    await em.execute(
      `update stripe_customer set consumables_status = 'STARTING', consumables_key = ?, consumables_asked_at = ?
        where member_id = ? and is_current and coalesce(consumables_status, 'ENDED') = 'ENDED'`,
      [randomUUID(), context.clock.now(), memberId],
    );
    return memberId;
  });
  if (!asked || !side || !account) return refused(StripeRefusal.NOT_CONNECTED, 'The gym is not connected to Stripe.');
  if (asked === 'NO_PAYMENT_METHOD')
    return refused(StripeRefusal.NO_PAYMENT_METHOD, 'The member has left no payment method yet.');
  // Its last invoice is not paid, or they are being taken off the invoice of the one that has ended.
  if (asked === 'LINES_WAITING')
    return refused(
      StripeRefusal.LINES_WAITING,
      'Purchases still wait for the invoice that was; try again in a minute.',
    );
  const problem = await openConsumables(side, account, asked);
  if (problem) return refused(StripeRefusal.REFUSED_BY_STRIPE, problem);
  return changed(context, asked);
}

export async function stopConsumables(context: Context, input: StripeMemberInput): Promise<Result> {
  assertMay(signedIn(context), MemberPermission.CHANGE_SUBSCRIPTION);
  const side = stripeOf(context);
  const account = side && (await connectedAccount(side));
  const { memberId, subscriptionId, isWaiting } = await context.db.write(async (em) => {
    const id = await lockMember(em, input.memberId);
    const [row] = await em.execute<{ subscription: string | null; waiting: boolean }[]>(
      `select c.consumables_subscription_id as subscription,
              exists (select from stripe_invoice_item i where i.gym_id = c.gym_id and i.member_id = c.member_id and i.ended_at is null)
                or exists (select from purchase p where p.gym_id = c.gym_id and p.member_id = c.member_id and p.status = 'OPEN'
                     and p.payment_method = 'STRIPE_INVOICE' and p.total_cents <> 0) as waiting
         from stripe_customer c where c.member_id = ? and c.is_current and c.consumables_status in ('ACTIVE', 'PAST_DUE')`,
      [id],
    );
    return { memberId: id, subscriptionId: row?.subscription ?? null, isWaiting: row?.waiting ?? false };
  });
  if (!side || !account) return refused(StripeRefusal.NOT_CONNECTED, 'The gym is not connected to Stripe.');
  // Without it, nothing would ever collect what waits.
  if (isWaiting) return refused(StripeRefusal.LINES_WAITING, 'Purchases of this member wait for the next invoice.');
  if (subscriptionId) {
    try {
      await account.stripe.subscriptions.cancel(randomUUID(), subscriptionId).catch(nullWhenMissing);
      await side.db.write(await gatherSubscription(side, account, subscriptionId));
    } catch (error) {
      if (!(error instanceof StripeFailure)) throw error;
      return refused(StripeRefusal.REFUSED_BY_STRIPE, error.code ?? error.kind);
    }
  }
  return changed(context, memberId);
}

interface Starting {
  id: string;
  key: string;
  customerId: string;
  askedAt: string;
  currency: string;
  locale: string;
}

/** Asks Stripe for the subscription that stands as STARTING in our books. Answers why Stripe refuses, or null. */
export async function openConsumables(
  side: GymStripe,
  account: ConnectedAccount,
  memberId: string,
): Promise<string | null> {
  const [row] = await side.db.rows<Starting>(
    `select c.id, c.consumables_key as key, c.customer_id as "customerId", c.consumables_asked_at as "askedAt", g.currency, g.locale
       from stripe_customer c join gym g on g.id = c.gym_id
      where c.member_id = $1 and c.is_current and c.consumables_status = 'STARTING' and c.customer_id is not null`,
    [memberId],
  );
  if (!row) return null;
  try {
    const earlier = isKeyForgotten(row.askedAt, side.clock.now())
      ? await findConsumables(account.stripe, row.customerId, row.key)
      : null;
    const made =
      earlier ??
      (await account.stripe.subscriptions.create(row.key, {
        customerId: row.customerId,
        productId: await ensureProduct(side, account, row.locale),
        currency: row.currency,
        monthlyCents: 0,
        metadata: { spotter_gym: side.gymId, spotter_consumables: row.key },
      }));
    await remember(side, row, { subscriptionId: made.id, status: consumablesStatus(made.status) });
    return null;
  } catch (error) {
    if (!(error instanceof StripeFailure)) throw error;
    if (error.isRetryable) return null;
    await remember(side, row, { subscriptionId: null, status: 'ENDED' });
    return error.declineCode ?? error.code ?? error.kind;
  }
}

const remember = (
  { db }: GymStripe,
  { id, key }: Starting,
  { subscriptionId, status }: { subscriptionId: string | null; status: string },
) =>
  db.write((em) =>
    em.execute(
      `update stripe_customer set consumables_subscription_id = coalesce(?, consumables_subscription_id), consumables_status = ?
        where id = ? and consumables_key = ? and consumables_status = 'STARTING'`,
      [subscriptionId, status, id, key],
    ),
  );

/** What the subscription stands on at Stripe, made once per account. */
async function ensureProduct({ db }: GymStripe, { id, stripe }: ConnectedAccount, locale: string): Promise<string> {
  const [row] = await db.rows<{ product: string | null }>(
    `select consumables_product_id as product from stripe_account where id = $1`,
    [id],
  );
  if (row?.product) return row.product;
  const made = await stripe.subscriptions.createProduct(
    `${id}-consumables`,
    locale === 'nl' ? 'Aankopen in de sportschool' : 'Purchases at the gym',
  );
  await db.write((em) =>
    em.execute(`update stripe_account set consumables_product_id = coalesce(consumables_product_id, ?) where id = ?`, [
      made.id,
      id,
    ]),
  );
  return made.id;
}
