// Deletes all open notifications of the gym: closed with that reason, so that no rule makes the same ones again.
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { assertMayInGym } from '../account/viewer.policy.ts';
import { Permission } from '../account/viewer.type.ts';
import {
  OpenNotificationCounts,
  OpenNotificationsChanged,
  OpenNotificationsDeleted,
} from './open-notifications.type.ts';
import type { DeleteOpenNotificationsInput, DeleteOpenNotificationsResult } from './open-notifications.type.ts';

const counted = `select count(*) filter (where n.kind <> 'CUSTOM')::int as "automaticCount",
  count(*) filter (where n.kind = 'CUSTOM')::int as "customCount" from notification n where n.completed_at is null`;

export async function getOpenNotificationCounts(context: Context): Promise<OpenNotificationCounts> {
  assertMayInGym(signedIn(context), Permission.MANAGE_SETTINGS);
  const [counts] = await context.db.rows<OpenNotificationCounts>(counted);
  return Object.assign(new OpenNotificationCounts(), counts);
}

export async function deleteOpenNotifications(
  context: Context,
  { includeCustom, expectedCount }: DeleteOpenNotificationsInput,
): Promise<typeof DeleteOpenNotificationsResult> {
  const viewer = signedIn(context);
  assertMayInGym(viewer, Permission.MANAGE_SETTINGS);
  const isDeleted = await context.db.write(async (em) => {
    // Locked before they are counted: what somebody completes meanwhile is theirs, and not among the deleted.
    const open = await em.execute<{ id: string }[]>(
      `select n.id from notification n where n.completed_at is null and (? or n.kind <> 'CUSTOM') order by n.id for update`,
      [includeCustom],
    );
    if (open.length !== expectedCount) return false;
    await em.execute(
      `update notification n set completed_at = ?, completed_by = ?, closed_reason = 'DELETED'
         from jsonb_array_elements_text(?::jsonb) o (id) where n.id = o.id::uuid`,
      [context.clock.now(), viewer.employeeId, JSON.stringify(open.map(({ id }) => id))],
    );
    return true;
  });
  const counts = await getOpenNotificationCounts(context);
  return isDeleted
    ? Object.assign(new OpenNotificationsDeleted(), { deletedCount: expectedCount, counts })
    : Object.assign(new OpenNotificationsChanged(), { counts });
}
