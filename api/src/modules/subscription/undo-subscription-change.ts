import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { MemberPermission, assertMay } from '../member/member.policy.ts';
import type { UndoSubscriptionChangeInput } from './subscription-change.inputs.ts';

export function undoSubscriptionChange(context: Context, input: UndoSubscriptionChangeInput): never {
  assertMay(signedIn(context), MemberPermission.CHANGE_SUBSCRIPTION);
  throw new Error(`Not built yet: ${Object.keys(input).join(', ')}`);
}
