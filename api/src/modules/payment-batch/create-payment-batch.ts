// Makes a batch of exactly what the pre-flight included: holds the lines, and keeps what the bank is to be told. The same
// request again makes nothing more, and of two at the same moment one finds the lines taken.
import { randomBytes } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { isUuid } from '../../database/uuid.ts';
import { aboutBatchIban, maskedIban } from '../../database/iban.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { UserInputError } from '../../graphql/errors.ts';
import { getCreditor } from '../payment-settings/get-creditor.ts';
import type { Creditor } from '../payment-settings/get-creditor.ts';
import { holdLines } from '../purchase/hold-lines.ts';
import { settleLines } from '../purchase/settle-lines.ts';
import { candidates, creditorNameOf } from './candidates.ts';
import { collectionDays, untilInstant } from './get-preflight.ts';
import { getChangedBatch } from './get-payment-batches.ts';
import { PaymentBatchCreated, PaymentBatchRefusal, PaymentBatchRefused } from './payment-batch.inputs.ts';
import type { CreatePaymentBatchInput } from './payment-batch.inputs.ts';
import { assertMayManagePayments } from './payment-batch.policy.ts';
import { sepaTextSql } from './sepa-text.ts';

const { NO_CREDITOR, NOTHING_TO_COLLECT, CHANGED } = PaymentBatchRefusal;
const longestRemittance = 140;
const linesAtOnce = 2000;

interface Found {
  count: number;
  lineCount: number;
  totalCents: number;
}

/** What was about to be made is not what was asked for: nothing of it is kept. */
class Changed extends Error {
  readonly found: Found;
  constructor(found: Found) {
    super('The lines are not those of the pre-flight.');
    this.found = found;
  }
}

export async function createPaymentBatch(
  context: Context,
  input: CreatePaymentBatchInput,
): Promise<PaymentBatchCreated | PaymentBatchRefused> {
  const viewer = signedIn(context);
  assertMayManagePayments(viewer);
  if (!isUuid(input.id)) throw new UserInputError('id', 'INVALID_ID', 'The id must be a UUID.');
  const id = input.id.toLowerCase();
  const creditor = await getCreditor(context);
  const refusal = await context.db
    .write((em) => createOnce(context, em, { id, input, creditor }))
    .catch((error: unknown) => {
      if (error instanceof Changed) return refused(CHANGED, error.found);
      throw error;
    });
  if (refusal) return refusal;
  return Object.assign(new PaymentBatchCreated(), { paymentBatch: await getChangedBatch(context, id) });
}

interface Asked {
  id: string;
  input: CreatePaymentBatchInput;
  creditor: Creditor | null;
}

async function createOnce(
  context: Context,
  em: EntityManager,
  { id, input, creditor }: Asked,
): Promise<PaymentBatchRefused | null> {
  const { gymId, timeZone } = signedIn(context);
  // One after the other in a gym: the second sees what the first one took.
  await em.execute(`select pg_advisory_xact_lock(hashtextextended('payment batch ' || ?, 0))`, [gymId]);
  const [first] = await em.execute<{ untilOn: string; collectionOn: string }[]>(
    `select until_on::text as "untilOn", collection_on::text as "collectionOn" from payment_batch where id = ?`,
    [id],
  );
  if (first) return assertSame(first, input);
  const days = await collectionDays(context, input);
  const until = untilInstant(input.untilOn, timeZone);
  const found = await findWhatIsOpen(em, until, input.collectionOn);
  if (!creditor || !creditorNameOf(creditor.name)) return refused(NO_CREDITOR, found);
  if (days.movedFrom !== null)
    throw new UserInputError('collectionOn', 'NOT_A_COLLECTION_DAY', `Banks can collect on ${days.collectionOn}.`);
  if (found.count === 0) return refused(NOTHING_TO_COLLECT, found);
  if (found.count !== input.count || found.totalCents !== input.totalCents) throw new Changed(found);
  await make(context, em, { id, input, creditor, found, until });
  return null;
}

function assertSame(first: { untilOn: string; collectionOn: string }, input: CreatePaymentBatchInput): null {
  if (first.untilOn === input.untilOn && first.collectionOn === input.collectionOn) return null;
  throw new UserInputError('id', 'ID_REUSED', 'Another batch was made with this id.');
}

function refused(reason: PaymentBatchRefusal, { count, lineCount, totalCents }: Found): PaymentBatchRefused {
  const included = { count, lineCount, total: { amountCents: totalCents, currency: 'EUR' } };
  return Object.assign(new PaymentBatchRefused(), { reason, included });
}

/** Locked in the order of their ids, as every verb does that moves lines; judged after that. */
async function findWhatIsOpen(em: EntityManager, until: Date, collectionOn: string): Promise<Found> {
  await em.execute(
    `select from purchase p where p.payment_method = 'ACCOUNT' and p.status in ('OPEN', 'FAILED', 'RETURNED')
        and p.purchased_at < ? order by p.id for update`,
    [until],
  );
  const [found] = await em.execute<Found[]>(
    `with ${candidates('select ?::timestamptz as until_at, ?::date as collection_on')}
     select count(*)::int as count, coalesce(sum(c.line_count), 0)::int as "lineCount",
            coalesce(sum(c.total_cents), 0)::float8 as "totalCents" from candidate c where c.block is null`,
    [until, collectionOn],
  );
  if (!found) throw new Error('A statement without rows.');
  return found;
}

interface Making {
  id: string;
  input: CreatePaymentBatchInput;
  creditor: Creditor;
  found: Found;
  until: Date;
}

