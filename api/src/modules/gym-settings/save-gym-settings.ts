// Changes what is kept about the gym itself: all that is given is right, or nothing is kept. Who looked at an older version
// is refused, unless what they want is so already: then it was they themselves, a moment ago.
import type { EntityManager } from '@mikro-orm/postgresql';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { UserInputError } from '../../graphql/errors.ts';
import { assertMayInGym } from '../account/viewer.policy.ts';
import { Permission } from '../account/viewer.type.ts';
import { getGymSettings, gymSettingsOf, gymSettingsSql } from './get-gym-settings.ts';
import type { GymSettingsRow } from './get-gym-settings.ts';
import { givenSettings } from './given-settings.ts';
import type { Given } from './given-settings.ts';
import type { GymSettingsPayload, SaveGymSettingsInput } from './gym-settings.inputs.ts';

export async function saveGymSettings(context: Context, input: SaveGymSettingsInput): Promise<GymSettingsPayload> {
  const viewer = signedIn(context);
  assertMayInGym(viewer, Permission.MANAGE_SETTINGS);
  await context.db.write(async (em) => {
    await em.execute('select from gym where id = ? for no key update', [viewer.gymId]);
    const [row] = await em.execute<GymSettingsRow[]>(gymSettingsSql);
    const now = gymSettingsOf(row, context.storageLimits);
    const given = givenSettings(input, now, context.clock.now());
    if (given.length === 0) return;
    if (input.version != null && input.version !== now.version)
      throw new UserInputError('version', 'CHANGED_MEANWHILE', 'Somebody has changed the settings meanwhile.');
    if (given.some(({ column }) => column === 'time_zone')) await assertZoneKnown(em, input.timeZone);
    await keep(em, viewer.gymId, given);
  });
  return { gymSettings: await getGymSettings(context) };
}

/** The database counts days by its own list of time zones. */
async function assertZoneKnown(em: EntityManager, name: string | null | undefined): Promise<void> {
  const known = await em.execute('select from pg_timezone_names where name = ?', [name]);
  if (known.length === 0) throw new UserInputError('timeZone', 'UNKNOWN_TIME_ZONE', 'There is no such time zone.');
}

const keep = (em: EntityManager, gymId: string, given: readonly Given[]): Promise<unknown> =>
  em.execute(`update gym set ${given.map(({ column }) => `${column} = ?`).join(', ')} where id = ?`, [
    ...given.map(({ value }) => value),
    gymId,
  ]);
