// What always holds of schedules, prices by the day and the lives of subscriptions: short in the tests, long in the drill.
import fc from 'fast-check';
import { vatWithin } from '../database/money.ts';
import { addDays } from '../modules/gym/calendar-day.ts';
import { earliestEnd } from '../modules/subscription/earliest-end.ts';
import { chargesDue } from '../modules/subscription/plan-charges.ts';
import { shareOf } from '../modules/subscription/proration.ts';
import type { Offer } from '../modules/subscription/subscription-facts.ts';
import { vatRateOn } from '../modules/subscription/vat-rate.ts';
import { referenceCharges, referenceMonthAfter, referenceRate, rounded } from './billing-reference.ts';
import { SubscriptionLife, theProduct } from './subscription-life.ts';
import type { Step } from './subscription-life.ts';

// Ends of months, leap days, the days on which the clock changes, and all others.
const specialDays = [
  '2024-01-31',
  '2024-02-29',
  '2023-12-31',
  '2024-03-31',
  '2024-10-27',
  '2027-02-28',
  '2028-02-29',
  '2026-03-29',
];
const anyDay = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 2600 }).map((days) => addDays('2023-01-01', days)) },
  { weight: 1, arbitrary: fc.constantFrom(...specialDays) },
);
const price = fc.oneof(
  fc.integer({ min: 0, max: 1_000_000 }),
  fc.integer({ min: 0, max: 100 }),
  fc.constantFrom(7950, 4500, 100),
);
const billing = fc.constantFrom('MONTHLY', 'MONTHLY', 'MONTHLY', 'YEARLY', 'ONCE');

const anySchedule = fc.record({
  billing,
  startsOn: anyDay,
  runsDays: fc.option(fc.integer({ min: 0, max: 800 })),
  priceCents: price,
  fromDays: fc.integer({ min: -60, max: 700 }),
  spanDays: fc.integer({ min: 0, max: 500 }),
  cutDays: fc.integer({ min: 0, max: 500 }),
});

/** The charges of any subscription in any span of days are those of going through the days, wherever the span is cut. */
export const schedules = (due = chargesDue) =>
  fc.property(anySchedule, ({ runsDays, fromDays, spanDays, cutDays, ...given }) => {
    const terms = { ...given, endsOn: runsDays === null ? null : addDays(given.startsOn, runsDays) };
    const from = addDays(terms.startsOn, fromDays);
    const until = addDays(from, spanDays);
    const whole = JSON.stringify(due(terms, from, until));
    assertSame(whole, JSON.stringify(referenceCharges(terms, from, until)));
    const cut = addDays(from, Math.min(cutDays, spanDays));
    assertSame(whole, JSON.stringify([...due(terms, from, cut), ...due(terms, addDays(cut, 1), until)]));
  });

/** A month of notice lands on the same day of the next month, or its last; no end is before it, or before the first term's. */
export const notices = (end = earliestEnd) =>
  fc.property(anyDay, fc.option(fc.integer({ min: 0, max: 900 })), (cancelledOn, termDays) => {
    const startsOn = addDays(cancelledOn, -400);
    const firstTermEndsOn = termDays === null ? null : addDays(startsOn, termDays);
    const earliest = end({ billing: 'MONTHLY', startsOn, endsOn: null, firstTermEndsOn }, cancelledOn);
    const notice = referenceMonthAfter(cancelledOn);
    assertSame(earliest.noticeEndsOn, notice);
    assertSame(earliest.endsOn, firstTermEndsOn !== null && firstTermEndsOn > notice ? firstTermEndsOn : notice);
  });

const anyPeriod = fc.record({
  priceCents: price,
  days: fc.constantFrom(28, 29, 30, 31, 365, 366),
  cuts: fc.array(fc.integer({ min: 1, max: 366 }), { maxLength: 6 }),
  rateBp: fc.integer({ min: 0, max: 2500 }),
});

/** However a period is cut into spans, their shares add up to the price, each within a cent of the exact one. */
export const money = (share = shareOf) =>
  fc.property(anyPeriod, ({ priceCents, days, cuts, rateBp }) => {
    const ends = [...new Set([...cuts.filter((cut) => cut < days), days])].sort((a, b) => a - b);
    let sum = 0;
    ends.forEach((last, index) => {
      const first = (ends[index - 1] ?? 0) + 1;
      const cents = share(priceCents, first, last, days);
      assertSame(cents, rounded(priceCents, last, days) - rounded(priceCents, first - 1, days));
      if (Math.abs(cents - (priceCents * (last - first + 1)) / days) > 1) throw new Error(`The share ${cents} is off.`);
      sum += cents;
    });
    assertSame(sum, priceCents);
    assertSame(vatWithin(priceCents, rateBp), rounded(priceCents, rateBp, 10_000 + rateBp));
    assertSame(vatWithin(-priceCents, rateBp) + vatWithin(priceCents, rateBp), 0);
  });

