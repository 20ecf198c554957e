// Shows a plan as the graph has it, with the token that stands for exactly this plan.
import { createHash } from 'node:crypto';
import { vatWithin } from '../../database/money.ts';
import type { Money } from '../../graphql/money.ts';
import type { PaymentMethod } from '../payment-details/payment-method.type.ts';
import { COLLECTABLE } from '../purchase/purchase-state.ts';
import { describeCharge } from './describe-charge.ts';
import type { NextCharge, Plan, PlannedLine } from './plan-subscription-change.ts';
import { PreviewedRole, SubscriptionChangePreview } from './subscription-change.type.ts';
import type { PreviewedLine, PreviewedSubscription } from './subscription-change.type.ts';
import { offerById } from './subscription-facts.ts';
import type { Facts } from './subscription-facts.ts';
import type { Terms, Wish } from './subscription-situation.ts';
import { vatRateOn } from './vat-rate.ts';
import type { PlannedCharge, SubscriptionBilling } from './subscription-terms.type.ts';

export function showPreview(facts: Facts, wish: Wish, plan: Plan): SubscriptionChangePreview {
  const money = moneyIn(facts);
  const sum = (of: (line: PlannedLine) => number) => money(plan.lines.reduce((total, line) => total + of(line), 0));
  return Object.assign(new SubscriptionChangePreview(), {
    token: tokenOf(facts, wish, plan),
    effectiveOn: plan.effectiveOn,
    lines: plan.lines.map((line) => showLine(facts, line, billingOf(facts, plan, line))),
    total: sum(({ totalCents }) => totalCents),
    vat: sum(({ vatCents }) => vatCents),
    paymentMethod: shownMethod(facts, plan),
    subscriptions: showSubscriptions(facts, plan),
    nextCharges: plan.nextCharges.map((charge) => showCharge(facts, charge)),
    earliestEnd: plan.earliestEnd,
  });
}

/** The same for the same wish on the same day in the same circumstances, and else another. */
export function tokenOf(facts: Facts, wish: Wish, plan: Plan): string {
  const { today, contracts, lines, locale, vatChanges } = facts;
  const methods = plan.lines.map((line) => methodOf(facts, line));
  return createHash('sha256')
    .update(JSON.stringify([today, locale, contracts, lines, vatChanges, wish, plan, methods]))
    .digest('base64url');
}

/** What is credited of a line that is still to be collected goes the way of that line; all else, as of today. */
export function methodOf({ lines, paymentMethod }: Facts, { correctsId }: PlannedLine): PaymentMethod {
  const line = lines.find(({ id }) => id === correctsId);
  return line && COLLECTABLE.includes(line.status) ? line.paymentMethod : paymentMethod;
}

/** Of what is charged; of the credits when there is nothing else. */
function shownMethod(facts: Facts, { lines }: Plan): PaymentMethod | null {
  const line = lines.find(({ correctsId }) => correctsId === null) ?? lines[0];
  return line ? methodOf(facts, line) : null;
}

export const billingOf = (
  facts: Facts,
  { created }: Pick<Plan, 'created'>,
  { subscriptionId }: PlannedLine,
): Terms['billing'] =>
  (facts.contracts.find(({ id }) => id === subscriptionId) ?? created?.terms)?.billing ?? 'MONTHLY';

const moneyIn =
  ({ currency }: Pick<Facts, 'currency'>) =>
  (amountCents: number): Money => ({ amountCents, currency });

function showLine(facts: Facts, line: PlannedLine, billing: Terms['billing']): PreviewedLine {
  const money = moneyIn(facts);
  return {
    description: describeCharge(line.typeName, { ...line, billing }, facts.locale),
    periodStartsOn: line.periodStartsOn,
    periodEndsOn: line.periodEndsOn,
    total: money(line.totalCents),
    vat: money(line.vatCents),
    vatRatePercent: line.vatRateBp / 100,
  };
}

/** Also of a contract as it stands, by its branch. */
export function showCharge(
  gym: Pick<Facts, 'currency' | 'locale' | 'vatChanges'>,
  charge: Pick<NextCharge, 'chargedOn' | 'periodStartsOn' | 'periodEndsOn' | 'totalCents'> & {
    terms: Pick<Terms, 'typeName' | 'billing' | 'vatRateBp' | 'agreedAt'>;
  },
): PlannedCharge {
  const money = moneyIn(gym);
  const { terms, chargedOn, periodStartsOn, periodEndsOn, totalCents } = charge;
  const vatRateBp = vatRateOn(terms, periodStartsOn, gym.vatChanges);
  return {
    chargedOn,
    description: describeCharge(terms.typeName, { ...charge, billing: terms.billing }, gym.locale),
    periodStartsOn,
    periodEndsOn,
    total: money(totalCents),
    vat: money(vatWithin(totalCents, vatRateBp)),
    vatRatePercent: vatRateBp / 100,
  };
}

function showSubscriptions(facts: Facts, { end, voidedId, include, created }: Plan): PreviewedSubscription[] {
  const roleOf = (id: string): PreviewedRole => {
    if (id === voidedId) return PreviewedRole.NEVER_STARTS;
    if (id === end?.contractId) return PreviewedRole.ENDS;
    return id === include?.contractId ? PreviewedRole.CHANGES : PreviewedRole.STAYS;
  };
  const shown = facts.contracts
    .filter(({ endsOn }) => endsOn === null || endsOn >= facts.today)
    .map((contract) => {
      const terms = {
        ...contract,
        ...(contract.id === end?.contractId ? { endsOn: end.endsOn } : {}),
        ...(contract.id === include?.contractId
          ? { sessionTypeIds: include.sessionTypeIds, calendarIds: include.calendarIds }
          : {}),
      };
      return showSubscription(facts, contract.id, roleOf(contract.id), terms);
    });
  const all = created ? [...shown, showSubscription(facts, null, PreviewedRole.STARTS, created.terms)] : shown;
  return all.sort((a, b) => (a.startsOn < b.startsOn ? -1 : a.startsOn > b.startsOn ? 1 : 0));
}

function showSubscription(
  facts: Facts,
  subscriptionId: string | null,
  role: PreviewedRole,
  terms: Terms,
): PreviewedSubscription {
  const named = <T extends { id: string }>(all: { shown: T }[], ids: string[]) =>
    all.flatMap(({ shown }) => (ids.includes(shown.id) ? [shown] : []));
  return {
    subscriptionId,
    role,
    type: offerById(facts, terms.typeId).shown,
    startsOn: terms.startsOn,
    endsOn: terms.endsOn,
    billing: terms.billing as SubscriptionBilling,
    price: moneyIn(facts)(terms.priceCents),
    sessionLimit: terms.sessionLimit,
    sessionTypes: named(facts.sessionTypes, terms.sessionTypeIds),
    calendars: named(facts.calendars, terms.calendarIds),
  };
}
