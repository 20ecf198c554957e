import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import type { LookAhead } from '../../graphql/branch.ts';
import { dayOf } from '../gym/gym-day.ts';
import { sessionParent } from './session.type.ts';
import type { Session } from './session.type.ts';

/** The first on a later day of the gym's calendar that is not cancelled. */
export async function getFirstSessionAfter(
  context: Context,
  after: string | undefined,
  ahead: LookAhead,
): Promise<Session | null> {
  const day = after ?? dayOf(context.clock.now(), signedIn(context).timeZone);
  const [row] = await context.db.rows<{ id: string }>(
    `select s.id from session s join gym g on g.id = s.gym_id
      where s.starts_at >= ($1::date + 1)::timestamp at time zone g.time_zone and s.cancelled_at is null
      order by s.starts_at, s.id limit 1`,
    [day],
    { name: 'first_session_after' },
  );
  return row ? context.branches.load(sessionParent, row.id, ahead) : null;
}
