// Money for a line moved outside Spotter, as an admin says: a member paid in cash or by bank transfer, or the gym paid a credit
// out that nothing else pays. Open counter-lines are settled with their line.
import type { EntityManager } from '@mikro-orm/postgresql';
import { idFor } from '../../database/insert-once.ts';
import { isUuid } from '../../database/uuid.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { NotFoundError, UserInputError } from '../../graphql/errors.ts';
import { lineOf } from '../../graphql/text-input.ts';
import { assertMayInGym } from '../account/viewer.policy.ts';
import { Permission } from '../account/viewer.type.ts';
import { dayOf, instantOf } from '../gym/gym-day.ts';
import { lockLine, stateOf } from './find-line.ts';
import { getChangedPurchase } from './get-purchase.ts';
import { isSettledWith } from './purchase-json.ts';
import type { SettlePurchaseInput } from './purchase.inputs.ts';
import type { PurchasePayload } from './purchase.payload.ts';
import { settleLines } from './settle-lines.ts';

export async function settlePurchase(context: Context, input: SettlePurchaseInput): Promise<PurchasePayload> {
  assertMayInGym(signedIn(context), Permission.MANAGE_PAYMENTS);
  const id = idFor(input.id);
  const at = momentOf(context, input.paidOn);
  const note = input.note?.trim() ? lineOf('note', input.note, 200) : null;
  await context.db.write(async (em) => {
    await lockWithCounterLines(em, input.purchaseId);
    const line = await lockLine(em, input.purchaseId);
    if (await wasSettled(em, id, line.id, input)) return;
    const { settleableCents } = await stateOf(em, line);
    if (settleableCents === 0)
      throw new UserInputError('purchaseId', 'NOT_SETTLEABLE', 'There is nothing of it to settle by hand.');
    if (settleableCents !== input.totalCents)
      throw new UserInputError('totalCents', 'AMOUNT_CHANGED', 'The amount has changed meanwhile.');
    const lines = await em.execute<{ purchaseId: string }[]>(
      `select p.id as "purchaseId" from purchase p where ${isSettledWith('p', '?')}`,
      [line.id, line.id],
    );
    const { left } = await settleLines(em, lines, { method: input.way, reference: id, at, note });
    if (left.length > 0) throw new Error('A line that was free could not be settled.');
  });
  return getChangedPurchase(context, input.purchaseId);
}

/** Now when it is today; else at noon, since nobody says when. */
function momentOf(context: Context, paidOn: string): Date {
  const now = context.clock.now();
  const { timeZone } = signedIn(context);
  const today = dayOf(now, timeZone);
  if (paidOn > today) throw new UserInputError('paidOn', 'IN_FUTURE', 'Choose today or a day before.');
  return paidOn === today ? now : instantOf(paidOn, '12:00', timeZone);
}

/** In the order of ids, as whoever moves lines does. */
async function lockWithCounterLines(em: EntityManager, purchaseId: string): Promise<void> {
  if (!isUuid(purchaseId)) throw new NotFoundError('There is no such purchase.');
  await em.execute(`select from purchase where id = ? or corrects_purchase_id = ? order by id for update`, [
    purchaseId,
    purchaseId,
  ]);
}

/** Sent again: the same id settles the same. */
async function wasSettled(
  em: EntityManager,
  id: string,
  purchaseId: string,
  { way, totalCents }: SettlePurchaseInput,
): Promise<boolean> {
  const made = await em.execute<{ purchaseId: string; method: string; cents: number }[]>(
    `select y.purchase_id as "purchaseId", y.method, y.amount_cents as cents from payment y
       join purchase p on p.gym_id = y.gym_id and p.id = y.purchase_id
      where y.reference = ? and y.kind = 'PAYMENT' and y.method in ('CASH', 'BANK_TRANSFER')`,
    [id],
  );
  if (made.length === 0) return false;
  const isSame = made.some((payment) => payment.purchaseId === purchaseId && payment.method === way);
  if (!isSame || made.reduce((sum, { cents }) => sum + cents, 0) !== totalCents)
    throw new UserInputError('id', 'ID_REUSED', 'This id was used for something else.');
  return true;
}
