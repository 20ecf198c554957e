import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { MemberPermission, assertMay } from '../member/member.policy.ts';
import type { ChangeSubscriptionInput } from './subscription-change.inputs.ts';

export function changeSubscription(context: Context, input: ChangeSubscriptionInput): never {
  assertMay(signedIn(context), MemberPermission.CHANGE_SUBSCRIPTION);
  throw new Error(`Not built yet: ${Object.keys(input).join(', ')}`);
}
