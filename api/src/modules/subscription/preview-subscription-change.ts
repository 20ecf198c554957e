// What a change would do, without doing it.
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { MemberPermission, assertMay } from '../member/member.policy.ts';
import { isPaidByQr } from '../purchase/purchase.policy.ts';
import { planSubscriptionChange } from './plan-subscription-change.ts';
import type { Plan } from './plan-subscription-change.ts';
import { readWish } from './read-wish.ts';
import { refusalOf, refusalTexts } from './refuse-wish.ts';
import { showPreview } from './show-preview.ts';
import type { SubscriptionChangeInput } from './subscription-change.inputs.ts';
import { SubscriptionChangeRefused, SubscriptionRefusal } from './subscription-change.type.ts';
import type { SubscriptionChangePreview } from './subscription-change.type.ts';
import { getFacts } from './subscription-facts.ts';
import type { Facts } from './subscription-facts.ts';
import type { Wish } from './subscription-situation.ts';

export async function previewSubscriptionChange(
  context: Context,
  input: SubscriptionChangeInput,
): Promise<SubscriptionChangePreview | SubscriptionChangeRefused> {
  assertMay(signedIn(context), MemberPermission.CHANGE_SUBSCRIPTION);
  const computed = computeChange(await getFacts(context, input), input);
  return computed instanceof SubscriptionChangeRefused ? computed : computed.preview;
}

export interface ComputedChange {
  wish: Wish;
  plan: Plan;
  preview: SubscriptionChangePreview;
}

/** The one computation: what a preview shows is what the change carries out. */
export function computeChange(
  facts: Facts,
  input: SubscriptionChangeInput,
): ComputedChange | SubscriptionChangeRefused {
  const wish = readWish(facts, input);
  const refusal = refusalOf(facts, wish);
  if (refusal) return refused(refusal, facts);
  const plan = planSubscriptionChange(facts, wish);
  if (isPaidMeanwhile(facts, plan)) return refused(SubscriptionRefusal.PAID_BY_QR, facts);
  return { wish, plan, preview: showPreview(facts, wish, plan) };
}

/** The page behind a QR code goes on asking for all of a line that a part is taken off. */
const isPaidMeanwhile = ({ lines }: Facts, plan: Plan): boolean =>
  lines.some((line) => isPaidByQr(line) && plan.lines.some(({ correctsId }) => correctsId === line.id));

export const refused = (reason: SubscriptionRefusal, { paymentBlock }: Facts): SubscriptionChangeRefused =>
  Object.assign(new SubscriptionChangeRefused(), {
    reason,
    message: refusalTexts[reason],
    paymentBlock: reason === SubscriptionRefusal.PAYMENT_DETAILS_MISSING ? paymentBlock : null,
  });
