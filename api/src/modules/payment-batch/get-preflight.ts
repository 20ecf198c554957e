// Looks at what a batch would hold: sums of everything, and one page of the members.
import { DateTime } from 'luxon';
import { jsonList } from '../../database/json-sql.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { UserInputError } from '../../graphql/errors.ts';
import { offsetOf } from '../../graphql/page.ts';
import { dayOf, instantOf } from '../gym/gym-day.ts';
import { getPaymentSettings } from '../payment-settings/get-payment-settings.ts';
import { candidates, creditorNameOf } from './candidates.ts';
import type { PreflightArgs } from './payment-batch.inputs.ts';
import { assertMaySeePayments } from './payment-batch.policy.ts';
import type { PaymentPreflight } from './preflight.type.ts';
import { addDays, addTargetDays, targetDayFrom } from './target-days.ts';

type Read = Pick<
  PaymentPreflight,
  'included' | 'blocked' | 'blockedBy' | 'unusual' | 'respelledCount' | 'offsetLineCount'
> & {
  items: PaymentPreflight['candidates']['items'];
  totalCount: number;
};

const money = (cents: string): string =>
  `json_build_object('amountCents', coalesce(${cents}, 0), 'currency', s.currency)`;

const sums = (
  condition: string,
): string => `(select json_build_object('count', count(*), 'lineCount', coalesce(sum(c.line_count), 0),
  'total', ${money('sum(c.total_cents)')}) from candidate c where ${condition})`;

const linesOf =
  jsonList(`select json_build_object('purchaseId', l.id, 'description', l.description, 'purchasedAt', l.purchased_at,
    'amount', ${money('l.total_cents')}) as j
  from line l where l.member_id = c.member_id and l.batch_id is not distinct from c.batch_id and l.is_by_stripe = c.is_by_stripe order by l.purchased_at, l.id limit 50`);

export const isRespelled = `c.block is null and c.holder_in_file <> c.holder`;

const itemJson = `json_build_object('id', concat_ws(':', c.member_id, c.batch_id, case when c.is_by_stripe then 'stripe' end),
  'member', json_build_object('id', c.member_id, 'fullName', c.full_name, 'memberNumber', c.member_number),
  'total', ${money('c.total_cents')}, 'lineCount', c.line_count, 'returnedCount', c.returned_count, 'lines', ${linesOf},
  'block', c.block, 'batchId', c.batch_id,
  'batchNumber', (select b.number from payment_batch b where b.id = c.batch_id), 'sequenceType', case when c.mandate_id is not null then c.sequence_type end,
  'maskedIban', c.masked_iban, 'mandateReference', c.mandate_reference, 'holder', c.holder,
  'holderInFile', c.holder_in_file,
  'isRespelled', coalesce(c.holder_in_file <> c.holder, false), 'unusual', case when c.block is null then c.unusual end,
  'usual', case when c.usual_cents is not null then ${money('c.usual_cents')} end)`;

const statement = `with ${candidates('select $1::timestamptz as until_at, $2::date as collection_on')},
  shown as materialized (
    select c.* from candidate c
     where case $3 when 'INCLUDED' then c.block is null when 'BLOCKED' then c.block is not null
                   when 'UNUSUAL' then c.block is null and c.unusual is not null when 'RESPELLED' then ${isRespelled} else true end
       and ($4::text is null or c.block = $4)
       and ($5::text is null or fold(c.full_name) like '%' || fold($5) || '%' escape '~' or c.member_number::text = $5))
  select json_build_object(
    'included', ${sums('c.block is null')}, 'blocked', ${sums('c.block is not null')},
    'blockedBy', ${jsonList(`select json_build_object('block', c.block, 'count', count(*), 'lineCount', sum(c.line_count),
       'total', json_build_object('amountCents', sum(c.total_cents), 'currency', min(s.currency))) as j
       from candidate c, setting s where c.block is not null group by c.block order by count(*) desc, c.block`)},
    'unusual', ${sums('c.block is null and c.unusual is not null')},
    'respelledCount', (select count(*) from candidate c where ${isRespelled}),
    'offsetLineCount', (select coalesce(sum(c.line_count), 0) from candidate c where c.total_cents = 0 and c.batch_id is null and not c.is_by_stripe),
    'items', ${jsonList(`select ${itemJson} as j from (select * from shown c
       order by c.block is null, c.unusual is null, c.full_name, c.member_id, c.batch_id limit $6 offset $7) c
       order by c.block is null, c.unusual is null, c.full_name, c.member_id, c.batch_id`)},
    'totalCount', (select count(*) from shown)) as read
  from setting s`;

export async function getPreflight(context: Context, args: PreflightArgs): Promise<PaymentPreflight> {
  const viewer = signedIn(context);
  assertMaySeePayments(viewer);
  const days = await collectionDays(context, args);
  const { page, pageSize, show, block, search } = args;
  const text = search?.trim().replace(/[~%_]/g, '~$&');
  const values = [untilInstant(days.untilOn, viewer.timeZone), days.collectionOn, show, block ?? null, text || null];
  const [row] = await context.db.rows<{ read: Read }>(statement, [...values, pageSize, offsetOf(args)], {
    name: 'get_preflight',
  });
  if (!row) throw new Error('The viewer has no gym.');
  const { items, totalCount, ...sums } = row.read;
  return { ...days, ...sums, candidates: { items, totalCount, page, pageSize } };
}

type Days = Pick<
  PaymentPreflight,
  'untilOn' | 'collectionOn' | 'movedFrom' | 'earliestOn' | 'leadDays' | 'creditorInFile' | 'isCreditorRespelled'
>;

/** The days of a batch, as they may be: a day that cannot be is moved to the first one after it that can. */
export async function collectionDays(
  context: Context,
  asked: Pick<PreflightArgs, 'untilOn' | 'collectionOn'>,
): Promise<Days> {
  const today = dayOf(context.clock.now(), signedIn(context).timeZone);
  const { leadDays, collectionDay, creditorName } = await getPaymentSettings(context);
  const untilOn = asked.untilOn ?? today;
  if (untilOn > today) throw new UserInputError('untilOn', 'IN_FUTURE', 'Choose today or a day before.');
  const earliestOn = addTargetDays(today, leadDays);
  const wanted = asked.collectionOn ?? nextDayOfMonth(earliestOn, collectionDay);
  if (wanted > addDays(today, 366)) throw new UserInputError('collectionOn', 'TOO_FAR', 'Choose a day within a year.');
  const collectionOn = targetDayFrom(wanted < earliestOn ? earliestOn : wanted);
  const creditorInFile = creditorName && creditorNameOf(creditorName);
  return {
    untilOn,
    collectionOn,
    movedFrom: collectionOn === wanted ? null : wanted,
    earliestOn,
    leadDays,
    creditorInFile,
    isCreditorRespelled: creditorInFile !== creditorName,
  };
}

function nextDayOfMonth(from: string, day: number): string {
  const start = DateTime.fromISO(from, { zone: 'UTC' });
  const inMonth = start.set({ day });
  return (inMonth < start ? inMonth.plus({ months: 1 }) : inMonth).toISODate() ?? from;
}

/** The end of a day, as its first instant after it. */
export const untilInstant = (untilOn: string, timeZone: string): Date =>
  instantOf(addDays(untilOn, 1), '00:00', timeZone);
