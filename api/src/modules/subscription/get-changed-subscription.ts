import type { Context } from '../../graphql/context.ts';
import { getChangedMember } from '../member/get-member.ts';
import { SubscriptionChanged } from './subscription-change.type.ts';
import { subscriptions } from './subscription.branches.ts';

/** For the answer of a verb that has just changed it; none when it was taken back. */
export async function getChangedSubscription(
  context: Context,
  memberId: string,
  subscriptionId: string,
): Promise<SubscriptionChanged> {
  const member = await getChangedMember(context, memberId);
  const all = await context.branches.branch(subscriptions, member);
  return Object.assign(new SubscriptionChanged(), {
    member,
    subscription: all.find(({ id }) => id === subscriptionId) ?? null,
  });
}
