// The one who paid took the money back: a direct debit returned by the bank, a card payment disputed. The lines are to be
// collected again, and say why.
import type { EntityManager } from '@mikro-orm/postgresql';
import { doneBy, linesOf, moveLines } from './move-lines.ts';
import type { LinesMoved } from './move-lines.ts';
import { statesBefore } from './purchase-state.ts';

export interface Return {
  /** SEPA books a RETURN, STRIPE a DISPUTE. */
  method: 'SEPA' | 'STRIPE';
  /** A code of the bank (AM04, MD01) or of Stripe (fraudulent). */
  reason: string;
  reference: string;
  at: Date;
}

/**
 * A line that was still under way is booked as paid and returned at once, under this reference: who says afterwards that it
 * was paid finds that told already.
 */
export function returnLines(
  em: EntityManager,
  ids: readonly string[],
  { method, reason, reference, at }: Return,
): Promise<LinesMoved> {
  const kind = method === 'SEPA' ? 'RETURN' : 'DISPUTE';
  const sql = `line as (
      select p.gym_id, p.id, p.member_id, p.status, p.currency, p.total_cents, coalesce(y.balance_cents, 0) as balance_cents,
             y.is_told, y.is_paid_by_it
        from asked a join purchase p on p.id = a.id
        left join lateral (
          select sum(t.amount_cents) as balance_cents, coalesce(bool_or(t.kind = ? and t.reference = ?), false) as is_told,
                 coalesce(bool_or(t.kind = 'PAYMENT' and t.reference = ?), false) as is_paid_by_it
            from payment t where t.gym_id = p.gym_id and t.purchase_id = p.id) y on true),
    judged as (select *, case
        when is_told then 'ALREADY_DONE'
        when status not in ${statesBefore('RETURN')} or (status = 'PENDING' and is_paid_by_it) then 'WRONG_STATE' end as why from line),
    booked as (insert into payment (gym_id, member_id, purchase_id, kind, method, amount_cents, currency, reference, happened_at, created_by)
      select j.gym_id, j.member_id, j.id, b.kind, ?, b.cents, j.currency, ?, ?, ${doneBy} from judged j
        cross join lateral (values ('PAYMENT', j.total_cents, j.status = 'PENDING'),
          (?, case when j.status = 'PENDING' then -j.total_cents else -j.balance_cents end, true)) b (kind, cents, is_due)
       where j.why is null and b.is_due),
    moved as (update purchase p set status = 'RETURNED', status_reason = ?, paid_at = null, held_from = null
        from judged j where j.gym_id = p.gym_id and j.id = p.id and j.why is null)
    select id, why, status from judged`;
  const values = [kind, reference, reference, method, reference, at, kind, reason];
  return moveLines(em, linesOf(ids), { sql, values });
}
