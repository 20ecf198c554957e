// What revenue counts, as SQL: the one definition for sums, lines and exports.

/**
 * The purchases from $1 until before $2 that count, with what of each is paid, unpaid and given back: the three add up to
 * the total. A line that was refunded in part is paid for the rest.
 */
export const countedLines = `select p.gym_id, p.id, p.member_id, p.kind, p.description, p.quantity, p.total_cents, p.vat_cents,
      p.vat_rate_bp, p.currency, p.purchased_at, p.paid_at, p.status, p.status_reason, p.corrects_purchase_id,
      case p.status when 'PAID' then b.cents else 0 end as paid_cents,
      case when p.status in ('PAID', 'REFUNDED') then 0 else p.total_cents end as unpaid_cents,
      case p.status when 'PAID' then p.total_cents - b.cents when 'REFUNDED' then p.total_cents else 0 end as refunded_cents
    from purchase p
    cross join lateral (select case when p.status = 'PAID' and p.id in (select y.purchase_id from payment y where y.kind = 'REFUND')
      then (select sum(y.amount_cents) from payment y where y.gym_id = p.gym_id and y.purchase_id = p.id)
      else p.total_cents end as cents) b
   where p.status <> 'CANCELLED' and p.purchased_at >= $1 and p.purchased_at < $2`;

const money = (cents: string) =>
  `json_build_object('amountCents', coalesce(sum(${cents}), 0), 'currency', (select currency from gym))`;

/** An aggregate over rows of counted lines that makes a RevenueSum. */
export const revenueSum = `json_build_object('lineCount', count(*), 'total', ${money('total_cents')}, 'vat', ${money('vat_cents')},
  'net', ${money('total_cents - vat_cents')}, 'paid', ${money('paid_cents')}, 'unpaid', ${money('unpaid_cents')},
  'refunded', ${money('refunded_cents')})`;
