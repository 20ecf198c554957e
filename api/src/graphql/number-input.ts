// Numbers as people type them. What is wrong is said by field and reason: NEGATIVE, TOO_LOW, TOO_HIGH or INVALID_RATE.
import { UserInputError } from './errors.ts';

/** A whole number within its range. */
export function wholeOf(field: string, value: number, least: number, most: number): number {
  if (value < 0 && least === 0) throw new UserInputError(field, 'NEGATIVE', 'This cannot be below zero.');
  if (value < least) throw new UserInputError(field, 'TOO_LOW', `This must be at least ${least}.`);
  if (value > most) throw new UserInputError(field, 'TOO_HIGH', `This can be at most ${most}.`);
  return value;
}

/** 999,999.99 of a currency with cents. */
const maxPriceCents = 99_999_999;

export const priceOf = (field: string, cents: number): number => wholeOf(field, cents, 0, maxPriceCents);

/** Percent as the graph has it, 9 or 5.5, to hundredths of a percent. */
export function rateBpOf(field: string, percent: number): number {
  const bp = Math.round(percent * 100);
  if (!(percent >= 0 && percent <= 100) || Math.abs(percent * 100 - bp) > 1e-6) {
    throw new UserInputError(field, 'INVALID_RATE', 'A rate is a percentage from 0 to 100, with two decimals at most.');
  }
  return bp;
}
