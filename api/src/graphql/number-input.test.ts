import { describe, expect, test } from 'vitest';
import { UserInputError } from './errors.ts';
import { priceOf, rateBpOf, wholeOf } from './number-input.ts';

const reasonOf = (run: () => unknown) => {
  try {
    return run();
  } catch (error) {
    return (error as UserInputError).extensions['reason'];
  }
};

describe('numbers', () => {
  test.each([
    [1, 1],
    [99, 99],
    [0, 'TOO_LOW'],
    [-1, 'TOO_LOW'],
    [100, 'TOO_HIGH'],
  ])('%s out of 1 to 99: %s', (value, answer) => expect(reasonOf(() => wholeOf('x', value, 1, 99))).toBe(answer));

  test.each([
    [0, 0],
    [99_999_999, 99_999_999],
    [-1, 'NEGATIVE'],
    [100_000_000, 'TOO_HIGH'],
  ])('a price of %s cents: %s', (cents, answer) => expect(reasonOf(() => priceOf('x', cents))).toBe(answer));

  test.each([
    [0, 0],
    [9, 900],
    [5.5, 550],
    [0.29, 29],
    [100, 10_000],
    [100.01, 'INVALID_RATE'],
    [-1, 'INVALID_RATE'],
    [5.555, 'INVALID_RATE'],
    [Number.NaN, 'INVALID_RATE'],
    [Number.POSITIVE_INFINITY, 'INVALID_RATE'],
  ])('a rate of %s percent: %s', (percent, answer) => expect(reasonOf(() => rateBpOf('x', percent))).toBe(answer));
});
