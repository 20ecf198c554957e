// The file of a batch for the bank, in pieces: the same bytes whenever it is asked for. IBANs are opened row by row, a
// thousand rows are in memory at most.
import { aboutBatchIban, aboutMandateIban } from '../../database/iban.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import { isUuid } from '../../database/uuid.ts';
import { pain008 } from './pain-008.ts';
import type { DirectDebit, DirectDebitBlock, DirectDebitFile, PainVersion, SequenceType } from './pain-008.ts';
import { assertMayManagePayments } from './payment-batch.policy.ts';

const rowsAtOnce = 1000;

interface BatchRow {
  number: number;
  version: PainVersion;
  messageId: string;
  createdAt: string;
  collectionOn: string;
  name: string;
  creditorId: string;
  ibanSealed: Buffer;
  bic: string | null;
  blocks: { sequenceType: SequenceType; count: number; totalCents: number; first: number }[];
}

const findBatch = `select b.number, b.pain_version as version, b.message_id as "messageId", b.created_at as "createdAt",
    b.collection_on::text as "collectionOn", b.creditor_name as name, b.creditor_id as "creditorId",
    b.creditor_iban_sealed as "ibanSealed", b.creditor_bic as bic,
    (select json_agg(json_build_object('sequenceType', s.sequence_type, 'count', s.count, 'totalCents', s.total_cents, 'first', s.first) order by s.first)
       from (select c.sequence_type, count(*), sum(c.amount_cents) as total_cents, min(c.position) as first
               from collection c where c.gym_id = b.gym_id and c.batch_id = b.id group by 1) s) as blocks
  from payment_batch b where b.id = $1 and b.exported_at is not null`;

interface DebitRow extends Omit<DirectDebit, 'iban' | 'originalIban'> {
  position: number;
  mandateId: string;
  sealed: Buffer;
  originalMandateId: string | null;
  originalSealed: Buffer | null;
}

const findDebits = `select c.position, c.end_to_end_id as "endToEndId", c.amount_cents as "amountCents",
    c.mandate_reference as "mandateReference", c.signed_on::text as "signedOn", c.holder, c.remittance,
    d.id as "mandateId", d.iban_sealed as sealed, o.id as "originalMandateId", o.iban_sealed as "originalSealed"
  from collection c join mandate d on d.gym_id = c.gym_id and d.id = c.mandate_id
  left join mandate o on o.gym_id = c.gym_id and o.id = c.original_mandate_id
 where c.batch_id = $1 and c.sequence_type = $2 and c.position >= $3 order by c.position limit ${rowsAtOnce}`;

export interface BatchFile {
  name: string;
  pieces: AsyncGenerator<string>;
}

/** Not there before it was exported: that is what says that somebody has it. */
export async function getBatchFile(context: Context, id: string): Promise<BatchFile> {
  const { gymId } = signedIn(context);
  assertMayManagePayments(signedIn(context));
  const [batch] = isUuid(id) ? await context.db.rows<BatchRow>(findBatch, [id], { name: 'find_batch_file' }) : [];
  if (!batch) throw new NotFoundError('There is no such file.');
  const { number, version, messageId, createdAt, collectionOn, name, creditorId, ibanSealed, bic } = batch;
  const iban = context.secrets.open(ibanSealed, aboutBatchIban(gymId, id.toLowerCase()));
  const blocks = batch.blocks.map(({ first, ...block }): DirectDebitBlock => ({
    ...block,
    collectionOn,
    collections: debitsOf(context, id, block.sequenceType, first),
  }));
  const file: DirectDebitFile = {
    version,
    messageId,
    createdAt: new Date(createdAt),
    creditor: { name, creditorId, iban, bic },
    blocks,
  };
  return { name: `batch-${number}-${collectionOn}.xml`, pieces: pain008(file) };
}

async function* debitsOf(
  context: Context,
  batchId: string,
  sequenceType: SequenceType,
  first: number,
): AsyncGenerator<DirectDebit> {
  const { gymId } = signedIn(context);
  const open = (sealed: Buffer, id: string) => context.secrets.open(sealed, aboutMandateIban(gymId, id));
  for (let from = first; ;) {
    const rows = await context.db.rows<DebitRow>(findDebits, [batchId, sequenceType, from], { name: 'find_debits' });
    for (const { position, mandateId, sealed, originalMandateId, originalSealed, ...debit } of rows) {
      from = position + 1;
      const originalIban = originalMandateId && originalSealed ? open(originalSealed, originalMandateId) : null;
      yield { ...debit, iban: open(sealed, mandateId), originalIban };
    }
    if (rows.length < rowsAtOnce) return;
  }
}
