import { expect, test } from 'vitest';
import { formOf, inputOf } from './gymForm';

const settings = {
  __typename: 'GymSettings',
  version: 'v1',
  name: 'Lift',
  email: null,
  phone: null,
  website: null,
  address: null,
  country: 'NL',
  timeZone: 'Europe/Amsterdam',
  locale: 'NL',
  currency: 'EUR',
  chargesFrom: null,
  newMemberDays: 30,
  trendRecentWeeks: 4,
  trendEarlierWeeks: 8,
  trendMinimumVisits: 0.5,
  trendMinimumPercent: 20,
  attachmentFileLimitMb: 10,
  attachmentMemberLimitMb: 50,
  hostFileLimitMb: 100,
  hostMemberLimitMb: 1000,
} as const;

const words = { notANumber: 'No number.', notWhole: 'Not whole.' };

test('only what was changed is sent, in either language', () => {
  for (const locale of ['nl', 'en'] as const) {
    const kept = formOf(settings, locale);
    expect(kept.trendMinimumVisits).toBe(locale === 'nl' ? '0,5' : '0.5');
    expect(inputOf(kept, kept, words)).toEqual({ input: {} });
    expect(
      inputOf({ name: 'Lift', email: 'a@b.example', trendMinimumVisits: '0,75', newMemberDays: ' 40' }, kept, words),
    ).toEqual({ input: { email: 'a@b.example', trendMinimumVisits: 0.75, newMemberDays: 40 } });
  }
});

test('what is no number is said at its field', () => {
  const kept = formOf(settings, 'en');
  expect(inputOf({ newMemberDays: '4.5', trendMinimumVisits: 'half', name: 'X' }, kept, words)).toEqual({
    problems: { newMemberDays: words.notWhole, trendMinimumVisits: words.notANumber },
  });
});
