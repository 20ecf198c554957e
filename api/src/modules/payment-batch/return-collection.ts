// One direct debit came back, as somebody reads it from a bank statement.
import { isUuid } from '../../database/uuid.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { NotFoundError, UserInputError } from '../../graphql/errors.ts';
import { dayOf } from '../gym/gym-day.ts';
import { getChangedBatch, getChangedCollection } from './get-payment-batches.ts';
import { lockBatch } from './move-payment-batch.ts';
import type { ReturnCollectionInput, ReturnCollectionPayload } from './payment-batch.inputs.ts';
import { assertMayManagePayments, isPossible } from './payment-batch.policy.ts';
import { PaymentBatchPermission } from './payment-batch.type.ts';
import { returnCollections } from './return-collections.ts';
import { reasonOf } from './return-reasons.ts';

export async function returnCollection(
  context: Context,
  { id, reason: typed }: ReturnCollectionInput,
): Promise<ReturnCollectionPayload> {
  const viewer = signedIn(context);
  assertMayManagePayments(viewer);
  const reason = reasonOf('reason', typed);
  const now = context.clock.now();
  const batchId = await context.db.write(async (em) => {
    const [found] = isUuid(id)
      ? await em.execute<{ batchId: string }[]>(`select batch_id as "batchId" from collection where id = ?`, [id])
      : [];
    if (!found) throw new NotFoundError('There is no such collection.');
    const batch = await lockBatch(em, found.batchId);
    if (!isPossible(PaymentBatchPermission.RETURN, batch, dayOf(now, viewer.timeZone)))
      throw new UserInputError('id', 'NOT_SUBMITTED', 'Nothing comes back of a batch that the bank does not have.');
    await returnCollections(em, [{ id, reason }], now);
    return batch.id;
  });
  return {
    collection: await getChangedCollection(context, id),
    paymentBatch: await getChangedBatch(context, batchId),
  };
}
