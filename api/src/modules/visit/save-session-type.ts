// Makes a session type, or changes it everywhere it is shown. A changed price is that of sessions bought from now on.
import { idFor, insertOnce } from '../../database/insert-once.ts';
import { assertNameFree, findKept } from '../../database/kept-setting.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { UserInputError } from '../../graphql/errors.ts';
import { getKept } from '../../graphql/kept-list.ts';
import { priceOf, rateBpOf } from '../../graphql/number-input.ts';
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
  const row = {
    id: idFor(input.id),
    gymId,
    name: nameOf(input.name),
    color: colorOf('color', input.color),
    ...singlePriceOf(input),
  };
  await context.db.write(async (em) => {
    if (await insertOnce(em, SessionType, row)) await assertNameFree(em, SessionType, row);
  });
  return { sessionType: await getKept(context, sessionTypeParent, row.id) };
}

export async function changeSessionType(
  context: Context,
  { id, name, color, ...input }: ChangeSessionTypeInput,
): Promise<SessionTypePayload> {
  assertMayInGym(signedIn(context), Permission.MANAGE_SETTINGS);
  await context.db.write(async (em) => {
    const sessionType = await findKept(em, SessionType, id);
    if (name != null) sessionType.name = nameOf(name);
    if (color != null) sessionType.color = colorOf('color', color);
    if (input.singleSessionPriceCents !== undefined) Object.assign(sessionType, singlePriceOf(input));
    await assertNameFree(em, SessionType, sessionType);
  });
  return { sessionType: await getKept(context, sessionTypeParent, id) };
}

type SinglePrice = Pick<SessionType, 'singleSessionPriceCents' | 'singleSessionVatRateBp'>;

/** A price has a rate, and a rate a price. */
function singlePriceOf({
  singleSessionPriceCents: cents,
  singleSessionVatRatePercent: percent,
}: Pick<ChangeSessionTypeInput, 'singleSessionPriceCents' | 'singleSessionVatRatePercent'>): SinglePrice {
  if (cents == null) return { singleSessionPriceCents: null, singleSessionVatRateBp: null };
  if (percent == null) throw new UserInputError('singleSessionVatRatePercent', 'REQUIRED', 'A price has a VAT rate.');
  return {
    singleSessionPriceCents: priceOf('singleSessionPriceCents', cents),
    singleSessionVatRateBp: rateBpOf('singleSessionVatRatePercent', percent),
  };
}
