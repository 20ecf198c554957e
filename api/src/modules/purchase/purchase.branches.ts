// What purchases add to a member, as SQL over the member's row (m) and gym (g); $2 is now.
import { jsonList } from '../../database/json-sql.ts';
import { defineBranch } from '../../graphql/branch.ts';
import { connectionFrom, decodeFeedCursor } from '../../graphql/connection.ts';
import type { ConnectionInput } from '../../graphql/connection.ts';
import type { Money } from '../../graphql/money.ts';
import { memberParent } from '../member/member.entity.ts';
import type { OutstandingBasis, Purchase, PurchaseConnection } from './purchase.type.ts';

const money = (cents: string): string => `json_build_object('amountCents', ${cents}, 'currency', p.currency)`;

const purchaseJson = `json_build_object(
  'id', p.id, 'kind', p.kind, 'description', p.description, 'quantity', p.quantity, 'total', ${money('p.total_cents')},
  'vat', ${money('p.vat_cents')}, 'vatRatePercent', p.vat_rate_bp / 100.0, 'purchasedAt', p.purchased_at,
  'status', p.status, 'statusReason', p.status_reason, 'paymentMethod', p.payment_method,
  'periodStartsOn', p.period_starts_on, 'periodEndsOn', p.period_ends_on, 'paidAt', p.paid_at)`;

const monthStart = `date_trunc('month', $2::timestamptz at time zone g.time_zone)`;

// Unpaid, not cancelled, of the current month by the gym's own clock.
const outstanding = `from purchase p where p.gym_id = m.gym_id and p.member_id = m.id and p.status in ('OPEN', 'PENDING', 'FAILED', 'RETURNED')
  and p.purchased_at >= ${monthStart} at time zone g.time_zone
  and p.purchased_at < (${monthStart} + interval '1 month') at time zone g.time_zone`;

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

export const purchases = defineBranch<PurchaseConnection, ConnectionInput>({
  parent: memberParent,
  field: 'purchases',
  params: (args) => [args.first + 1, ...decodeFeedCursor(args.after)],
  sql: ([limit, purchasedAt, id], asked) => `select json_build_object(
    'rows', ${jsonList(`select ${purchaseJson} as j from purchase p where p.gym_id = m.gym_id and p.member_id = m.id
      and (${purchasedAt}::timestamptz is null or (p.purchased_at, p.id) < (${purchasedAt}::timestamptz, ${id}::uuid))
      order by p.purchased_at desc, p.id desc limit ${limit}`)},
    'totalCount', ${asked('totalCount') ? `(select count(*) from purchase p where p.gym_id = m.gym_id and p.member_id = m.id)` : '0'})`,
  read: (json: { rows: Purchase[]; totalCount: number }, _, args) =>
    connectionFrom(json.rows, args, json.totalCount, (purchase) => [purchase.purchasedAt, purchase.id]),
});
