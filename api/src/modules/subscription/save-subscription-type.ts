// Makes a subscription type, or changes what is on offer from now on; contracts keep their own terms.
import { idFor, insertOnce } from '../../database/insert-once.ts';
import { assertNameFree, findKept } from '../../database/kept-setting.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { getKept } from '../../graphql/kept-list.ts';
import { assertMayInGym } from '../account/viewer.policy.ts';
import { Permission } from '../account/viewer.type.ts';
import { includeInType } from './include-in-type.ts';
import { termsOf } from './subscription-type-input.ts';
import { SubscriptionType, subscriptionTypeParent } from './subscription-type.entity.ts';
import type { ChangeSubscriptionTypeInput, CreateSubscriptionTypeInput } from './subscription-type.inputs.ts';
import type { SubscriptionTypePayload } from './subscription-type.payloads.ts';

export async function createSubscriptionType(
  context: Context,
  input: CreateSubscriptionTypeInput,
): Promise<SubscriptionTypePayload> {
  const viewer = signedIn(context);
  assertMayInGym(viewer, Permission.MANAGE_SETTINGS);
  const id = idFor(input.id);
  const { isRecurring, name } = input;
  const row = { id, gymId: viewer.gymId, name, isRecurring, ...termsOf(input, isRecurring) };
  await context.db.write(async (em) => {
    if (!(await insertOnce(em, SubscriptionType, row))) return;
    await assertNameFree(em, SubscriptionType, row);
    await includeInType(em, id, input);
  });
  return { subscriptionType: await getKept(context, subscriptionTypeParent, id) };
}

export async function changeSubscriptionType(
  context: Context,
  input: ChangeSubscriptionTypeInput,
): Promise<SubscriptionTypePayload> {
  assertMayInGym(signedIn(context), Permission.MANAGE_SETTINGS);
  await context.db.write(async (em) => {
    const type = await findKept(em, SubscriptionType, input.id);
    Object.assign(type, termsOf(input, type.isRecurring));
    await assertNameFree(em, SubscriptionType, type);
    await includeInType(em, type.id, input);
  });
  return { subscriptionType: await getKept(context, subscriptionTypeParent, input.id) };
}
