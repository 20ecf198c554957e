// What purchases add to a member, as SQL over the member's row (m) and gym (g); $2 is now.
import { jsonList } from '../../database/json-sql.ts';
import { defineBranch } from '../../graphql/branch.ts';
import { connectionFrom, decodeFeedCursor } from '../../graphql/connection.ts';
import type { Money } from '../../graphql/money.ts';
import { memberParent } from '../member/member.entity.ts';
import { paymentMethodOf } from '../payment-details/payment-readiness.ts';
import type { PaymentMethod } from '../payment-details/payment-method.type.ts';
import type { PurchasesInput } from './purchase-filter.inputs.ts';
import { purchaseJson } from './purchase-json.ts';
import type { OutstandingBasis, OutstandingMonth, Purchase, PurchaseConnection } from './purchase.type.ts';

const ofMember = 'p.gym_id = m.gym_id and p.member_id = m.id';
const unpaid = `${ofMember} and p.status in ('OPEN', 'PENDING', 'FAILED', 'RETURNED')`;

// Months begin by the gym's own clock.
const monthStart = `date_trunc('month', $2::timestamptz at time zone g.time_zone)`;
const inMonth = (start: string): string => `p.purchased_at >= ${start} at time zone g.time_zone
  and p.purchased_at < (${start} + interval '1 month') at time zone g.time_zone`;

const outstanding = `from purchase p where ${unpaid} and ${inMonth(monthStart)}`;

export const outstandingAmount = defineBranch<Money>({
  parent: memberParent,
  field: 'outstandingAmount',
  sql: () =>
    `select json_build_object('amountCents', coalesce(sum(p.total_cents), 0), 'currency', g.currency) ${outstanding}`,
});

export const outstandingBasis = defineBranch<OutstandingBasis>({
  parent: memberParent,
  field: 'outstandingBasis',
  sql: () => `select json_build_object('monthStartsOn', ${monthStart}::date, 'lineCount', count(*)) ${outstanding}`,
});

export const outstandingByMonth = defineBranch<OutstandingMonth[]>({
  parent: memberParent,
  field: 'outstandingByMonth',
  sql: () =>
    jsonList(`select json_build_object('monthStartsOn', month.starts_on, 'lineCount', count(*),
        'amount', json_build_object('amountCents', sum(p.total_cents), 'currency', g.currency)) as j
      from purchase p, lateral (select date_trunc('month', p.purchased_at at time zone g.time_zone)::date as starts_on) month
      where ${unpaid} group by month.starts_on order by month.starts_on desc`),
});

export const purchaseMethod = defineBranch<PaymentMethod>({
  parent: memberParent,
  field: 'purchaseMethod',
  sql: () => `select to_json((${paymentMethodOf})::text)`,
});

export const purchases = defineBranch<PurchaseConnection, PurchasesInput>({
  parent: memberParent,
  field: 'purchases',
  params: ({ first, after, filter }) => [
    first + 1,
    ...decodeFeedCursor(after),
    filter?.kinds ?? null,
    filter?.statuses ?? null,
    filter?.month ?? null,
    filter?.search?.trim() || null,
    filter?.isRecurring ?? null,
  ],
  sql: ([limit, purchasedAt, id, kinds, statuses, month, search, isRecurring], asked) => {
    const found = `from purchase p where ${ofMember}
      and (${kinds}::text[] is null or p.kind = any(${kinds}::text[]))
      and (${statuses}::text[] is null or p.status = any(${statuses}::text[]))
      and (${month}::date is null or ${inMonth(`date_trunc('month', ${month}::date::timestamp)`)})
      and (${search}::text is null or position(fold(${search}) in fold(p.description)) > 0)
      and (${isRecurring}::boolean is null or ${isRecurring}::boolean = (select s.billing <> 'ONCE' from subscription s
        where s.gym_id = p.gym_id and s.id = p.subscription_id))`;
    return `select json_build_object(
      'rows', ${jsonList(`select ${purchaseJson(asked)} as j ${found}
        and (${purchasedAt}::timestamptz is null or (p.purchased_at, p.id) < (${purchasedAt}::timestamptz, ${id}::uuid))
        order by p.purchased_at desc, p.id desc limit ${limit}`)},
      'totalCount', ${asked('totalCount') ? `(select count(*) ${found})` : '0'})`;
  },
  read: (json: { rows: Purchase[]; totalCount: number }, _, args) =>
    connectionFrom(json.rows, args, json.totalCount, (purchase) => [purchase.purchasedAt, purchase.id]),
});
