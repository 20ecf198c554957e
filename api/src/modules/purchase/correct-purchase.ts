// Takes back a line, or a part of it, by a counter-line with a reason. All counter-lines together never take back more.
import type { EntityManager } from '@mikro-orm/postgresql';
import { idFor } from '../../database/insert-once.ts';
import { vatWithin } from '../../database/money.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { ForbiddenError, UserInputError } from '../../graphql/errors.ts';
import { lineOf } from '../../graphql/text-input.ts';
import { MemberPermission, assertMay } from '../member/member.policy.ts';
import { addLine } from './add-line.ts';
import { lockLine, stateOf } from './find-line.ts';
import { getChangedPurchase } from './get-purchase.ts';
import { PurchaseLine } from './purchase.entity.ts';
import type { CorrectPurchaseInput } from './purchase.inputs.ts';
import type { PurchasePayload } from './purchase.payload.ts';
import { PurchasePermission, isTheirs, purchasePermissions } from './purchase.policy.ts';

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
    });
  });
  return getChangedPurchase(context, id);
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
