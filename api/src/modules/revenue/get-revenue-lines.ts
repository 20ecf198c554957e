// The lines behind a figure of revenue, a page at a time, the earliest first.
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { offsetOf } from '../../graphql/page.ts';
import { monthOf } from './revenue-month.ts';
import { countedLines } from './revenue-sql.ts';
import type { RevenueLinesArgs } from './revenue.inputs.ts';
import type { RevenueLine, RevenueLinePage } from './revenue.type.ts';

// A part is about cents: of a line that was refunded in part, some is paid and some given back.
const lines = `with line as materialized (select * from (${countedLines}) counted
    where ($3::text is null or kind = $3) and ($4::numeric is null or vat_rate_bp = $4 * 100)
      and case $5::text when 'PAID' then paid_cents <> 0 or (status = 'PAID' and total_cents = 0) when 'UNPAID' then unpaid_cents <> 0
             when 'REFUNDED' then refunded_cents <> 0 when 'CORRECTION' then corrects_purchase_id is not null else true end)
  select (select count(*)::int from line) as "totalCount",
    coalesce((select json_agg(json_build_object('id', l.id, 'memberId', l.member_id, 'memberName', m.full_name,
        'memberNumber', m.member_number, 'kind', l.kind, 'description', l.description, 'quantity', l.quantity,
        'total', json_build_object('amountCents', l.total_cents, 'currency', l.currency),
        'vat', json_build_object('amountCents', l.vat_cents, 'currency', l.currency), 'vatRatePercent', l.vat_rate_bp / 100.0,
        'status', l.status, 'statusReason', case when l.status in ('FAILED', 'RETURNED') then l.status_reason end,
        'purchasedAt', l.purchased_at, 'correctsId', l.corrects_purchase_id) order by l.purchased_at, l.id)
      from (select * from line order by purchased_at, id limit $6 offset $7) l
      join member m on m.gym_id = l.gym_id and m.id = l.member_id), '[]'::json) as items`;

export async function getRevenueLines(context: Context, args: RevenueLinesArgs): Promise<RevenueLinePage> {
  const { page, pageSize, kind, part, vatRatePercent } = args;
  const { from, until } = monthOf(args.month, signedIn(context).timeZone);
  const [found] = await context.db.rows<{ items: RevenueLine[]; totalCount: number }>(
    lines,
    [from, until, kind ?? null, vatRatePercent ?? null, part ?? null, pageSize, offsetOf(args)],
    { name: 'revenue_lines' },
  );
  return { items: found?.items ?? [], totalCount: found?.totalCount ?? 0, page, pageSize };
}
