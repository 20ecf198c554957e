// Gives back what a member paid for a line through Stripe: before, call, after, under the refund's own id.
import type { EntityManager } from '@mikro-orm/postgresql';
import { StripeFailure } from '../../adapters/stripe/stripe-failure.ts';
import { idFor } from '../../database/insert-once.ts';
import { isUuid } from '../../database/uuid.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import { assertMayInGym } from '../account/viewer.policy.ts';
import { Permission } from '../account/viewer.type.ts';
import { getChangedMember } from '../member/get-member.ts';
import { refundableCents } from '../purchase/purchase-json.ts';
import { refused } from './consumables.ts';
import { findRefund, isKeyForgotten } from './find-again.ts';
import { connectedAccount, stripeOf } from './gym-stripe.ts';
import type { ConnectedAccount, GymStripe } from './gym-stripe.ts';
import { PurchaseRefunded, RefundStatus, StripeRefusal } from './stripe-settings.type.ts';
import type { StripeRefused } from './stripe-settings.type.ts';
import type { RefundPurchaseInput } from './stripe.inputs.ts';
import { gatherPayment } from './sync-payment.ts';

interface RefundRow {
  id: string;
  memberId: string;
  status: RefundStatus;
  reason: string | null;
  amountCents: number;
  currency: string;
}

const columns = `id, member_id as "memberId", status, reason, amount_cents as "amountCents", currency`;

export async function refundPurchase(
  context: Context,
  input: RefundPurchaseInput,
): Promise<PurchaseRefunded | StripeRefused> {
  const viewer = signedIn(context);
  assertMayInGym(viewer, Permission.MANAGE_PAYMENTS);
  const id = idFor(input.id);
  const { purchaseId } = input;
  if (!isUuid(purchaseId)) throw new NotFoundError('There is no such purchase.');
  const side = stripeOf(context);
  const account = side && (await connectedAccount(side));
  const refundId = await context.db.write((em) =>
    ask(em, account, { id, purchaseId, gymId: viewer.gymId, employeeId: viewer.employeeId, at: context.clock.now() }),
  );
  if (!refundId) return refused(StripeRefusal.NOT_PAID_BY_STRIPE, 'Nothing was paid for this line through Stripe.');
  if (side && account) await callRefund(side, account, refundId);
  const [row] = await context.db.rows<RefundRow>(`select ${columns} from stripe_refund where id = $1`, [refundId]);
  if (!row) throw new Error('The refund has no row.');
  const { status, reason, amountCents, currency } = row;
  if (status === RefundStatus.FAILED) return refused(StripeRefusal.REFUSED_BY_STRIPE, reason ?? 'refused');
  return Object.assign(new PurchaseRefunded(), {
    status,
    amount: { amountCents, currency },
    member: await getChangedMember(context, row.memberId),
  });
}

interface Asked {
  id: string;
  purchaseId: string;
  gymId: string;
  employeeId: string | null;
  at: Date;
}

/** The refund that stands for this line, now or before; null when there is nothing to give back. */
async function ask(em: EntityManager, account: ConnectedAccount | null, asked: Asked): Promise<string | null> {
  const [line] = await em.execute<{ id: string }[]>(`select id from purchase where id = ? for update`, [
    asked.purchaseId,
  ]);
  if (!line) throw new NotFoundError('There is no such purchase.');
  const [same] = await em.execute<{ id: string }[]>(
    `select id from stripe_refund where purchase_id = ? and (id = ? or ended_at is null) order by id = ? desc limit 1`,
    [asked.purchaseId, asked.id, asked.id],
  );
  if (same) return same.id;
  const made = await em.execute<{ id: string }[]>(
    `insert into stripe_refund (gym_id, id, purchase_id, member_id, stripe_account_id, payment_intent_id, amount_cents, currency, status, asked_at, asked_by)
     select p.gym_id, ?::uuid, p.id, p.member_id, s.stripe_account_id, s.intent, s.left_cents, p.currency, 'ASKED', ?::timestamptz, ?::uuid
       from purchase p
       join lateral (select x.stripe_account_id, x.intent, ${refundableCents} as left_cents
            from (select c.stripe_account_id, c.payment_intent_id as intent, c.ended_at from checkout_line l
                    join checkout c on c.gym_id = l.gym_id and c.id = l.checkout_id
                   where l.gym_id = p.gym_id and l.purchase_id = p.id and c.status = 'PAID'
                  union all
                  select i.stripe_account_id, i.payment_intent_id, i.ended_at from stripe_invoice_item i
                   where i.gym_id = p.gym_id and i.purchase_id = p.id and i.status = 'PAID') x
           where x.intent is not null and x.stripe_account_id = ?::uuid order by x.ended_at desc limit 1) s on true
      where p.id = ? and s.left_cents > 0
        -- Given back at Stripe and not in our books, that is a difference for somebody to look at, not money to give back again.
        and not exists (select from stripe_refund r where r.gym_id = p.gym_id and r.purchase_id = p.id and r.status = 'DONE'
          and not exists (select from payment y where y.gym_id = r.gym_id and y.purchase_id = p.id and y.kind = 'REFUND' and y.reference = r.refund_id))
     returning id`,
    [asked.id, asked.at, asked.employeeId, account?.id ?? null, asked.purchaseId],
  );
  return made[0]?.id ?? (await lastDone(em, asked.purchaseId));
}

async function lastDone(em: EntityManager, purchaseId: string): Promise<string | null> {
  const [done] = await em.execute<{ id: string }[]>(
    `select id from stripe_refund where purchase_id = ? and status = 'DONE' order by ended_at desc limit 1`,
    [purchaseId],
  );
  return done?.id ?? null;
}

/** Stays ASKED when Stripe cannot be reached; the job asks again with the same key, unless the answer can be found. */
export async function callRefund(side: GymStripe, account: ConnectedAccount, id: string): Promise<void> {
  const [row] = await side.db.rows<AskedRefund>(
    `select payment_intent_id as intent, purchase_id as "purchaseId", amount_cents as "amountCents", status, asked_at as "askedAt" from stripe_refund
      where id = $1 and ended_at is null and stripe_account_id = $2`,
    [id, account.id],
  );
  if (!row) return;
  try {
    if (row.status === 'ASKED' && !(await isMade(side, account, id, row)))
      await account.stripe.refunds.create(id, {
        paymentIntentId: row.intent,
        amountCents: row.amountCents,
        metadata: { spotter_gym: side.gymId, spotter_refund: id, spotter_purchase: row.purchaseId },
      });
    await side.db.write(await gatherPayment(side, account, row.intent));
  } catch (error) {
    if (!(error instanceof StripeFailure)) throw error;
    if (error.isRetryable) return;
    await side.db.write((em) =>
      em.execute(
        `update stripe_refund set status = 'FAILED', reason = ?, ended_at = ? where id = ? and status = 'ASKED'`,
        [(error.code ?? error.kind).slice(0, 100), side.clock.now(), id],
      ),
    );
  }
}

interface AskedRefund {
  intent: string;
  purchaseId: string;
  amountCents: number;
  status: string;
  askedAt: string;
}

const isMade = async (
  { clock }: GymStripe,
  { stripe }: ConnectedAccount,
  id: string,
  { intent, askedAt }: AskedRefund,
): Promise<boolean> => isKeyForgotten(askedAt, clock.now()) && (await findRefund(stripe, intent, id)) !== null;
