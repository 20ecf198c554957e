// A gym that collects by SEPA, with members who owe something: what tests of batches need.
import { aboutCreditorIban, maskedIban } from '../database/iban.ts';
import { addMandate, addMember, insert, sampleIban } from './fixtures.ts';
import { newId, openGymScene } from './gym-scene.ts';
import type { GymScene } from './gym-scene.ts';
import { testSecrets } from './test-secrets.ts';

export interface BatchScene extends GymScene {
  /** A member with a mandate (none when null) and open lines of these amounts. */
  owing(amounts: number[], mandate?: Record<string, unknown> | null, member?: Record<string, unknown>): Promise<Owing>;
  line(memberId: string, cents: number, row?: Record<string, unknown>): Promise<string>;
  preflight(more?: string): Promise<Preflight>;
  /** Of all that the pre-flight includes. */
  create(id?: string): Promise<Created>;
  move(verb: string, id: string): Promise<Batch>;
  statusOf(purchaseId: string): Promise<string>;
}

export interface Owing {
  memberId: string;
  mandateId: string | null;
  lineIds: string[];
}

export interface Preflight {
  untilOn: string;
  collectionOn: string;
  movedFrom: string | null;
  included: { count: number; lineCount: number; total: { amountCents: number } };
  blocked: { count: number; total: { amountCents: number } };
  blockedBy: { block: string; count: number }[];
  unusual: { count: number };
  respelledCount: number;
  offsetLineCount: number;
  candidates: {
    totalCount: number;
    items: {
      member: { id: string; fullName: string };
      total: { amountCents: number };
      block: string | null;
      batchNumber: number | null;
      holderInFile: string | null;
      unusual: string | null;
      lines: { purchaseId: string; amount: { amountCents: number } }[];
    }[];
  };
}

export interface Batch {
  id: string;
  number: number;
  state: string;
  messageId: string;
  collectionCount: number;
  lineCount: number;
  offsetLineCount: number;
  total: { amountCents: number };
  returned: { count: number };
  permissions: string[];
  fileUrl: string;
  submitBy: string;
  collections: {
    items: { id: string; endToEndId: string; state: string; returnReason: string | null; member: { id: string } }[];
  };
}

export interface Created {
  __typename: string;
  reason?: string;
  included?: { count: number };
  paymentBatch?: Batch;
}

export const batchFields = `id number state messageId collectionCount lineCount offsetLineCount total { amountCents }
  returned { count } permissions fileUrl submitBy
  collections(pageSize: 100) { items { id endToEndId state returnReason member { id } } }`;

const preflightFields = `untilOn collectionOn movedFrom included { count lineCount total { amountCents } }
  blocked { count total { amountCents } } blockedBy { block count } unusual { count } respelledCount offsetLineCount
  candidates { totalCount items { member { id fullName } total { amountCents } block batchNumber holderInFile unusual
    lines { purchaseId amount { amountCents } } } }`;

const create = `mutation ($input: CreatePaymentBatchInput!) { createPaymentBatch(input: $input) { __typename
  ... on PaymentBatchCreated { paymentBatch { ${batchFields} } }
  ... on PaymentBatchRefused { reason included { count } } } }`;

export async function openBatchScene(now = '2026-03-04T12:00:00Z'): Promise<BatchScene> {
  const scene = await openGymScene(now);
  const { api, gymId, admin } = scene;
  const creditorIban = 'NL20INGB0001234567';
  await insert(api.owner, 'payment_settings', {
    gym_id: gymId,
    creditor_name: 'Lift & Co B.V.',
    creditor_id: 'NL69ZZZ123456780000',
    creditor_iban_sealed: testSecrets.seal(creditorIban, aboutCreditorIban(gymId)),
    creditor_masked_iban: maskedIban(creditorIban),
    collection_day: 6,
  });
  const line = (memberId: string, cents: number, row: Record<string, unknown> = {}) =>
    insert(api.owner, 'purchase', {
      gym_id: gymId,
      member_id: memberId,
      kind: 'SHOP',
      description: 'Shake',
      unit_price_cents: cents,
      total_cents: cents,
      vat_rate_bp: 900,
      vat_cents: 0,
      currency: 'EUR',
      purchased_at: '2026-03-01T10:00:00Z',
      ...row,
    });
  const preflight = async (more = '') =>
    (await api.get<{ paymentPreflight: Preflight }>(admin, `{ paymentPreflight${more} { ${preflightFields} } }`))
      .paymentPreflight;
  return {
    ...scene,
    line,
    preflight,
    owing: async (amounts, mandate = {}, member = {}) => {
      const memberId = await addMember(api.owner, gymId, member);
      const mandateId = mandate && (await addMandate(api.owner, gymId, memberId, { iban: sampleIban, ...mandate }));
      const lineIds: string[] = [];
      for (const cents of amounts) lineIds.push(await line(memberId, cents));
      return { memberId, mandateId, lineIds };
    },
    create: async (id = newId()) => {
      const { untilOn, collectionOn, included } = await preflight();
      const input = { id, untilOn, collectionOn, count: included.count, totalCents: included.total.amountCents };
      return (await api.get<{ createPaymentBatch: Created }>(admin, create, { input })).createPaymentBatch;
    },
    move: async (verb, id) => {
      const source = `mutation ($input: PaymentBatchInput!) { ${verb}(input: $input) { paymentBatch { ${batchFields} } } }`;
      const answer = await api.get<Record<string, { paymentBatch: Batch }>>(admin, source, { input: { id } });
      const batch = answer[verb]?.paymentBatch;
      if (!batch) throw new Error(`${verb} answered nothing.`);
      return batch;
    },
    statusOf: async (purchaseId) => {
      const { rows } = await api.owner.query<{ status: string }>(
        `select concat_ws(' ', status, status_reason) as status from purchase where id = $1`,
        [purchaseId],
      );
      return rows[0]?.status ?? 'none';
    },
  };
}
