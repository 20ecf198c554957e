// Takes a batch from state to state: exported, submitted, settled, cancelled. Setting it to what it is already is no error
// and changes nothing.
import type { EntityManager } from '@mikro-orm/postgresql';
import { isUuid } from '../../database/uuid.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { NotFoundError, UserInputError } from '../../graphql/errors.ts';
import { dayOf, instantOf } from '../gym/gym-day.ts';
import { useMandates as noteUse } from '../payment-details/use-mandates.ts';
import { releaseLines } from '../purchase/release-lines.ts';
import { settleLines } from '../purchase/settle-lines.ts';
import { getChangedBatch } from './get-payment-batches.ts';
import type { PaymentBatchInput, PaymentBatchPayload } from './payment-batch.inputs.ts';
import { assertMayManagePayments, isPossible } from './payment-batch.policy.ts';
import { PaymentBatchPermission, PaymentBatchState } from './payment-batch.type.ts';

const { EXPORTED, SUBMITTED, SETTLED, CANCELLED } = PaymentBatchState;

export interface LockedBatch {
  id: string;
  state: PaymentBatchState;
  collectionOn: string;
}

/** The batch, kept as it is until this transaction ends: whoever else wants to change it waits. */
export async function lockBatch(em: EntityManager, id: string): Promise<LockedBatch> {
  const [batch] = isUuid(id)
    ? await em.execute<LockedBatch[]>(
        `select id, state, collection_on::text as "collectionOn" from payment_batch where id = ? for no key update`,
        [id],
      )
    : [];
  if (!batch) throw new NotFoundError('There is no such batch.');
  return batch;
}

interface Move {
  permission: PaymentBatchPermission;
  to: PaymentBatchState;
  /** Already so: nothing to do. */
  isDone: (batch: LockedBatch) => boolean;
  apply: (em: EntityManager, batch: LockedBatch, now: Date) => Promise<void>;
}

async function moveBatch(context: Context, { id }: PaymentBatchInput, move: Move): Promise<PaymentBatchPayload> {
  const viewer = signedIn(context);
  assertMayManagePayments(viewer);
  const now = context.clock.now();
  await context.db.write(async (em) => {
    const batch = await lockBatch(em, id);
    if (move.isDone(batch)) return;
    if (!isPossible(move.permission, batch, dayOf(now, viewer.timeZone)))
      throw new UserInputError('id', 'WRONG_STATE', `A batch that is ${batch.state} cannot become ${move.to} now.`);
    await move.apply(em, batch, now);
  });
  return { paymentBatch: await getChangedBatch(context, id) };
}

const setState = (em: EntityManager, { id }: LockedBatch, state: PaymentBatchState, at: Date): Promise<unknown> =>
  em.execute(`update payment_batch set state = ?, ${state.toLowerCase()}_at = ? where id = ?`, [state, at, id]);

/** From now on the file can be had: who has it may have sent it. */
export function exportPaymentBatch(context: Context, input: PaymentBatchInput): Promise<PaymentBatchPayload> {
  return moveBatch(context, input, {
    permission: PaymentBatchPermission.EXPORT,
    to: EXPORTED,
    isDone: ({ state }) => state === EXPORTED || state === SUBMITTED || state === SETTLED,
    apply: async (em, batch, now) => void (await setState(em, batch, EXPORTED, now)),
  });
}

export function submitPaymentBatch(context: Context, input: PaymentBatchInput): Promise<PaymentBatchPayload> {
  return moveBatch(context, input, {
    permission: PaymentBatchPermission.SUBMIT,
    to: SUBMITTED,
    isDone: ({ state }) => state === SUBMITTED || state === SETTLED,
    apply: async (em, batch, now) => void (await setState(em, batch, SUBMITTED, now)),
  });
}

/** All that did not come back is paid, on the day of collection. */
export function settlePaymentBatch(context: Context, input: PaymentBatchInput): Promise<PaymentBatchPayload> {
  const { timeZone } = signedIn(context);
  return moveBatch(context, input, {
    permission: PaymentBatchPermission.SETTLE,
    to: SETTLED,
    isDone: ({ state }) => state === SETTLED,
    apply: async (em, batch, now) => {
      const noon = instantOf(batch.collectionOn, '12:00', timeZone);
      await settleCollections(em, batch, noon < now ? noon : now);
      await setState(em, batch, SETTLED, now);
    },
  });
}

async function settleCollections(em: EntityManager, { id, collectionOn }: LockedBatch, at: Date): Promise<void> {
  const lines = await em.execute<{ purchaseId: string; reference: string }[]>(
    `select l.purchase_id as "purchaseId", c.end_to_end_id as reference
       from collection c join payment_batch_line l on l.gym_id = c.gym_id and l.collection_id = c.id and l.released_at is null
      where c.batch_id = ? and c.state = 'PENDING'`,
    [id],
  );
  const { left } = await settleLines(em, lines, { method: 'SEPA', reference: id, at });
  if (left.length > 0)
    throw new Error(`${left.length} lines of a batch are not as the batch left them: ${left[0]?.reason}.`);
  const paid = await em.execute<{ mandateId: string }[]>(
    `update collection set state = 'PAID' where batch_id = ? and state = 'PENDING' returning mandate_id as "mandateId"`,
    [id],
  );
  await noteUse(
    em,
    paid.map(({ mandateId }) => mandateId),
    collectionOn,
  );
}

/** Nobody is asked for money: the lines are as they were before. */
export function cancelPaymentBatch(context: Context, input: PaymentBatchInput): Promise<PaymentBatchPayload> {
  return moveBatch(context, input, {
    permission: PaymentBatchPermission.CANCEL,
    to: CANCELLED,
    isDone: ({ state }) => state === CANCELLED,
    apply: (em, batch, now) => releaseBatch(em, batch, now),
  });
}

export async function releaseBatch(em: EntityManager, batch: LockedBatch, now: Date): Promise<void> {
  const released = await em.execute<{ id: string }[]>(
    `update payment_batch_line set released_at = ? where batch_id = ? and released_at is null returning purchase_id as id`,
    [now, batch.id],
  );
  await releaseLines(
    em,
    released.map(({ id }) => id),
  );
  await em.execute(`update collection set state = 'CANCELLED' where batch_id = ? and state = 'PENDING'`, [batch.id]);
  await setState(em, batch, CANCELLED, now);
}
