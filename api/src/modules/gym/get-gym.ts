import type { Context } from '../../graphql/context.ts';
import type { Gym } from './gym.type.ts';

/** The viewer's own gym; there is no way to ask for another. */
export async function getGym(context: Context): Promise<Gym> {
  const [row] = await context.db.rows<{ gym: Gym }>(
    `select json_build_object(
       'id', id, 'name', name, 'timeZone', time_zone, 'currency', currency, 'country', country,
       'today', ($1::timestamptz at time zone time_zone)::date,
       'paymentCollection', payment_collection, 'newMemberDays', new_member_days,
       'attachmentFileLimitBytes', attachment_file_limit_bytes,
       'attachmentMemberLimitBytes', attachment_member_limit_bytes) as gym
     from gym`,
    [context.clock.now()],
    { name: 'get_gym' },
  );
  if (!row) throw new Error('The viewer has no gym.');
  return row.gym;
}
