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

test('what was read is what is sent, in either language', () => {
  for (const locale of ['nl', 'en'] as const) {
    const form = formOf(settings, locale);
    expect(form.subscriptionVatRatePercent).toBe(locale === 'nl' ? '5,5' : '5.5');
    expect(inputOf(form, locale)).toEqual({
      input: expect.objectContaining({
        leadDays: 2,
        collectionDay: 1,
        subscriptionVatRatePercent: 5.5,
        shopVatRatePercent: 21,
        unusualAmountCents: 25_000,
        creditorId: '',
      }),
    });
  }
});

test('what is no number is said at its field', () => {
  const form = {
    ...formOf(settings, 'nl'),
    leadDays: 'two',
    collectionDay: '',
    shopVatRatePercent: '101',
    unusualAmountCents: null,
  };
  expect(inputOf(form, 'nl')).toEqual({
    problems: {
      leadDays: 'notANumber',
      collectionDay: 'notANumber',
      shopVatRatePercent: 'notARate',
      unusualAmountCents: 'amountMissing',
    },
  });
});
