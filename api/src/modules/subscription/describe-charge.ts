// The words on a line of a subscription, in the gym's language: its type and the days that it pays for.
import { lastOfMonth } from '../gym/calendar-day.ts';

export interface DescribedCharge {
  billing: 'MONTHLY' | 'YEARLY' | 'ONCE';
  periodStartsOn: string;
  periodEndsOn: string | null;
  /** Negative: a credit. */
  totalCents?: number;
}

export type GymLocale = 'nl' | 'en';

const credit = { nl: 'Tegoed', en: 'Credit' };

/** "Unlimited, december 2026", "Unlimited, 5–31 dec 2026", "Ten sessions"; a credit says so. */
export function describeCharge(typeName: string, charge: DescribedCharge, locale: GymLocale): string {
  const words = charge.billing === 'ONCE' || !charge.periodEndsOn ? typeName : `${typeName}, ${daysOf(charge, locale)}`;
  return (charge.totalCents ?? 0) < 0 ? `${credit[locale]} ${words}` : words;
}

function daysOf({ billing, periodStartsOn, periodEndsOn }: DescribedCharge, locale: GymLocale): string {
  const isMonth = periodStartsOn.endsWith('-01') && periodEndsOn === lastOfMonth(periodStartsOn);
  if (billing === 'MONTHLY' && isMonth) return formatOf(locale, 'long').format(Date.parse(periodStartsOn));
  const days = formatOf(locale, 'short').formatRange(
    Date.parse(periodStartsOn),
    Date.parse(periodEndsOn ?? periodStartsOn),
  );
  // Thin blanks look like any other on a bank statement, and are none of its characters.
  return days.replace(/\s+/g, ' ');
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs far more than using it. */
function formatOf(locale: GymLocale, month: 'long' | 'short'): Intl.DateTimeFormat {
  const language = locale === 'nl' ? 'nl-NL' : 'en-GB';
  const key = `${language} ${month}`;
  let format = formats.get(key);
  if (!format) {
    const day = month === 'short' ? ({ day: 'numeric' } as const) : {};
    format = new Intl.DateTimeFormat(language, { ...day, month, year: 'numeric', timeZone: 'UTC' });
    formats.set(key, format);
  }
  return format;
}
