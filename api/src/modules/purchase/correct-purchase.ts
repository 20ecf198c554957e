// Takes back a line, or a part of it, by a counter-line with a reason. All counter-lines together never take back more.
import type { EntityManager } from '@mikro-orm/postgresql';
import { idFor } from '../../database/insert-once.ts';
import { vatWithin } from '../../database/money.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { ForbiddenError, UserInputError } from '../../graphql/errors.ts';
import { lineOf } from '../../graphql/text-input.ts';
import { MemberPermission, assertMay } from '../member/member.policy.ts';
import { PaymentMethod } from '../payment-details/payment-method.type.ts';
import { addLine } from './add-line.ts';
import { lockLine, stateOf } from './find-line.ts';
import { getChangedPurchase } from './get-purchase.ts';
import { PurchaseLine } from './purchase.entity.ts';
import type { CorrectPurchaseInput } from './purchase.inputs.ts';
import type { PurchasePayload } from './purchase.payload.ts';
import { PurchasePermission, isPaidByQr, isTheirs, purchasePermissions } from './purchase.policy.ts';
import { COLLECTABLE } from './purchase-state.ts';
import { settleLines } from './settle-lines.ts';

export async function correctPurchase(context: Context, input: CorrectPurchaseInput): Promise<PurchasePayload> {
  const viewer = signedIn(context);
  assertMay(viewer, MemberPermission.PURCHASE);
  const id = idFor(input.id);
  const reason = lineOf('reason', input.reason, 200);
  await context.db.write(async (em) => {
    const line = await lockLine(em, input.purchaseId);
    if (!isTheirs(viewer, line.kind)) throw new ForbiddenError('Only an admin may correct what a subscription costs.');
    if (await wasMade(em, id, line, input.amountCents)) return;
    const state = await stateOf(em, line);
    if (isPaidByQr(state))
      throw new UserInputError('purchaseId', 'PAID_BY_QR', 'It is being paid by QR code: cancel that first.');
    if (!purchasePermissions(viewer, state).includes(PurchasePermission.CORRECT))
      throw new UserInputError('purchaseId', 'NOT_CORRECTABLE', 'There is nothing left of it that can be corrected.');
    const amount = input.amountCents ?? state.leftCents;
    if (amount <= 0) throw new UserInputError('amountCents', 'NOT_POSITIVE', 'The amount must be more than nothing.');
    if (amount > state.leftCents) throw new UserInputError('amountCents', 'TOO_MUCH', 'More than is left of it.');
    await addLine(em, {
      id,
      memberId: line.memberId,
      kind: line.kind,
      description: line.description,
      unitPriceCents: -amount,
      vatRateBp: line.vatRateBp,
      // The last part takes back the rest of the VAT, so that parts add up to the whole.
      vatCents:
        amount === state.leftCents ? -(line.vatCents + state.correctedVatCents) : vatWithin(-amount, line.vatRateBp),
      purchasedAt: context.clock.now(),
      subscriptionId: line.subscriptionId,
      shopItemId: line.shopItemId,
      sessionId: line.sessionId,
      correctsPurchaseId: line.id,
      correctionReason: reason,
      createdBy: viewer.employeeId,
      // What is collected with its line goes the same way.
      ...(COLLECTABLE.includes(line.status) && { paymentMethod: line.paymentMethod }),
    });
    if (amount === state.leftCents && isForStripe(line)) await settleNothing(em, line, id, context.clock.now());
  });
  return getChangedPurchase(context, id);
}

/** Direct debit offsets in its batches. Stripe collects no nothing, so nobody would ever ask for it. */
const isForStripe = ({ status, paymentMethod }: PurchaseLine): boolean =>
  COLLECTABLE.includes(status) && paymentMethod !== PaymentMethod.ACCOUNT;

/** A line that counter-lines take back altogether is paid by them, unless one of them is being collected elsewhere. */
async function settleNothing(em: EntityManager, line: PurchaseLine, counterLineId: string, at: Date): Promise<void> {
  const lines = await em.execute<{ purchaseId: string; isFree: boolean }[]>(
    `select p.id as "purchaseId", p.status in ('OPEN', 'FAILED', 'RETURNED') and not exists (
              select from stripe_invoice_item i where i.gym_id = p.gym_id and i.purchase_id = p.id and i.ended_at is null) as "isFree"
       from purchase p where p.gym_id = ? and (p.id = ? or p.corrects_purchase_id = ?) and p.status <> 'CANCELLED'`,
    [line.gymId, line.id, line.id],
  );
  if (!lines.every(({ isFree }) => isFree)) return;
  await settleLines(em, lines, { method: 'DESK', reference: counterLineId, at });
}

/** Sent again: the same id takes back the same. */
async function wasMade(
  em: EntityManager,
  id: string,
  line: PurchaseLine,
  amountCents?: number | null,
): Promise<boolean> {
  const first = await em.findOne(PurchaseLine, { id });
  if (!first) return false;
  if (first.correctsPurchaseId !== line.id || (amountCents != null && first.totalCents !== -amountCents))
    throw new UserInputError('id', 'ID_REUSED', 'This id was used for something else.');
  return true;
}
