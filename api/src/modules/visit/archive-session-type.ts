// Takes a session type out of the offer, brings it back, or deletes one that nothing was ever planned with.
import { assertNameFree, deleteUnused, findKept } from '../../database/kept-setting.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { getKept } from '../../graphql/kept-list.ts';
import { assertMayInGym } from '../account/viewer.policy.ts';
import { Permission } from '../account/viewer.type.ts';
import { SessionType, sessionTypeParent } from './session-type.entity.ts';
import type { SessionTypeIdInput } from './session-setup.inputs.ts';
import type { SessionTypePayload, SettingDeletedPayload } from './session-setup.payloads.ts';

export async function archiveSessionType(context: Context, { id }: SessionTypeIdInput): Promise<SessionTypePayload> {
  assertMayInGym(signedIn(context), Permission.MANAGE_SETTINGS);
  await context.db.write(async (em) => {
    const sessionType = await findKept(em, SessionType, id);
    sessionType.archivedAt ??= context.clock.now();
  });
  return { sessionType: await getKept(context, sessionTypeParent, id) };
}

export async function restoreSessionType(context: Context, { id }: SessionTypeIdInput): Promise<SessionTypePayload> {
  assertMayInGym(signedIn(context), Permission.MANAGE_SETTINGS);
  await context.db.write(async (em) => {
    const sessionType = await findKept(em, SessionType, id);
    sessionType.archivedAt = null;
    await assertNameFree(em, SessionType, sessionType);
  });
  return { sessionType: await getKept(context, sessionTypeParent, id) };
}

export async function deleteSessionType(context: Context, { id }: SessionTypeIdInput): Promise<SettingDeletedPayload> {
  assertMayInGym(signedIn(context), Permission.MANAGE_SETTINGS);
  await context.db.write((em) => deleteUnused(em, SessionType, id));
  return { deletedId: id };
}
