// Takes a purchase back as if it had not been: until a batch or Stripe has it. A counter-line can be taken back the same way.
import type { EntityManager } from '@mikro-orm/postgresql';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { ForbiddenError, UserInputError } from '../../graphql/errors.ts';
import type { Viewer } from '../../graphql/viewer.ts';
import { MemberPermission, assertMay } from '../member/member.policy.ts';
import { lockLine, stateOf } from './find-line.ts';
import { getChangedPurchase } from './get-purchase.ts';
import type { PurchaseLine } from './purchase.entity.ts';
import type { PurchaseIdInput } from './purchase.inputs.ts';
import type { PurchasePayload } from './purchase.payload.ts';
import { PurchasePermission, isTheirs, purchasePermissions } from './purchase.policy.ts';
import { PurchaseStatus } from './purchase.type.ts';

export async function undoPurchase(context: Context, { id }: PurchaseIdInput): Promise<PurchasePayload> {
  const viewer = signedIn(context);
  assertMay(viewer, MemberPermission.PURCHASE);
  await context.db.write(async (em) => {
    const line = await lockLine(em, id);
    if (!isTheirs(viewer, line.kind)) throw new ForbiddenError('Only an admin may undo what a subscription costs.');
    if (line.status === PurchaseStatus.CANCELLED) return;
    await assertUndoable(em, viewer, line);
    line.status = PurchaseStatus.CANCELLED;
  });
  return getChangedPurchase(context, id);
}

async function assertUndoable(em: EntityManager, viewer: Viewer, line: PurchaseLine): Promise<void> {
  const state = await stateOf(em, line);
  if (purchasePermissions(viewer, state).includes(PurchasePermission.UNDO)) return;
  if (state.leftCents !== state.totalCents)
    throw new UserInputError('id', 'HAS_CORRECTIONS', 'It has been corrected; undo the correction first.');
  if (line.status !== PurchaseStatus.OPEN)
    throw new UserInputError('id', 'NOT_OPEN', 'It is being paid or has been paid: correct it instead.');
  throw new UserInputError('id', 'UNDONE_WITH_SUBSCRIPTION', 'It is undone with the change of its subscription.');
}
