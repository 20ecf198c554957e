import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import type { LookAhead } from '../../graphql/branch.ts';
import { dayOf } from '../gym/gym-day.ts';
import { getSessionsByIds } from './get-session.ts';
import type { Session } from './session.type.ts';

/** Sessions that start on a day of the gym's calendar, earliest first; cancelled ones too, marked. */
export async function getSessions(context: Context, on: string | undefined, ahead: LookAhead): Promise<Session[]> {
  const day = on ?? dayOf(context.clock.now(), signedIn(context).timeZone);
  const rows = await context.db.rows<{ id: string }>(
    `select s.id from session s join gym g on g.id = s.gym_id
      where s.starts_at >= $1::date::timestamp at time zone g.time_zone
        and s.starts_at < ($1::date + 1)::timestamp at time zone g.time_zone
      order by s.starts_at, s.id`,
    [day],
    { name: 'get_sessions' },
  );
  return getSessionsByIds(
    context,
    rows.map((row) => row.id),
    ahead,
  );
}
