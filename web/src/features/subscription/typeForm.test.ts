import { expect, test } from 'vitest';
import { formOf, inputOf, readRate, readWhole, type TypeForm } from './typeForm';

const filled: TypeForm = {
  ...formOf(null, 'nl'),
  name: ' Onbeperkt ',
  price: 7900,
  yearlyPrice: 79_000,
  vatRate: '9',
  sessionLimit: '3',
  firstTermMonths: '12',
  validityDays: '120',
};

test('what is sent is what was typed, without terms of the other kind', () => {
  expect(inputOf(filled, 'nl')).toMatchObject({
    input: { name: 'Onbeperkt', priceCents: 7900, yearlyPriceCents: 79_000, firstTermMonths: 12, validityDays: null },
  });
  expect(inputOf({ ...filled, isRecurring: false, yearlyPrice: 'NO_AMOUNT' }, 'nl')).toMatchObject({
    input: { yearlyPriceCents: null, firstTermMonths: 0, validityDays: 120, sessionLimit: 3 },
  });
});

test.each([
  [{ name: ' ' }, { name: 'nameMissing' }],
  [{ price: null }, { priceCents: 'priceMissing' }],
  [{ price: 'NEGATIVE' }, { priceCents: 'amount' }],
  [{ yearlyPrice: 'TOO_LARGE' }, { yearlyPriceCents: 'amount' }],
  [{ vatRate: '101' }, { vatRatePercent: 'vatRateInvalid' }],
  [{ vatRate: '' }, { vatRatePercent: 'vatRateInvalid' }],
  [{ sessionLimit: 'two' }, { sessionLimit: 'wholeInvalid' }],
  [{ sessionLimit: '-1' }, { sessionLimit: 'wholeInvalid' }],
  [{ firstTermMonths: '1.5' }, { firstTermMonths: 'wholeInvalid' }],
] as const)('what cannot be sent is named: %o', (wrong, problems) => {
  expect(inputOf({ ...filled, ...wrong } as TypeForm, 'nl')).toEqual({ problems });
});

test('rates and whole numbers as people type them', () => {
  expect(readRate('5,5', 'nl')).toBe(5.5);
  expect(readRate('21%', 'en')).toBe(21);
  expect(readRate('nine', 'en')).toBe(null);
  expect(readWhole(' 10 ')).toBe(10);
  expect(readWhole('')).toBe(null);
  expect(readWhole('10,5')).toBe('INVALID');
});
