// Faults that the properties of billing must find: each is the product's own computation with one thing wrong.
import type { IRawProperty } from 'fast-check';
import { addDays } from '../modules/gym/calendar-day.ts';
import { earliestEnd } from '../modules/subscription/earliest-end.ts';
import { chargesDue } from '../modules/subscription/plan-charges.ts';
import type { Charge } from '../modules/subscription/plan-charges.ts';
import { SubscriptionRefusal } from '../modules/subscription/subscription-change.type.ts';
import { vatRateOn } from '../modules/subscription/vat-rate.ts';
import { lives, money, notices, schedules, vatRates } from './billing-properties.ts';
import { theProduct } from './subscription-life.ts';

const due =
  (spoil: (charges: Charge[]) => Charge[]): typeof chargesDue =>
  (...args) =>
    spoil(chargesDue(...args));

const changedFirst = (change: (charge: Charge) => Partial<Charge>) => (charges: Charge[]) =>
  charges.map((charge, index) => (index === 0 ? { ...charge, ...change(charge) } : charge));

export const plantedBillingFaults: Record<string, IRawProperty<unknown>> = {
  'a charge is left out': schedules(due((charges) => charges.slice(0, -1))) as IRawProperty<unknown>,
  'a charge comes twice': schedules(due((charges) => [...charges, ...charges.slice(-1)])) as IRawProperty<unknown>,
  'a cent too much': schedules(due(changedFirst((it) => ({ totalCents: it.totalCents + 1 })))) as IRawProperty<unknown>,
  'a period begins a day late': schedules(
    due(changedFirst((it) => ({ periodStartsOn: addDays(it.periodStartsOn, 1) }))),
  ) as IRawProperty<unknown>,
  'shares are rounded by themselves': money((price, first, last, days) =>
    Math.round((price * (last - first + 1)) / days),
  ) as IRawProperty<unknown>,
  'shares are cut off': money(
    (price, first, last, days) => Math.floor((price * last) / days) - Math.floor((price * (first - 1)) / days),
  ) as IRawProperty<unknown>,
  'notice is thirty days': notices((terms, on) => ({
    ...earliestEnd(terms, on),
    noticeEndsOn: addDays(on, 30),
  })) as IRawProperty<unknown>,
  'a rate changes a day late': vatRates((terms, day, changes) =>
    vatRateOn(terms, addDays(day, -1), changes),
  ) as IRawProperty<unknown>,
  'what is on offer changes twice': vatRates(({ vatRateBp }, day, changes) =>
    vatRateOn({ vatRateBp, agreedAt: '2000-01-01T00:00:00Z' }, day, changes),
  ) as IRawProperty<unknown>,
  'credits are forgotten': lives({
    ...theProduct,
    plan: (...args) => {
      const plan = theProduct.plan(...args);
      return { ...plan, lines: plan.lines.filter(({ correctsId }) => correctsId === null) };
    },
  }) as IRawProperty<unknown>,
  'a subscription is had twice': lives({
    ...theProduct,
    refusalOf: (...args) => {
      const refusal = theProduct.refusalOf(...args);
      return refusal === SubscriptionRefusal.OVERLAPS ? null : refusal;
    },
  }) as IRawProperty<unknown>,
  'a credit is a cent short': lives({
    ...theProduct,
    plan: (...args) => {
      const plan = theProduct.plan(...args);
      return {
        ...plan,
        lines: plan.lines.map((line) => ({ ...line, totalCents: line.totalCents + (line.correctsId ? 1 : 0) })),
      };
    },
  }) as IRawProperty<unknown>,
  'days left out are not charged after undoing': lives({
    ...theProduct,
    supplementOf: () => null,
  }) as IRawProperty<unknown>,
};
