// Takes a subscription type out of the offer, brings it back, or deletes one that nobody ever had.
import { assertNameFree, deleteUnused, findKept } from '../../database/kept-setting.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { getKept } from '../../graphql/kept-list.ts';
import { assertMayInGym } from '../account/viewer.policy.ts';
import { Permission } from '../account/viewer.type.ts';
import { excludeAll } from './include-in-type.ts';
import { SubscriptionType, subscriptionTypeParent } from './subscription-type.entity.ts';
import type { SubscriptionTypeIdInput } from './subscription-type.inputs.ts';
import type { SubscriptionTypeDeletedPayload, SubscriptionTypePayload } from './subscription-type.payloads.ts';

export async function archiveSubscriptionType(
  context: Context,
  { id }: SubscriptionTypeIdInput,
): Promise<SubscriptionTypePayload> {
  assertMayInGym(signedIn(context), Permission.MANAGE_SETTINGS);
  await context.db.write(async (em) => {
    const type = await findKept(em, SubscriptionType, id);
    type.archivedAt ??= context.clock.now();
  });
  return { subscriptionType: await getKept(context, subscriptionTypeParent, id) };
}

export async function restoreSubscriptionType(
  context: Context,
  { id }: SubscriptionTypeIdInput,
): Promise<SubscriptionTypePayload> {
  assertMayInGym(signedIn(context), Permission.MANAGE_SETTINGS);
  await context.db.write(async (em) => {
    const type = await findKept(em, SubscriptionType, id);
    type.archivedAt = null;
    await assertNameFree(em, SubscriptionType, type);
  });
  return { subscriptionType: await getKept(context, subscriptionTypeParent, id) };
}

export async function deleteSubscriptionType(
  context: Context,
  { id }: SubscriptionTypeIdInput,
): Promise<SubscriptionTypeDeletedPayload> {
  assertMayInGym(signedIn(context), Permission.MANAGE_SETTINGS);
  await context.db.write((em) => deleteUnused(em, SubscriptionType, id, () => excludeAll(em, id)));
  return { deletedId: id };
}
