import { expect, test } from 'vitest';
import { formOf, inputOf } from './settingsForm';

const settings = {
  __typename: 'PaymentSettings',
  collection: 'SEPA',
  creditorName: 'Lift B.V.',
  creditorId: null,
  creditorIban: null,
  creditorBic: null,
  isCreditorComplete: false,
  leadDays: 2,
  painVersion: 'PAIN_008_001_08',
  collectionDay: 1,
  subscriptionVatRatePercent: 5.5,
  shopVatRatePercent: 21,
  unusualAmount: { __typename: 'Money', amountCents: 25_000, currency: 'EUR' },
  mandateText: { __typename: 'MandateText', version: 0, text: 'I allow it.', createdAt: null },
  openOnAccount: { __typename: 'OpenLines', count: 0, total: { __typename: 'Money', amountCents: 0, currency: 'EUR' } },
  openAtStripe: { __typename: 'OpenLines', count: 0, total: { __typename: 'Money', amountCents: 0, currency: 'EUR' } },
} as const;

const words = { notANumber: 'No number.', notARate: 'No rate.', amountMissing: 'No amount.' };

test('only what was changed is sent, in either language', () => {
  for (const locale of ['nl', 'en'] as const) {
    const kept = formOf(settings, locale);
    expect(kept.subscriptionVatRatePercent).toBe(locale === 'nl' ? '5,5' : '5.5');
    expect(inputOf(kept, kept, locale, words)).toEqual({ input: {} });
    const typed = { creditorName: 'Lift B.V.', leadDays: ' 3', shopVatRatePercent: '9 %', unusualAmountCents: 100 };
    expect(inputOf(typed, kept, locale, words)).toEqual({
      input: { leadDays: 3, shopVatRatePercent: 9, unusualAmountCents: 100 },
    });
  }
});

test('what was kept can be sent again as it was', () => {
  const { collection: _, ...kept } = formOf(settings, 'en');
  expect(inputOf(kept, {}, 'en', words)).toEqual({
    input: {
      creditorName: 'Lift B.V.',
      creditorId: '',
      creditorIban: '',
      creditorBic: '',
      leadDays: 2,
      painVersion: 'PAIN_008_001_08',
      collectionDay: 1,
      subscriptionVatRatePercent: 5.5,
      shopVatRatePercent: 21,
      unusualAmountCents: 25_000,
      mandateText: 'I allow it.',
    },
  });
});

test('what is no number is said at its field', () => {
  const typed = { leadDays: 'two', collectionDay: '', shopVatRatePercent: '101', unusualAmountCents: null };
  expect(inputOf(typed, formOf(settings, 'nl'), 'nl', words)).toEqual({
    problems: {
      leadDays: words.notANumber,
      collectionDay: words.notANumber,
      shopVatRatePercent: words.notARate,
      unusualAmountCents: words.amountMissing,
    },
  });
});
