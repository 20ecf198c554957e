// Starts a payment of open lines by QR code. Before: the lines are held and our row stands, committed. Then Stripe is asked,
// under the row's id; what stops in between, look-after-checkouts.ts takes up again.
import { randomBytes } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { idFor } from '../../database/insert-once.ts';
import { isUuid } from '../../database/uuid.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { UserInputError } from '../../graphql/errors.ts';
import { findMember } from '../member/find-member.ts';
import { getChangedMember } from '../member/get-member.ts';
import { MemberPermission, assertMay } from '../member/member.policy.ts';
import { holdLines } from '../purchase/hold-lines.ts';
import { CheckoutRefusal, CheckoutRefused, CheckoutStarted } from './checkout.type.ts';
import { getChangedCheckout } from './get-checkout.ts';
import { connectedAccount, stripeOf } from './gym-stripe.ts';
import type { ConnectedAccount } from './gym-stripe.ts';
import { openCheckout } from './open-checkout.ts';
import type { StartCheckoutInput } from './stripe.inputs.ts';

/** Stripe keeps a page open for 30 minutes at least; the rest is room for a call that must be repeated. */
export const CHECKOUT_MINUTES = 60;
const LEAST_CENTS = 50;
const MOST_LINES = 50;

const messages: Record<CheckoutRefusal, string> = {
  NOT_CONNECTED: 'The gym is not connected to Stripe, or Stripe does not let it charge yet.',
  NO_LONGER_OPEN: 'One of these lines is no longer open.',
  UNDER_WAY: 'One of these lines is being collected already.',
  ON_INVOICE: 'One of these lines is on an invoice of Stripe that is still being collected.',
  AMOUNT_TOO_SMALL: 'Stripe takes nothing below 50 cents.',
};

export const refusedCheckout = (reason: CheckoutRefusal): CheckoutRefused =>
  Object.assign(new CheckoutRefused(), { reason, message: messages[reason] });

/** Thrown inside the transaction, so that nothing of it stays; answered outside. */
class Refusal extends Error {
  readonly reason: CheckoutRefusal;
  constructor(reason: CheckoutRefusal) {
    super(reason);
    this.reason = reason;
  }
}

/** Our code in the address: 128 bits that nobody guesses. */
export const newShortCode = (): string => randomBytes(16).toString('base64url');

export async function startCheckout(
  context: Context,
  input: StartCheckoutInput,
): Promise<CheckoutStarted | CheckoutRefused> {
  const viewer = signedIn(context);
  assertMay(viewer, MemberPermission.PURCHASE);
  const id = idFor(input.id);
  const purchaseIds = [...new Set(input.purchaseIds.map((it) => it.toLowerCase()))].sort();
  if (purchaseIds.length === 0 || purchaseIds.length > MOST_LINES || !purchaseIds.every(isUuid))
    throw new UserInputError('purchaseIds', 'NO_SUCH_LINES', `Name 1 to ${MOST_LINES} lines of this member.`);
  const side = stripeOf(context);
  const account = side && (await connectedAccount(side));
  try {
    const { checkoutId, isNew } = await context.db.write(async (em) => {
      const member = await findMember(em, input.memberId);
      const wanted = { id, memberId: member.id, purchaseIds, currency: '', at: context.clock.now() };
      const earlier = await earlierCheckout(em, wanted);
      if (earlier) return { checkoutId: earlier, isNew: false };
      return hold(em, account, { ...wanted, gymId: viewer.gymId, employeeId: viewer.employeeId });
    });
    if (isNew && side && account) await openCheckout(side, account, checkoutId);
    const checkout = await getChangedCheckout(context, checkoutId);
    return Object.assign(new CheckoutStarted(), {
      checkout,
      member: await getChangedMember(context, checkout.memberId),
    });
  } catch (error) {
    if (error instanceof Refusal) return refusedCheckout(error.reason);
    throw error;
  }
}

interface Wanted {
  id: string;
  memberId: string;
  purchaseIds: string[];
  at: Date;
}

