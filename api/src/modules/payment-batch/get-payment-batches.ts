// Reads batches and the collections in them, through the tenant wall.
import { jsonList } from '../../database/json-sql.ts';
import { isUuid } from '../../database/uuid.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import { offsetOf } from '../../graphql/page.ts';
import type { PageInput } from '../../graphql/page.ts';
import { employeeJson } from '../staff/employee.entity.ts';
import type { CollectionsArgs } from './payment-batch.inputs.ts';
import { assertMaySeePayments } from './payment-batch.policy.ts';
import { PaymentBatch } from './payment-batch.type.ts';
import type { Collection, CollectionPage, PaymentBatchPage } from './payment-batch.type.ts';
import { targetDaysBefore } from './target-days.ts';

type Read = Omit<PaymentBatch, 'submitBy' | 'fileUrl'> & { leadDays: number };

const euros = (cents: string): string => `json_build_object('amountCents', ${cents}, 'currency', 'EUR')`;

const batchJson = `json_build_object('id', b.id, 'number', b.number, 'state', b.state, 'untilOn', b.until_on,
  'collectionOn', b.collection_on, 'leadDays', b.lead_days, 'painVersion', b.pain_version, 'messageId', b.message_id,
  'creditorName', b.creditor_name, 'creditorId', b.creditor_id, 'creditorMaskedIban', b.creditor_masked_iban,
  'total', ${euros('b.total_cents')}, 'collectionCount', b.collection_count, 'lineCount', b.line_count,
  'returned', (select json_build_object('count', count(*), 'total', ${euros('coalesce(sum(c.amount_cents), 0)')})
     from collection c where c.gym_id = b.gym_id and c.batch_id = b.id and c.state = 'RETURNED'),
  'offsetLineCount', (select count(*) from payment_batch_line l where l.gym_id = b.gym_id and l.batch_id = b.id and l.collection_id is null),
  'createdAt', b.created_at, 'createdBy', (select ${employeeJson('e')} from employee e where e.gym_id = b.gym_id and e.id = b.created_by),
  'exportedAt', b.exported_at, 'submittedAt', b.submitted_at, 'settledAt', b.settled_at, 'cancelledAt', b.cancelled_at,
  'rejectedReason', b.rejected_reason)`;

function batchOf({ leadDays, ...read }: Read): PaymentBatch {
  return Object.assign(new PaymentBatch(), read, {
    submitBy: targetDaysBefore(read.collectionOn, leadDays),
    fileUrl: `/payment-batches/${read.id}/file`,
  });
}

export async function getPaymentBatches(context: Context, args: PageInput): Promise<PaymentBatchPage> {
  assertMaySeePayments(signedIn(context));
  const [row] = await context.db.rows<{ items: Read[]; totalCount: number }>(
    `select ${jsonList(`select ${batchJson} as j from payment_batch b order by b.number desc limit $1 offset $2`)} as items,
            (select count(*)::int from payment_batch) as "totalCount"`,
    [args.pageSize, offsetOf(args)],
    { name: 'get_payment_batches' },
  );
  const { page, pageSize } = args;
  return { items: (row?.items ?? []).map(batchOf), totalCount: row?.totalCount ?? 0, page, pageSize };
}

/** Null when there is none, or it is another gym's. */
export async function getPaymentBatch(context: Context, id: string): Promise<PaymentBatch | null> {
  assertMaySeePayments(signedIn(context));
  if (!isUuid(id)) return null;
  const [row] = await context.db.rows<{ read: Read }>(
    `select ${batchJson} as read from payment_batch b where b.id = $1`,
    [id],
    { name: 'get_payment_batch' },
  );
  return row ? batchOf(row.read) : null;
}

/** For the answer of a verb that has just changed it. */
export async function getChangedBatch(context: Context, id: string): Promise<PaymentBatch> {
  const batch = await getPaymentBatch(context, id);
  if (!batch) throw new NotFoundError('There is no such batch.');
  return batch;
}

const collectionJson = `json_build_object('__typename', 'Collection', 'id', c.id, 'position', c.position, 'endToEndId', c.end_to_end_id,
  'sequenceType', c.sequence_type, 'state', c.state, 'amount', ${euros('c.amount_cents')},
  'member', json_build_object('id', m.id, 'fullName', m.full_name, 'memberNumber', m.member_number),
  'holder', c.holder, 'maskedIban', d.masked_iban, 'mandateReference', c.mandate_reference,
  'isAmended', c.original_mandate_id is not null, 'remittance', c.remittance,
  'lines', ${jsonList(`select json_build_object('purchaseId', p.id, 'description', p.description, 'purchasedAt', p.purchased_at,
     'amount', ${euros('l.amount_cents')}) as j from payment_batch_line l join purchase p on p.gym_id = l.gym_id and p.id = l.purchase_id
    where l.gym_id = c.gym_id and l.collection_id = c.id order by p.purchased_at, p.id`)},
  'returnReason', c.return_reason, 'returnedAt', c.returned_at)`;

const collectionRows = `collection c join mandate d on d.gym_id = c.gym_id and d.id = c.mandate_id
  join member m on m.gym_id = d.gym_id and m.id = d.member_id`;

export async function getCollections(
  context: Context,
  batchId: string,
  args: CollectionsArgs,
): Promise<CollectionPage> {
  const { page, pageSize, state, search } = args;
  const text = search?.trim().replace(/[~%_]/g, '~$&');
  const [row] = await context.db.rows<{ items: Collection[]; totalCount: number }>(
    `with shown as (
       select c.id from ${collectionRows} where c.batch_id = $1 and ($2::text is null or c.state = $2)
          and ($3::text is null or fold(m.full_name) like '%' || fold($3) || '%' escape '~'
            or m.member_number::text = $3 or c.end_to_end_id = upper($3)))
     select ${jsonList(`select ${collectionJson} as j from ${collectionRows}
         where c.id in (select id from shown) and c.batch_id = $1 order by c.state = 'RETURNED' desc, c.position limit $4 offset $5`)} as items,
       (select count(*)::int from shown) as "totalCount"`,
    [batchId, state ?? null, text || null, pageSize, offsetOf(args)],
    { name: 'get_collections' },
  );
  return { items: row?.items ?? [], totalCount: row?.totalCount ?? 0, page, pageSize };
}

export async function getChangedCollection(context: Context, id: string): Promise<Collection> {
  const [row] = await context.db.rows<{ read: Collection }>(
    `select ${collectionJson} as read from ${collectionRows} where c.id = $1`,
    [id],
    { name: 'get_collection' },
  );
  if (!row) throw new NotFoundError('There is no such collection.');
  return row.read;
}