/** What is collected, and the lines of it; the lines that come to nothing are answered beside. In one look at the database. */
const insertCollections = `with ${candidates('select ?::timestamptz as until_at, ?::date as collection_on')},
  text as (
    select l.member_id, left(string_agg(l.description, ', ' order by l.purchased_at, l.id), 1000) as descriptions
      from line l where l.batch_id is null and not l.is_by_stripe group by 1),
  added as (
    insert into collection (gym_id, batch_id, mandate_id, original_mandate_id, position, end_to_end_id, sequence_type,
      mandate_reference, signed_on, holder, remittance, amount_cents, line_count)
    select c.gym_id, b.id, c.mandate_id, c.original_mandate_id, c.position, b.message_id || '-' || c.position, c.sequence_type,
           c.mandate_reference, c.signed_on, c.holder_in_file, coalesce(nullif(${sepaTextSql('t.descriptions', longestRemittance)}, ''), b.message_id),
           c.total_cents, c.line_count
      from (select *, row_number() over (order by sequence_type, member_number) as position from candidate where block is null) c
      join text t on t.member_id = c.member_id
      join payment_batch b on b.gym_id = c.gym_id and b.id = ?
    returning id, gym_id, batch_id, mandate_id, amount_cents, line_count),
  taken as (
    insert into payment_batch_line (gym_id, batch_id, collection_id, purchase_id, amount_cents)
    select l.gym_id, a.batch_id, a.id, l.id, l.total_cents
      from added a join candidate c on c.mandate_id = a.mandate_id and c.block is null
      join line l on l.member_id = c.member_id and l.batch_id is null and not l.is_by_stripe
    returning purchase_id)
  select (select count(*)::int from added) as count, (select coalesce(sum(line_count), 0)::int from added) as "lineCount",
         (select coalesce(sum(amount_cents), 0)::float8 from added) as "totalCents",
         (select coalesce(json_agg(purchase_id), '[]') from taken) as "lineIds",
         (select coalesce(json_agg(l.id), '[]') from line l join candidate c on c.member_id = l.member_id
           where c.total_cents = 0 and c.batch_id is null and l.batch_id is null and not c.is_by_stripe and not l.is_by_stripe) as "offsetIds"`;

async function make(context: Context, em: EntityManager, making: Making): Promise<void> {
  const { id, input, found, until } = making;
  const now = context.clock.now();
  const messageId = `SP${now.toISOString().slice(0, 10).replaceAll('-', '')}-${randomBytes(5).toString('hex').toUpperCase()}`;
  await insertBatch(context, em, making, messageId);
  // The planner takes the parts of a `with` for a few rows each, and would compare every line with every member.
  await em.execute('set local enable_nestloop = off');
  const [made] = await em.execute<(Found & { lineIds: string[]; offsetIds: string[] })[]>(insertCollections, [
    until,
    input.collectionOn,
    id,
  ]);
  await em.execute('set local enable_nestloop = on');
  if (!made) throw new Error('A statement without rows.');
  // Something was sold or taken back in between.
  const { lineIds, offsetIds, ...sums } = made;
  if (sums.count !== found.count || sums.lineCount !== found.lineCount || sums.totalCents !== found.totalCents)
    throw new Changed(sums);
  for (let from = 0; from < lineIds.length; from += linesAtOnce) {
    const { left } = await holdLines(em, lineIds.slice(from, from + linesAtOnce));
    if (left.length > 0) throw new Changed(sums);
  }
  await settleOffsets(em, { id, messageId, ids: offsetIds, at: now });
}

async function insertBatch(
  context: Context,
  em: EntityManager,
  { id, input, creditor, found }: Making,
  messageId: string,
): Promise<void> {
  const { gymId, employeeId } = signedIn(context);
  const row = {
    gym_id: gymId,
    id,
    until_on: input.untilOn,
    collection_on: input.collectionOn,
    pain_version: creditor.painVersion,
    message_id: messageId,
    creditor_name: creditorNameOf(creditor.name),
    creditor_id: creditor.creditorId,
    creditor_iban_sealed: context.secrets.seal(creditor.iban, aboutBatchIban(gymId, id)),
    creditor_masked_iban: maskedIban(creditor.iban),
    creditor_bic: creditor.bic,
    lead_days: creditor.leadDays,
    currency: 'EUR',
    collection_count: found.count,
    line_count: found.lineCount,
    total_cents: found.totalCents,
    created_at: context.clock.now(),
    created_by: employeeId,
  };
  const names = Object.keys(row);
  await em.execute(
    `insert into payment_batch (number, ${names.join(', ')})
     select coalesce(max(number), 0) + 1, ${names.map(() => '?').join(', ')} from payment_batch`,
    Object.values(row),
  );
}

interface Offsets {
  id: string;
  messageId: string;
  ids: string[];
  at: Date;
}

/** Lines and counter-lines that come to nothing: paid with each other, and part of no collection. */
async function settleOffsets(em: EntityManager, { id, messageId, ids, at }: Offsets): Promise<void> {
  if (ids.length === 0) return;
  const { moved } = await settleLines(
    em,
    ids.map((purchaseId) => ({ purchaseId })),
    { method: 'SEPA', reference: messageId, at },
  );
  await em.execute(
    `insert into payment_batch_line (gym_id, batch_id, purchase_id, amount_cents, released_at)
     select p.gym_id, ?, p.id, p.total_cents, ? from jsonb_array_elements_text(?::jsonb) a (id) join purchase p on p.id = a.id::uuid`,
    [id, at, JSON.stringify(moved)],
  );
}
