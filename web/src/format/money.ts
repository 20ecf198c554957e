// Integer cents to a price in the viewer's language. The browser formats amounts; it never adds them up.
import type { Locale } from '../i18n/locale';

export interface Money {
  amountCents: number;
  currency: string;
}

export const intlLocale: Record<Locale, string> = { en: 'en-GB', nl: 'nl-NL' };

export function formatMoney({ amountCents, currency }: Money, locale: Locale): string {
  const format = new Intl.NumberFormat(intlLocale[locale], { style: 'currency', currency });
  // A decimal string keeps every cent exact, where a division would not promise to.
  return format.format(decimalString(amountCents) as `${number}`);
}

export function decimalString(cents: number): string {
  const digits = Math.abs(cents).toString().padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** So many times an amount: whole cents times a whole number. The server works it out again, and refuses what differs. */
export function times({ amountCents, currency }: Money, quantity: number): Money {
  return { amountCents: amountCents * quantity, currency };
}
