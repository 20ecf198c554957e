// Takes in a bank's status report: what came back is entered, what is unknown is listed. The same report again changes
// nothing.
import type { EntityManager } from '@mikro-orm/postgresql';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { UserInputError } from '../../graphql/errors.ts';
import { dayOf } from '../gym/gym-day.ts';
import { lockBatch, releaseBatch } from './move-payment-batch.ts';
import { blockId } from './pain-008.ts';
import type { SequenceType } from './pain-008.ts';
import { NoStatusReportError, readStatusReport } from './pain-002.ts';
import type { StatusReport } from './pain-002.ts';
import { assertMayManagePayments, isPossible } from './payment-batch.policy.ts';
import { PaymentBatchPermission, PaymentBatchState } from './payment-batch.type.ts';
import { returnCollections } from './return-collections.ts';
import type { ReturnedCollection } from './return-collections.ts';

/** A bank that gives no reason. */
const noReason = 'MS03';
const mostListed = 100;

export interface ImportedReport {
  batch: { id: string; number: number };
  /** Collections that had not come back before. */
  returnedCount: number;
  returnedCents: number;
  /** Of which this was known already. */
  knownCount: number;
  /** Collections of which the report says that all is well. */
  acceptedCount: number;
  /** End-to-end ids that are in no batch of this gym: at most 100 of them. */
  unknown: string[];
  unknownCount: number;
  /** The bank refused the whole file: the batch is cancelled, its lines are open again. */
  isRejected: boolean;
}

export async function importStatusReport(
  context: Context,
  pieces: AsyncIterable<string> | Iterable<string>,
): Promise<ImportedReport> {
  const viewer = signedIn(context);
  assertMayManagePayments(viewer);
  const report = await readStatusReport(pieces).catch((error: unknown) => {
    if (error instanceof NoStatusReportError) throw new UserInputError('file', 'NO_STATUS_REPORT', error.message);
    throw error;
  });
  const now = context.clock.now();
  return context.db.write(async (em) => {
    const [found] = await em.execute<{ id: string; number: number }[]>(
      'select id, number from payment_batch where message_id = ?',
      [report.messageId.slice(0, 100)],
    );
    if (!found)
      throw new UserInputError('file', 'UNKNOWN_BATCH', 'This report is about a file that no batch here was.');
    const batch = await lockBatch(em, found.id);
    const told = await readTold(em, found.id, report);
    if (isWhollyRejected(report)) {
      const isRejected = await rejectBatch(em, batch, report.reason ?? noReason, now);
      if (isRejected) return { ...summaryOf(found, told), isRejected };
    }
    if (told.returned.length > 0 && !isPossible(PaymentBatchPermission.RETURN, batch, dayOf(now, viewer.timeZone)))
      throw new UserInputError('file', 'NOT_SUBMITTED', `Batch ${found.number} was not marked as submitted yet.`);
    const fresh = new Set(await returnCollections(em, told.returned, now));
    return summaryOf(found, told, fresh);
  });
}

interface Told {
  returned: (ReturnedCollection & { amountCents: number })[];
  acceptedCount: number;
  unknown: string[];
}

interface Known {
  id: string;
  endToEndId: string;
  sequenceType: SequenceType;
  amountCents: number;
}

async function readTold(em: EntityManager, batchId: string, report: StatusReport): Promise<Told> {
  const known = await em.execute<Known[]>(
    `select id, end_to_end_id as "endToEndId", sequence_type as "sequenceType", amount_cents as "amountCents"
       from collection where batch_id = ?`,
    [batchId],
  );
  const byId = new Map(known.map((it) => [it.endToEndId, it]));
  const returned = new Map<string, ReturnedCollection & { amountCents: number }>();
  const told: Told = { returned: [], acceptedCount: 0, unknown: [] };
  const add = ({ id, amountCents }: Known, reason: string | null) =>
    void returned.set(id, { id, amountCents, reason: codeOf(reason) });
  for (const block of report.blocks) {
    // A block that is refused as a whole names none of its collections.
    if (block.status === 'RJCT' && block.collections.length === 0)
      for (const it of known)
        if (blockId(report.messageId, it.sequenceType) === block.blockId) add(it, block.reason ?? report.reason);
    for (const { endToEndId, status, reason } of block.collections) {
      const it = byId.get(endToEndId);
      if (!it) told.unknown.push(endToEndId.slice(0, 35));
      else if ((status ?? block.status) === 'RJCT') add(it, reason ?? block.reason);
      else told.acceptedCount += 1;
    }
  }
  told.returned = [...returned.values()];
  return told;
}

const codeOf = (reason: string | null): string => (reason && /^[A-Z0-9]{4}$/.test(reason) ? reason : noReason);

/** Refused before anything of it was looked at: no block says anything of its own. */
const isWhollyRejected = ({ status, blocks }: StatusReport): boolean =>
  status === 'RJCT' && blocks.every((block) => block.collections.length === 0 && block.status !== 'ACCP');

/** False when it is too late for that: a bank that has settled it does not refuse the file. */
async function rejectBatch(
  em: EntityManager,
  batch: Awaited<ReturnType<typeof lockBatch>>,
  reason: string,
  now: Date,
): Promise<boolean> {
  if (batch.state === PaymentBatchState.CANCELLED) return true;
  if (batch.state === PaymentBatchState.SETTLED) return false;
  await releaseBatch(em, batch, now);
  await em.execute('update payment_batch set rejected_reason = ? where id = ?', [reason.slice(0, 35), batch.id]);
  return true;
}

function summaryOf(batch: ImportedReport['batch'], told: Told, fresh: ReadonlySet<string> = new Set()): ImportedReport {
  const returned = told.returned.filter(({ id }) => fresh.has(id));
  return {
    batch,
    returnedCount: returned.length,
    returnedCents: returned.reduce((sum, { amountCents }) => sum + amountCents, 0),
    knownCount: told.returned.length - returned.length,
    acceptedCount: told.acceptedCount,
    unknown: told.unknown.slice(0, mostListed),
    unknownCount: told.unknown.length,
    isRejected: false,
  };
}