/** The same id again is the same checkout; for other lines it is a mistake. */
async function earlierCheckout(em: EntityManager, { id, memberId, purchaseIds }: Wanted): Promise<string | null> {
  const [row] = await em.execute<{ member_id: string; lines: string[] | null }[]>(
    `select c.member_id, (select array_agg(l.purchase_id::text order by l.purchase_id) from checkout_line l
        where l.gym_id = c.gym_id and l.checkout_id = c.id) as lines
       from checkout c where c.id = ?`,
    [id],
  );
  if (!row) return null;
  if (row.member_id !== memberId || String(row.lines ?? []) !== String(purchaseIds))
    throw new UserInputError('id', 'ID_REUSED', 'This id belongs to another checkout.');
  return id;
}

async function hold(
  em: EntityManager,
  account: ConnectedAccount | null,
  wanted: Wanted & { gymId: string; employeeId: string | null },
): Promise<{ checkoutId: string; isNew: boolean }> {
  const { id, gymId, memberId, purchaseIds, at } = wanted;
  // The lock of the lines makes twenty clicks one after the other; who comes second finds the first one's checkout.
  const { moved, left } = await holdLines(em, purchaseIds);
  const lines = await linesOf(em, memberId, purchaseIds);
  if (lines.length < purchaseIds.length)
    throw new UserInputError('purchaseIds', 'NO_SUCH_LINES', 'There is no such line of this member.');
  if (left.length > 0) {
    const live = await sameLive(em, purchaseIds);
    if (live && moved.length === 0) return { checkoutId: live, isNew: false };
    const isUnderWay = left.some(({ status }) => status === 'PENDING');
    throw new Refusal(isUnderWay ? CheckoutRefusal.UNDER_WAY : CheckoutRefusal.NO_LONGER_OPEN);
  }
  if (!account?.chargesEnabled) throw new Refusal(CheckoutRefusal.NOT_CONNECTED);
  if (lines.some((line) => line.isOnInvoice)) throw new Refusal(CheckoutRefusal.ON_INVOICE);
  const amountCents = lines.reduce((sum, line) => sum + line.totalCents, 0);
  if (amountCents < LEAST_CENTS) throw new Refusal(CheckoutRefusal.AMOUNT_TOO_SMALL);
  await em.execute(
    `insert into checkout (gym_id, id, member_id, stripe_account_id, kind, short_code, status, amount_cents, currency, created_at, created_by, expires_at)
     values (?, ?, ?, ?, 'PAYMENT', ?, 'STARTING', ?, ?, ?, ?, ?)`,
    [
      gymId,
      id,
      memberId,
      account.id,
      newShortCode(),
      amountCents,
      lines[0]?.currency,
      at,
      wanted.employeeId,
      new Date(at.getTime() + CHECKOUT_MINUTES * 60_000),
    ],
  );
  await em.execute(
    `insert into checkout_line (gym_id, checkout_id, purchase_id, amount_cents)
     select p.gym_id, ?::uuid, p.id, p.total_cents from purchase p where p.id = any(?::uuid[])`,
    [id, `{${purchaseIds.join()}}`],
  );
  return { checkoutId: id, isNew: true };
}

interface Line {
  totalCents: number;
  currency: string;
  isOnInvoice: boolean;
}

const linesOf = (em: EntityManager, memberId: string, purchaseIds: string[]): Promise<Line[]> =>
  em.execute<Line[]>(
    `select p.total_cents as "totalCents", p.currency,
            exists (select from stripe_invoice_item i where i.gym_id = p.gym_id and i.purchase_id = p.id and i.ended_at is null) as "isOnInvoice"
       from purchase p where p.member_id = ? and p.id = any(?::uuid[])`,
    [memberId, `{${purchaseIds.join()}}`],
  );

/** The checkout under way with exactly these lines. */
async function sameLive(em: EntityManager, purchaseIds: string[]): Promise<string | null> {
  const [row] = await em.execute<{ id: string }[]>(
    `select l.checkout_id as id from checkout_line l
      where l.is_live and l.checkout_id in (select o.checkout_id from checkout_line o where o.is_live and o.purchase_id = any(?::uuid[]))
      group by 1 having array_agg(l.purchase_id order by l.purchase_id) = ?::uuid[]`,
    [`{${purchaseIds.join()}}`, `{${purchaseIds.join()}}`],
  );
  return row?.id ?? null;
}
