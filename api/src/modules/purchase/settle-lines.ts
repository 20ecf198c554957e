// Lines are paid: writes what came in to the ledger, and says so on the line, in one transaction. The same payment told
// again (the same reference on the same line) moves nothing, also when the line has gone on to something else since.
import type { EntityManager } from '@mikro-orm/postgresql';
import { doneBy, moveLines } from './move-lines.ts';
import type { AskedLine, LinesMoved } from './move-lines.ts';
import type { Payment } from './payment.entity.ts';
import { statesBefore } from './purchase-state.ts';

export interface Settlement {
  method: Payment['method'];
  /** Where the payment can be looked up, for lines that carry none of their own. */
  reference: string;
  at: Date;
  note?: string | null;
}

/** `amountCents` of a line, when given, must be what is still due of it. WRONG_STATE and PAID: it was paid twice. */
export function settleLines(
  em: EntityManager,
  lines: readonly AskedLine[],
  { method, reference, at, note }: Settlement,
): Promise<LinesMoved> {
  const sql = `line as (
      select p.gym_id, p.id, p.member_id, p.status, p.currency, coalesce(a.reference, ?) as reference,
             p.total_cents - coalesce(y.balance_cents, 0) as due_cents, a.cents as asked_cents, a.currency as asked_currency,
             exists (select from payment t where t.gym_id = p.gym_id and t.purchase_id = p.id and t.kind = 'PAYMENT'
                        and t.reference = coalesce(a.reference, ?)) as is_told
        from asked a join purchase p on p.id = a.id
        left join lateral (select sum(t.amount_cents) as balance_cents from payment t
           where t.gym_id = p.gym_id and t.purchase_id = p.id) y on true),
    judged as (select *, case
        when is_told then 'ALREADY_DONE'
        when status not in ${statesBefore('SETTLE')} then 'WRONG_STATE'
        when asked_currency <> currency then 'CURRENCY_DIFFERS'
        when asked_cents <> due_cents then 'AMOUNT_DIFFERS' end as why from line),
    booked as (insert into payment (gym_id, member_id, purchase_id, kind, method, amount_cents, currency, reference, happened_at, note, created_by)
      select gym_id, member_id, id, 'PAYMENT', ?, due_cents, currency, reference, ?, ?, ${doneBy} from judged where why is null),
    moved as (update purchase p set status = 'PAID', paid_at = ?, status_reason = null, held_from = null
        from judged j where j.gym_id = p.gym_id and j.id = p.id and j.why is null)
    select id, why, status from judged`;
  return moveLines(em, lines, { sql, values: [reference, reference, method, at, note ?? null, at] });
}
