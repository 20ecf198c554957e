import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lives, money, notices, schedules, vatRates } from '../../testing/billing-properties.ts';
import { lastOfTerm } from './billing-period.ts';
import { confirmationText } from './confirm-cancellation.ts';
import { creditsLeft } from './credits-left.ts';
import { describeCharge } from './describe-charge.ts';
import { chargesDue } from './plan-charges.ts';

const seed = 20260309;

test('schedules are those of a plain reference', () => fc.assert(schedules(), { seed, numRuns: 1000 }));
test('notice and first term are those of a plain reference', () => fc.assert(notices(), { seed, numRuns: 500 }));
test('VAT rates are those of a plain reference', () => fc.assert(vatRates(), { seed, numRuns: 2000 }));
test('prices by the day add up to the whole', () => fc.assert(money(), { seed, numRuns: 2000 }));
test('whatever is changed and undone, a contract costs what its days cost', () =>
  fc.assert(lives(), { seed, numRuns: 1500 }));

test('a month that is not whole is charged by the day, first and last alike', () => {
  const terms = { billing: 'MONTHLY', startsOn: '2026-01-31', endsOn: '2026-03-15', priceCents: 3100 } as const;
  expect(chargesDue(terms, '2026-01-01', '2026-12-31')).toEqual([
    { periodStartsOn: '2026-01-31', periodEndsOn: '2026-01-31', totalCents: 100 },
    { periodStartsOn: '2026-02-01', periodEndsOn: '2026-02-28', totalCents: 3100 },
    { periodStartsOn: '2026-03-01', periodEndsOn: '2026-03-15', totalCents: 1500 },
  ]);
});

test.each([
  ['2026-03-09', 12, '2027-03-08'],
  ['2028-02-29', 12, '2029-02-28'],
  ['2027-02-28', 12, '2028-02-27'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2026-01-31', 1, '2026-02-28'],
])('from %s on, %i months end on %s', (startsOn, months, endsOn) => {
  expect(lastOfTerm(startsOn, months)).toBe(endsOn);
});

test.each([
  ['nl', '2026-12-01', '2026-12-31', 100, 'Plan, december 2026'],
  ['en', '2026-12-05', '2026-12-31', 100, 'Plan, 5 – 31 Dec 2026'],
  ['en', '2026-12-05', '2026-12-31', -100, 'Credit Plan, 5 – 31 Dec 2026'],
] as const)('a line says in %s what it pays for', (locale, periodStartsOn, periodEndsOn, totalCents, words) => {
  expect(describeCharge('Plan', { billing: 'MONTHLY', periodStartsOn, periodEndsOn, totalCents }, locale)).toBe(words);
});

test('a year names its first and last day, and what is bought once nothing but itself', () => {
  const year = { billing: 'YEARLY', periodStartsOn: '2026-12-01', periodEndsOn: '2027-11-30' } as const;
  expect(describeCharge('Plan', year, 'en')).toBe('Plan, 1 Dec 2026 – 30 Nov 2027');
  expect(describeCharge('Plan', { ...year, billing: 'ONCE' }, 'en')).toBe('Plan');
});

test('credits are taken from the card that ends first, then from the next', () => {
  const uses = [['a', 'b'], ['a', 'b'], ['b'], ['a']];
  expect(
    Object.fromEntries(
      creditsLeft(
        new Map([
          ['a', 1],
          ['b', 5],
          ['c', 2],
        ]),
        uses,
      ),
    ),
  ).toEqual({ a: 0, b: 3, c: 2 });
});

test('a confirmation says what was agreed and what the law asked for', () => {
  const law = { cancelledOn: '2026-01-31', noticeEndsOn: '2026-02-28', firstTermEndsOn: null, endsOn: '2026-02-28' };
  expect(confirmationText('en', { typeName: 'Plan', endsOn: '2026-02-28', law, number: 'C-1-1' })).toBe(
    "The subscription Plan was cancelled on 31 January 2026. Its last day is 28 February 2026. With one month's notice it ends on 28 February 2026. Confirmation C-1-1.",
  );
});
