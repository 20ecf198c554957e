// A payment that was under way came to nothing without being refused (a batch taken back, a checkout that ran out): each
// line is again what it was before, and keeps the reason why it had failed or come back.
import type { EntityManager } from '@mikro-orm/postgresql';
import { linesOf, moveLines } from './move-lines.ts';
import type { LinesMoved } from './move-lines.ts';
import { statesBefore } from './purchase-state.ts';

export function releaseLines(em: EntityManager, ids: readonly string[]): Promise<LinesMoved> {
  const sql = `judged as (
      select p.gym_id, p.id, p.status, case when p.status not in ${statesBefore('RELEASE')} then 'WRONG_STATE' end as why
        from asked a join purchase p on p.id = a.id),
    moved as (update purchase p set status = coalesce(p.held_from, 'OPEN'), held_from = null
        from judged j where j.gym_id = p.gym_id and j.id = p.id and j.why is null)
    select id, why, status from judged`;
  return moveLines(em, linesOf(ids), { sql, values: [] });
}
