// A payment of lines gets under way (in a batch, or at Stripe): nobody else collects them meanwhile.
import type { EntityManager } from '@mikro-orm/postgresql';
import { linesOf, moveLines } from './move-lines.ts';
import type { LinesMoved } from './move-lines.ts';
import { statesBefore } from './purchase-state.ts';

export function holdLines(em: EntityManager, ids: readonly string[]): Promise<LinesMoved> {
  const sql = `judged as (
      select p.gym_id, p.id, p.status, case when p.status not in ${statesBefore('HOLD')} then 'WRONG_STATE' end as why
        from asked a join purchase p on p.id = a.id),
    moved as (update purchase p set status = 'PENDING', held_from = p.status
        from judged j where j.gym_id = p.gym_id and j.id = p.id and j.why is null)
    select id, why, status from judged`;
  return moveLines(em, linesOf(ids), { sql, values: [] });
}
