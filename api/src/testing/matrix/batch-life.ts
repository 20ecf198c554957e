// Batches of a gym in every state, each with a collection from one member.
import { randomUUID } from 'node:crypto';
import { aboutBatchIban, maskedIban } from '../../database/iban.ts';
import { testSecrets } from '../test-secrets.ts';

const iban = 'NL20INGB0001234567';
const states = ['CANCELLED', 'SETTLED', 'SUBMITTED', 'EXPORTED', 'DRAFT'] as const;

interface Life {
  gymId: string;
  adminId: string;
  memberId: string;
  mandateId: string;
  /** An instant so many days from the day of the matrix. */
  at(day: number): string;
  add(table: string, row: Record<string, unknown>): Promise<string>;
}

export interface BatchLife {
  paymentBatchId: string;
  exportedBatchId: string;
  submittedBatchId: string;
  /** Of a batch that was settled; another of its collections came back. */
  collectionId: string;
}

export async function addBatchLife(life: Life): Promise<BatchLife> {
  const { add, at, gymId, adminId, memberId, mandateId } = life;
  const ids: Record<string, string> = {};
  const line = (status: string, more: Record<string, unknown> = {}) =>
    add('purchase', {
      member_id: memberId,
      kind: 'SHOP',
      description: 'Shake',
      unit_price_cents: 350,
      total_cents: 350,
      vat_rate_bp: 900,
      vat_cents: 29,
      currency: 'EUR',
      purchased_at: at(-20),
      status,
      paid_at: status === 'PAID' ? at(-1) : null,
      ...more,
    });
  for (const [index, state] of states.entries()) {
    const id = randomUUID();
    ids[state] = id;
    const was = (...reached: string[]) => (reached.includes(state) ? at(-2) : null);
    await add('payment_batch', {
      id,
      number: index + 1,
      state,
      until_on: at(-3).slice(0, 10),
      collection_on: at(-1).slice(0, 10),
      pain_version: 'PAIN_008_001_08',
      message_id: `SP-${index}`,
      creditor_name: 'Lift B.V.',
      creditor_id: 'NL69ZZZ123456780000',
      creditor_iban_sealed: testSecrets.seal(iban, aboutBatchIban(gymId, id)),
      creditor_masked_iban: maskedIban(iban),
      creditor_bic: 'INGBNL2A',
      lead_days: 2,
      currency: 'EUR',
      collection_count: 1,
      line_count: 1,
      total_cents: 350,
      created_at: at(-3),
      created_by: adminId,
      exported_at: was('EXPORTED', 'SUBMITTED', 'SETTLED'),
      submitted_at: was('SUBMITTED', 'SETTLED'),
      settled_at: was('SETTLED'),
      cancelled_at: was('CANCELLED'),
      rejected_reason: state === 'CANCELLED' ? 'FF01' : null,
    });
    const collection = (row: Record<string, unknown>) =>
      add('collection', {
        batch_id: id,
        end_to_end_id: `SP-${index}-${String(row['position'])}`,
        sequence_type: 'RCUR',
        mandate_reference: 'M-1',
        signed_on: '2024-01-15',
        holder: 'Z. van der Berg',
        remittance: 'Shake',
        amount_cents: 350,
        line_count: 1,
        ...row,
      });
    const collectionState = { CANCELLED: 'CANCELLED', SETTLED: 'PAID' }[state as 'SETTLED'] ?? 'PENDING';
    const collectionId = await collection({ mandate_id: mandateId, position: 1, state: collectionState });
    if (state === 'SETTLED') ids['collection'] = collectionId;
    if (state === 'SETTLED') {
      const back = { state: 'RETURNED', return_reason: 'AM04', returned_at: at(-1) };
      await collection({ mandate_id: await ownMandate(life), position: 2, ...back });
    }
    await add('payment_batch_line', {
      batch_id: id,
      collection_id: collectionId,
      purchase_id: await line({ CANCELLED: 'OPEN', SETTLED: 'PAID' }[state as 'SETTLED'] ?? 'PENDING'),
      amount_cents: 350,
      released_at: state === 'CANCELLED' ? at(-1) : null,
    });
  }
  // What a new batch would be made of: all that was bought by the second day of 2020.
  await line('OPEN', { purchased_at: '2020-01-01T12:00:00Z' });
  return {
    paymentBatchId: ids['DRAFT'] ?? '',
    exportedBatchId: ids['EXPORTED'] ?? '',
    submittedBatchId: ids['SUBMITTED'] ?? '',
    collectionId: ids['collection'] ?? '',
  };
}

/** One that was moved away from: it collides with nothing. */
const ownMandate = ({ add, at, memberId }: Life): Promise<string> =>
  add('mandate', {
    id: randomUUID(),
    member_id: memberId,
    reference: `OLD-${randomUUID().slice(0, 8)}`,
    holder: 'Z. van der Berg',
    iban_sealed: Buffer.from('none'),
    masked_iban: maskedIban(iban),
    iban_country: 'NL',
    signed_on: '2024-01-15',
    counts_from: '2024-01-15',
    replaced_at: at(-30),
  });
