// A payment of lines was refused before any money moved: they are to be collected again, and say why.
import type { EntityManager } from '@mikro-orm/postgresql';
import { linesOf, moveLines } from './move-lines.ts';
import type { LinesMoved } from './move-lines.ts';
import { statesBefore } from './purchase-state.ts';

/** `reason`: a code of the bank (AC04) or of Stripe (card_declined). */
export function failLines(
  em: EntityManager,
  ids: readonly string[],
  { reason }: { reason: string },
): Promise<LinesMoved> {
  const sql = `judged as (
      select p.gym_id, p.id, p.status, case
          when p.status = 'FAILED' and p.status_reason = ? then 'ALREADY_DONE'
          when p.status not in ${statesBefore('FAIL')} then 'WRONG_STATE' end as why
        from asked a join purchase p on p.id = a.id),
    moved as (update purchase p set status = 'FAILED', status_reason = ?, held_from = null
        from judged j where j.gym_id = p.gym_id and j.id = p.id and j.why is null)
    select id, why, status from judged`;
  return moveLines(em, linesOf(ids), { sql, values: [reason, reason] });
}
