// Makes a session type, or changes its name and colour everywhere it is shown.
import { idFor, insertOnce } from '../../database/insert-once.ts';
import { assertNameFree, findKept } from '../../database/kept-setting.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { getKept } from '../../graphql/kept-list.ts';
import { colorOf, lineOf } from '../../graphql/text-input.ts';
import { assertMayInGym } from '../account/viewer.policy.ts';
import { Permission } from '../account/viewer.type.ts';
import { SessionType, sessionTypeParent } from './session-type.entity.ts';
import type { ChangeSessionTypeInput, CreateSessionTypeInput } from './session-setup.inputs.ts';
import type { SessionTypePayload } from './session-setup.payloads.ts';

const nameOf = (name: string) => lineOf('name', name, 60);

export async function createSessionType(context: Context, input: CreateSessionTypeInput): Promise<SessionTypePayload> {
  const viewer = signedIn(context);
  assertMayInGym(viewer, Permission.MANAGE_SETTINGS);
  const { gymId } = viewer;
  const row = { id: idFor(input.id), gymId, name: nameOf(input.name), color: colorOf('color', input.color) };
  await context.db.write(async (em) => {
    if (await insertOnce(em, SessionType, row)) await assertNameFree(em, SessionType, row);
  });
  return { sessionType: await getKept(context, sessionTypeParent, row.id) };
}

export async function changeSessionType(
  context: Context,
  { id, name, color }: ChangeSessionTypeInput,
): Promise<SessionTypePayload> {
  assertMayInGym(signedIn(context), Permission.MANAGE_SETTINGS);
  await context.db.write(async (em) => {
    const sessionType = await findKept(em, SessionType, id);
    if (name != null) sessionType.name = nameOf(name);
    if (color != null) sessionType.color = colorOf('color', color);
    await assertNameFree(em, SessionType, sessionType);
  });
  return { sessionType: await getKept(context, sessionTypeParent, id) };
}
