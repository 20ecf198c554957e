// An amount as people type it, to integer cents and back. Digits are moved as text, so that no cent is rounded away.
import type { Locale } from '../i18n/locale';
import { decimalString, intlLocale } from './money';

export type AmountProblem = 'NO_AMOUNT' | 'NEGATIVE' | 'TOO_LARGE';

/** What stands in a field for money: integer cents; null: empty; else why it cannot be taken. */
export type Amount = number | null | AmountProblem;

export function isAmountProblem(amount: Amount): amount is AmountProblem {
  return typeof amount === 'string';
}

/** 999,999.99 of any currency with cents. */
export const maxAmountCents = 99_999_999;

const marks: Record<Locale, { decimal: string; group: string }> = {
  nl: { decimal: ',', group: '\\.' },
  en: { decimal: '\\.', group: ',' },
};

/** Takes the decimal sign of the language, and the other one too where it can mean nothing else ("12.50" in Dutch). */
export function readAmount(typed: string, locale: Locale, maxCents = maxAmountCents): Amount {
  const bare = typed.replace(/[\s\p{Sc}]/gu, '').replace(/[.,][-–]$/, '');
  if (bare === '') return null;
  const isNegative = /^[-−–]/.test(bare);
  const digits = isNegative ? bare.slice(1) : bare;
  const { decimal, group } = marks[locale];
  const match =
    new RegExp(`^(\\d{1,3}(?:${group}\\d{3})+)(?:${decimal}(\\d{0,2}))?$`).exec(digits) ??
    /^(\d+)(?:[.,](\d{0,2}))?$/.exec(digits) ??
    /^(\d{0})[.,](\d{1,2})$/.exec(digits);
  if (!match) return 'NO_AMOUNT';
  const whole = (match[1] ?? '').replace(/\D/g, '');
  const cents = Number(whole + (match[2] ?? '').padEnd(2, '0'));
  if (cents > maxCents) return 'TOO_LARGE';
  return isNegative && cents > 0 ? 'NEGATIVE' : cents;
}

/** "1234,50": as it stands in a field, without the grouping that typing would have to repair. */
export function writeAmount(cents: number, locale: Locale): string {
  const format = new Intl.NumberFormat(intlLocale[locale], { minimumFractionDigits: 2, useGrouping: false });
  return format.format(decimalString(cents) as `${number}`);
}

/** The sign of a currency alone: "€". */
export function currencySign(currency: string, locale: Locale): string {
  const parts = new Intl.NumberFormat(intlLocale[locale], {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  }).formatToParts(0);
  return parts.find(({ type }) => type === 'currency')?.value ?? currency;
}