const rate = fc.constantFrom(0, 600, 900, 2100);
const anyRates = fc.record({
  vatRateBp: rate,
  agreedDays: fc.option(fc.integer({ min: -40, max: 40 }), { nil: undefined }),
  days: fc.integer({ min: -40, max: 60 }),
  // At most one change of a rate on a day, as the database has it.
  changes: fc.uniqueArray(
    fc.record({ startsDays: fc.integer({ min: -30, max: 30 }), fromBp: rate, toBp: rate, isApplied: fc.boolean() }),
    { maxLength: 6, selector: ({ startsDays, fromBp }) => `${startsDays} ${fromBp}` },
  ),
});

/** The rate of a contract on a day is what going through the days comes to, one change a day at most. */
export const vatRates = (rateOn = vatRateOn) =>
  fc.property(anyDay, anyRates, (middle, { vatRateBp, agreedDays, days, changes }) => {
    const day = addDays(middle, days);
    const agreedAt = agreedDays === undefined ? undefined : `${addDays(middle, agreedDays)}T12:00:00Z`;
    const given = changes
      .map(({ startsDays, isApplied, ...change }) => {
        const startsOn = addDays(middle, startsDays);
        return { ...change, startsOn, appliedAt: isApplied ? `${startsOn}T00:05:00Z` : null };
      })
      .sort((a, b) => (a.startsOn < b.startsOn ? -1 : a.startsOn > b.startsOn ? 1 : 0));
    assertSame(rateOn({ vatRateBp, agreedAt }, day, given), referenceRate({ vatRateBp, agreedAt }, day, given));
  });

const step = (does: Step['does'][], offers: number, days: fc.Arbitrary<number>): fc.Arbitrary<Step> =>
  fc.record({
    days,
    jobRan: fc.boolean(),
    does: fc.constantFrom(...does),
    pick: fc.nat(5),
    offer: fc.nat(offers),
    moment: fc.constantFrom('NOW', 'NOW', 'NEXT_PERIOD'),
    billing: fc.constantFrom(null, null, null, null, 'MONTHLY', 'YEARLY'),
    priceCents: fc.option(price),
    inDays: fc.option(fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 200 }))),
  });

const soon = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 45 }));
const often = ['CHANGE', 'CHANGE', 'CHANGE', 'CANCEL', 'CANCEL', 'UNDO', 'UNDO', 'UNDO', 'ADD', 'PAY'] as const;

/** Begins with a contract: without one there is nothing to change. */
const steps = fc
  .tuple(step(['ADD'], 1, fc.constant(0)), fc.array(step([...often], 3, soon), { minLength: 2, maxLength: 10 }))
  .map(([first, rest]) => [first, ...rest]);

/** A life, for playing it elsewhere. */
export const anyLife = fc.record({ startsOn: anyDay, steps });

/** Whatever is changed, cancelled, undone and charged late, each contract costs what its days cost, to the cent. */
export const lives = (product = theProduct) =>
  fc.property(anyDay, fc.tuple(price, price, price, price), steps, (day, prices, all) => {
    const life = new SubscriptionLife(day, offersAt(prices), product);
    for (const step of all) life.take(step);
    const [problem] = life.problems();
    if (problem) throw new Error(problem);
  });

function offersAt(prices: [number, number, number, number]): Offer[] {
  const common = {
    ...{
      vatRateBp: 900,
      isArchived: false,
      sessionLimit: null,
      sessionTypeIds: [],
      calendarIds: [],
      shown: {} as never,
    },
  };
  const recurring = { ...common, isRecurring: true, validityDays: null };
  const once = { ...common, isRecurring: false, yearlyPriceCents: null, firstTermMonths: 0 };
  return [
    {
      ...recurring,
      id: 'unlimited',
      name: 'Unlimited',
      priceCents: prices[0],
      yearlyPriceCents: prices[3],
      firstTermMonths: 0,
    },
    { ...recurring, id: 'twice', name: 'Twice', priceCents: prices[1], yearlyPriceCents: null, firstTermMonths: 3 },
    { ...once, id: 'card', name: 'Card', priceCents: prices[2], validityDays: 90 },
    { ...once, id: 'endless', name: 'Endless', priceCents: prices[3], validityDays: null },
  ];
}

function assertSame(is: unknown, should: unknown): void {
  if (is !== should) throw new Error(`It is ${String(is)} and should be ${String(should)}.`);
}
