// Lines are taken back before anybody was asked for money: as if they had not been.
import type { EntityManager } from '@mikro-orm/postgresql';
import { linesOf, moveLines } from './move-lines.ts';
import type { LinesMoved } from './move-lines.ts';
import { statesBefore } from './purchase-state.ts';

export function cancelLines(em: EntityManager, ids: readonly string[]): Promise<LinesMoved> {
  const sql = `judged as (
      select p.gym_id, p.id, p.status, case when p.status = 'CANCELLED' then 'ALREADY_DONE'
          when p.status not in ${statesBefore('CANCEL')} then 'WRONG_STATE' end as why
        from asked a join purchase p on p.id = a.id),
    moved as (update purchase p set status = 'CANCELLED'
        from judged j where j.gym_id = p.gym_id and j.id = p.id and j.why is null)
    select id, why, status from judged`;
  return moveLines(em, linesOf(ids), { sql, values: [] });
}
