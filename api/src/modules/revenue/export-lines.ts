// The lines of a month for the bookkeeper, read a few at a time as they are sent, so that no month is too large.
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import type { PurchaseKind, PurchaseStatus } from '../purchase/purchase.type.ts';
import type { MonthSpan } from './revenue-month.ts';
import { countedLines } from './revenue-sql.ts';

export interface ExportedLine {
  /** In the gym's time zone. */
  purchasedOn: string;
  memberNumber: number;
  memberName: string;
  kind: PurchaseKind;
  description: string;
  quantity: number;
  vatRateBp: number;
  vatCents: number;
  totalCents: number;
  paidCents: number;
  unpaidCents: number;
  refundedCents: number;
  currency: string;
  status: PurchaseStatus;
  paidOn: string | null;
  id: string;
  correctsId: string | null;
}

const BATCH = 1000;

// The position is text: a Date would lose the microseconds, and with them lines.
const lines = `select to_char(l.purchased_at at time zone $3, 'YYYY-MM-DD') as "purchasedOn", m.member_number as "memberNumber",
    m.full_name as "memberName", l.kind, l.description, l.quantity, l.vat_rate_bp as "vatRateBp", l.vat_cents as "vatCents",
    l.total_cents as "totalCents", l.paid_cents as "paidCents", l.unpaid_cents as "unpaidCents", l.refunded_cents as "refundedCents",
    l.currency, l.status, to_char(l.paid_at at time zone $3, 'YYYY-MM-DD') as "paidOn", l.id, l.corrects_purchase_id as "correctsId",
    to_char(l.purchased_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as position
  from (${countedLines} and ($4::timestamptz is null or (p.purchased_at, p.id) > ($4, $5::uuid))
    order by p.purchased_at, p.id limit ${BATCH}) l
  join member m on m.gym_id = l.gym_id and m.id = l.member_id order by l.purchased_at, l.id`;

export async function* exportLines(context: Context, { from, until }: MonthSpan): AsyncGenerator<ExportedLine> {
  const { timeZone } = signedIn(context);
  let after: { position: string; id: string } | undefined;
  for (;;) {
    const values = [from, until, timeZone, after?.position ?? null, after?.id ?? null];
    const batch = await context.db.rows<ExportedLine & { position: string }>(lines, values, { name: 'export_lines' });
    yield* batch;
    after = batch.at(-1);
    if (batch.length < BATCH) return;
  }
}
