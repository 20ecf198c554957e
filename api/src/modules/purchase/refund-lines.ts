// The gym gives money back for paid lines: all that is left of a line makes it REFUNDED, a part leaves it paid.
import type { EntityManager } from '@mikro-orm/postgresql';
import { doneBy, moveLines } from './move-lines.ts';
import type { AskedLine, LinesMoved } from './move-lines.ts';
import { statesBefore } from './purchase-state.ts';
import type { Settlement } from './settle-lines.ts';

/** `amountCents`: how much of the line, all that is left of it when absent; of a counter-line it is negative, as the line is. */
export function refundLines(
  em: EntityManager,
  lines: readonly AskedLine[],
  { method, reference, at }: Settlement,
): Promise<LinesMoved> {
  const sql = `line as (
      select p.gym_id, p.id, p.member_id, p.status, p.currency, a.currency as asked_currency, coalesce(a.reference, ?) as reference,
             coalesce(y.balance_cents, 0) as balance_cents, coalesce(a.cents, y.balance_cents, 0) as cents,
             exists (select from payment t where t.gym_id = p.gym_id and t.purchase_id = p.id and t.kind = 'REFUND'
                        and t.reference = coalesce(a.reference, ?)) as is_told
        from asked a join purchase p on p.id = a.id
        left join lateral (select sum(t.amount_cents)::int as balance_cents from payment t
           where t.gym_id = p.gym_id and t.purchase_id = p.id) y on true),
    judged as (select *, case
        when is_told then 'ALREADY_DONE'
        when status not in ${statesBefore('REFUND')} then 'WRONG_STATE'
        when asked_currency <> currency then 'CURRENCY_DIFFERS'
        when abs(cents) > abs(balance_cents) or sign(cents) <> sign(balance_cents) then 'MORE_THAN_PAID' end as why from line),
    booked as (insert into payment (gym_id, member_id, purchase_id, kind, method, amount_cents, currency, reference, happened_at, created_by)
      select gym_id, member_id, id, 'REFUND', ?, -cents, currency, reference, ?, ${doneBy} from judged where why is null),
    moved as (update purchase p set status = 'REFUNDED'
        from judged j where j.gym_id = p.gym_id and j.id = p.id and j.why is null and j.cents = j.balance_cents)
    select id, why, status from judged`;
  return moveLines(em, lines, { sql, values: [reference, reference, method, at] });
}
