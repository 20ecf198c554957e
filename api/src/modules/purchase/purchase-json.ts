// A purchase as the graph shows it, as SQL over a row p of purchase: for every module that reads purchases.
import { jsonList, jsonObject } from '../../database/json-sql.ts';
import type { Asked } from '../../graphql/branch.ts';
import { employeeJson } from '../staff/employee.entity.ts';

const moneyJson = (cents: string, row = 'p'): string =>
  `json_build_object('amountCents', ${cents}, 'currency', ${row}.currency)`;

const correctionsOf = `purchase c where c.gym_id = p.gym_id and c.corrects_purchase_id = p.id`;

/** What counter-lines have left of a line, in cents; negative of a line that is a counter-line itself. */
const leftCents = `p.total_cents + (select coalesce(sum(c.total_cents), 0) from ${correctionsOf} and c.status <> 'CANCELLED')`;

/**
 * SQL: what can be given back of a line p: what is left with the gym of it and of its counter-lines, and of the credit that
 * counter-lines are still to give.
 */
export const refundableCents = `case when p.status = 'PAID' and p.corrects_purchase_id is null then greatest(0, (
  select sum(case when c.status in ('PAID', 'REFUNDED') then y.cents else c.total_cents end)
    from purchase c cross join lateral (select coalesce(sum(y.amount_cents), 0) as cents from payment y
      where y.gym_id = c.gym_id and y.purchase_id = c.id) y
   where c.gym_id = p.gym_id and c.status <> 'CANCELLED' and (c.id = p.id or c.corrects_purchase_id = p.id)))::int else 0 end`;

/** Nobody else is collecting it. Of a line that failed on an invoice Stripe goes on trying. */
const isFree = (row: string): string =>
  `(${row}.status = 'OPEN' or (${row}.status in ('FAILED', 'RETURNED') and ${row}.payment_method <> 'STRIPE_INVOICE'))`;

/**
 * SQL: what can be settled by hand of a line p. Open counter-lines go with their line, and so a credit is paid out only when
 * there is nothing left to collect that it would be taken off.
 */
export const settleableCents = `case
  when not ${isFree('p')} then 0
  when p.corrects_purchase_id is null then greatest(0, p.total_cents + (select coalesce(sum(c.total_cents), 0)
    from ${correctionsOf} and ${isFree('c')}))::int
  when exists (select from purchase o where o.gym_id = p.gym_id and o.id = p.corrects_purchase_id
    and o.status in ('OPEN', 'PENDING', 'FAILED', 'RETURNED')) then 0
  else p.total_cents end`;

/** SQL: the lines that are settled with a line p. */
export const isSettledWith = (line: string, of: string): string =>
  `(${line}.id = ${of} or ${line}.corrects_purchase_id = ${of}) and ${isFree(line)}`;

export const isPaidByHand = `exists (select from payment y where y.gym_id = p.gym_id and y.purchase_id = p.id
  and y.kind = 'PAYMENT' and y.method in ('CASH', 'BANK_TRANSFER'))`;

const corrections = jsonList(`select json_build_object('id', c.id, 'total', ${moneyJson('c.total_cents', 'c')},
  'reason', c.correction_reason, 'status', c.status, 'purchasedAt', c.purchased_at) as j
  from ${correctionsOf} order by c.purchased_at, c.id`);

const payments = jsonList(`select json_build_object('id', y.id, 'kind', y.kind, 'method', y.method,
  'amount', ${moneyJson('y.amount_cents', 'y')}, 'happenedAt', y.happened_at, 'note', y.note, 'reference', y.reference) as j
  from payment y where y.gym_id = p.gym_id and y.purchase_id = p.id order by y.happened_at, y.id`);

const subscription = `(select json_build_object('id', s.id, 'name', st.name, 'isRecurring', s.billing <> 'ONCE')
  from subscription s join subscription_type st on st.gym_id = s.gym_id and st.id = s.subscription_type_id
  where s.gym_id = p.gym_id and s.id = p.subscription_id)`;

const createdBy = `(select ${employeeJson('e')} from employee e where e.gym_id = p.gym_id and e.id = p.created_by)`;

const columns = {
  id: 'p.id',
  memberId: 'p.member_id',
  kind: 'p.kind',
  description: 'p.description',
  quantity: 'p.quantity',
  unitPrice: moneyJson('p.unit_price_cents'),
  total: moneyJson('p.total_cents'),
  vat: moneyJson('p.vat_cents'),
  vatRatePercent: 'p.vat_rate_bp / 100.0',
  purchasedAt: 'p.purchased_at',
  status: 'p.status',
  statusReason: `case when p.status in ('FAILED', 'RETURNED') then p.status_reason end`,
  paymentMethod: 'p.payment_method',
  periodStartsOn: 'p.period_starts_on',
  periodEndsOn: 'p.period_ends_on',
  paidAt: 'p.paid_at',
  correctsId: 'p.corrects_purchase_id',
  correctionReason: 'p.correction_reason',
  left: moneyJson(leftCents),
  refundable: moneyJson(refundableCents),
  settleable: moneyJson(settleableCents),
  isPaidByHand,
  corrections,
  payments,
  subscription,
  createdBy,
};

/** What a cursor is made of. */
const always = ['id', 'purchasedAt'];

/** What `permissionsOf` looks at. */
const deciding = [
  'kind',
  'status',
  'paymentMethod',
  'correctsId',
  'correctionReason',
  'total',
  'left',
  'refundable',
  'settleable',
  'isPaidByHand',
];

/** The JSON of the row, as far as it is asked for. */
export const purchaseJson = (asked: Asked): string =>
  jsonObject(columns, asked, asked('permissions') ? [...always, ...deciding] : always);
