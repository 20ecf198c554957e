import { describe, expect, test } from 'vitest';
import { currencySign, readAmount, writeAmount } from './amount';

describe('an amount typed in', () => {
  test.each([
    ['12,50', 1250],
    ['12.50', 1250],
    ['12,5', 1250],
    ['12', 1200],
    ['12,', 1200],
    ['12,-', 1200],
    [',5', 50],
    ['0,05', 5],
    ['1.250', 125_000],
    ['1.250,99', 125_099],
    ['€ 1.250,99', 125_099],
    [' 7,00\u00a0', 700],
    ['999999,99', 99_999_999],
  ])('Dutch %j', (typed, cents) => expect(readAmount(typed, 'nl')).toBe(cents));

  test.each([
    ['12.50', 1250],
    ['12,50', 1250],
    ['1,250', 125_000],
    ['1,250.99', 125_099],
    ['£12', 1200],
    ['0.1', 10],
    ['0.29', 29],
  ])('English %j', (typed, cents) => expect(readAmount(typed, 'en')).toBe(cents));

  test('nothing is nothing, and zero is zero', () => {
    expect(readAmount('  ', 'nl')).toBe(null);
    expect(readAmount('-0', 'en')).toBe(0);
  });

  test.each(['twelve', '1,2,3', '12,345', '1.2.3', '12.50.', '1e3', '12,50,', '0x10', '.', '-', '١٢'])(
    '%j is no amount in Dutch',
    (typed) => expect(readAmount(typed, 'nl')).toBe('NO_AMOUNT'),
  );

  test('below zero and beyond the limit it says so', () => {
    expect(readAmount('-12,50', 'nl')).toBe('NEGATIVE');
    expect(readAmount('−3', 'en')).toBe('NEGATIVE');
    expect(readAmount('1000000', 'nl')).toBe('TOO_LARGE');
    expect(readAmount('999999999999', 'en')).toBe('TOO_LARGE');
    expect(readAmount('100,01', 'nl', 10_000)).toBe('TOO_LARGE');
  });

  test('what is written is read back as the same cents', () => {
    for (const locale of ['nl', 'en'] as const) {
      for (const cents of [0, 1, 9, 10, 99, 100, 1_999, 100_000, 1_234_567, 99_999_999]) {
        expect(readAmount(writeAmount(cents, locale), locale)).toBe(cents);
      }
    }
    expect(writeAmount(125_050, 'nl')).toBe('1250,50');
    expect(writeAmount(125_050, 'en')).toBe('1250.50');
  });
});

test('the sign of the currency', () => {
  expect(currencySign('EUR', 'nl')).toBe('€');
  expect(currencySign('CHF', 'en')).toBe('CHF');
});
