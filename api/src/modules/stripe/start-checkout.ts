// Starts a payment of open lines by QR code. Before: the lines are held and our row stands, committed. Then Stripe is asked,
// under the row's id; what stops in between, look-after-checkouts.ts takes up again. What is corrected to nothing is paid
// without Stripe.
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
import { settleLines } from '../purchase/settle-lines.ts';
import { sameLines, takeLines } from './checkout-lines.ts';
import type { TakenLine } from './checkout-lines.ts';
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
  ON_ACCOUNT: "One of these lines is on the month's account, which direct debit collects.",
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
      const wanted = { id, memberId: member.id, purchaseIds, at: context.clock.now() };
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
  const [row] = await em.execute<{ isSame: boolean }[]>(
    `select c.member_id = ? and ${sameLines('c.id')} as "isSame" from checkout c where c.id = ?`,
    [memberId, ...named(purchaseIds), id],
  );
  if (!row) return null;
  if (!row.isSame) throw new UserInputError('id', 'ID_REUSED', 'This id belongs to another checkout.');
  return id;
}

type Holding = Wanted & { gymId: string; employeeId: string | null };

async function hold(
  em: EntityManager,
  account: ConnectedAccount | null,
  wanted: Holding,
): Promise<{ checkoutId: string; isNew: boolean }> {
  const { id, memberId, purchaseIds } = wanted;
  // The lock of the lines makes twenty clicks one after the other; who comes second finds the first one's checkout.
  const { lines, moved, left } = await takeLines(em, memberId, purchaseIds);
  if (lines.length < purchaseIds.length)
    throw new UserInputError('purchaseIds', 'NO_SUCH_LINES', 'There is no such line of this member.');
  if (lines.some((line) => line.isOnInvoice)) throw new Refusal(CheckoutRefusal.ON_INVOICE);
  if (left.length > 0) {
    const live = await sameLive(em, purchaseIds);
    if (live && moved.length === 0) return { checkoutId: live, isNew: false };
    const isUnderWay = left.some(({ status }) => status === 'PENDING');
    throw new Refusal(isUnderWay ? CheckoutRefusal.UNDER_WAY : CheckoutRefusal.NO_LONGER_OPEN);
  }
  if (lines.some((line) => line.isOnAccount)) throw new Refusal(CheckoutRefusal.ON_ACCOUNT);
  if (!account?.chargesEnabled) throw new Refusal(CheckoutRefusal.NOT_CONNECTED);
  const amountCents = lines.reduce((sum, line) => sum + line.totalCents, 0);
  if (amountCents !== 0 && amountCents < LEAST_CENTS) throw new Refusal(CheckoutRefusal.AMOUNT_TOO_SMALL);
  await insertCheckout(em, account, { ...wanted, lines, amountCents });
  if (amountCents === 0) await settleLines(em, lines, { method: 'DESK', reference: id, at: wanted.at });
  return { checkoutId: id, isNew: amountCents !== 0 };
}

/** One that comes to nothing is paid already. */
async function insertCheckout(
  em: EntityManager,
  account: ConnectedAccount,
  { id, gymId, memberId, employeeId, at, lines, amountCents }: Holding & { lines: TakenLine[]; amountCents: number },
): Promise<void> {
  const isPaid = amountCents === 0;
  await em.execute(
    `insert into checkout (gym_id, id, member_id, stripe_account_id, kind, short_code, status, amount_cents, currency, created_at, created_by, expires_at, ended_at)
     values (?, ?, ?, ?, 'PAYMENT', ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      gymId,
      id,
      memberId,
      account.id,
      newShortCode(),
      isPaid ? 'PAID' : 'STARTING',
      amountCents,
      lines[0]?.currency,
      at,
      employeeId,
      new Date(at.getTime() + CHECKOUT_MINUTES * 60_000),
      isPaid ? at : null,
    ],
  );
  await em.execute(
    `insert into checkout_line (gym_id, checkout_id, purchase_id, amount_cents, is_live)
     select p.gym_id, ?::uuid, p.id, p.total_cents, ? from purchase p where p.id = any(?::uuid[])`,
    [id, !isPaid, `{${lines.map((line) => line.purchaseId).join()}}`],
  );
}

/** The checkout under way for these lines. */
async function sameLive(em: EntityManager, purchaseIds: string[]): Promise<string | null> {
  const [row] = await em.execute<{ id: string }[]>(
    `select c.id from checkout c
      where c.id in (select o.checkout_id from checkout_line o where o.is_live and o.purchase_id = any(?::uuid[]))
        and ${sameLines('c.id')} limit 1`,
    [`{${purchaseIds.join()}}`, ...named(purchaseIds)],
  );
  return row?.id ?? null;
}

/** What `sameLines` asks for. */
const named = (purchaseIds: string[]): string[] => Array<string>(3).fill(`{${purchaseIds.join()}}`);
