// Makes the change that was previewed, exactly, or says what it would be by now.
import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { idFor } from '../../database/insert-once.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { UserInputError } from '../../graphql/errors.ts';
import { MemberPermission, assertMay } from '../member/member.policy.ts';
import { applyPlan } from './apply-plan.ts';
import { getChangedSubscription } from './get-changed-subscription.ts';
import { computeChange } from './preview-subscription-change.ts';
import type { ChangeSubscriptionInput, SubscriptionChangeInput } from './subscription-change.inputs.ts';
import { SubscriptionChangeConflict, SubscriptionChangeRefused } from './subscription-change.type.ts';
import type { SubscriptionChanged } from './subscription-change.type.ts';
import { lockFacts } from './subscription-facts.ts';

export async function changeSubscription(
  context: Context,
  { id, change, token }: ChangeSubscriptionInput,
): Promise<SubscriptionChanged | SubscriptionChangeConflict | SubscriptionChangeRefused> {
  const viewer = signedIn(context);
  assertMay(viewer, MemberPermission.CHANGE_SUBSCRIPTION);
  const [changeId, intent, now] = [idFor(id), intentOf(change), context.clock.now()];
  const outcome = await context.db.write(async (em) => {
    const facts = await lockFacts(em, change, now);
    const madeBefore = await findChange(em, changeId, intent);
    if (madeBefore) return madeBefore;
    const computed = computeChange(facts, change);
    if (computed instanceof SubscriptionChangeRefused) return computed;
    const { preview } = computed;
    if (preview.token !== token) return Object.assign(new SubscriptionChangeConflict(), { preview });
    const { gymId, employeeId } = viewer;
    return applyPlan(em, facts, computed, { gymId, employeeId, now, changeId, intent });
  });
  return typeof outcome === 'string' ? getChangedSubscription(context, change.memberId, outcome) : outcome;
}

/** The subscription that this change made or changed, when it was made before; a repeat may carry an old token. */
async function findChange(em: EntityManager, id: string, intent: string): Promise<string | null> {
  const [made] = await em.execute<{ intent: string; subscriptionId: string }[]>(
    `select intent, coalesce(new_subscription_id, subscription_id) as "subscriptionId" from subscription_change where id = ?`,
    [id],
  );
  if (made && made.intent !== intent)
    throw new UserInputError('id', 'ID_REUSED', 'This id was used for something else.');
  return made?.subscriptionId ?? null;
}

/** The same for the same wish, in whatever order and case it was written. */
function intentOf(change: SubscriptionChangeInput): string {
  const wish = Object.entries(change)
    .filter(([, value]) => value != null)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(wish).toLowerCase()).digest('base64url');
}
