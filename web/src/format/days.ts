// Instants and days as people read them: instants in the gym's time zone, days as they are.
import type { Locale } from '../i18n/locale';
import { intlLocale } from './money';

/** A day as the schema writes it, yyyy-mm-dd. */
export type LocalDate = string;

const cache = new Map<string, Intl.DateTimeFormat>();
function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  let format = cache.get(key);
  if (!format) cache.set(key, (format = new Intl.DateTimeFormat(locale, options)));
  return format;
}

export type DayStyle = 'short' | 'long' | 'weekday' | 'weekdayOnly' | 'dayMonth' | 'month' | 'shortMonth';
const dayStyles: Record<DayStyle, Intl.DateTimeFormatOptions> = {
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  weekday: { weekday: 'short', day: 'numeric', month: 'short' },
  weekdayOnly: { weekday: 'short' },
  dayMonth: { day: 'numeric', month: 'short' },
  month: { month: 'long', year: 'numeric' },
  shortMonth: { month: 'short', year: 'numeric' },
};

export function formatDay(day: LocalDate, locale: Locale, style: DayStyle = 'short'): string {
  return formatter(intlLocale[locale], { ...dayStyles[style], timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

export function formatTime(instant: string, locale: Locale, timeZone: string): string {
  return formatter(intlLocale[locale], { hour: '2-digit', minute: '2-digit', timeZone }).format(new Date(instant));
}

export function formatInstantDay(instant: string, locale: Locale, timeZone: string, style: DayStyle = 'short'): string {
  return formatDay(dayOf(instant, timeZone), locale, style);
}

export function formatDateTime(instant: string, locale: Locale, timeZone: string, style: DayStyle = 'short'): string {
  return `${formatInstantDay(instant, locale, timeZone, style)} ${formatTime(instant, locale, timeZone)}`;
}

/** The day on the gym's calendar at this instant. */
export function dayOf(instant: string | Date, timeZone: string): LocalDate {
  // Swedish writes dates the way ISO 8601 does.
  return formatter('sv-SE', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone }).format(new Date(instant));
}

/** Whether this is a day of the calendar, written yyyy-mm-dd: the 31st of February is none. */
export function isDay(value: string): boolean {
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === value;
}

/** HH:MM on the gym's clock at this instant. */
export function timeOf(instant: string, timeZone: string): string {
  return formatter('sv-SE', { hour: '2-digit', minute: '2-digit', timeZone }).format(new Date(instant));
}

/** The day that stands `days` further on the calendar: for the previous and next buttons. */
export function shiftDay(day: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** "today", "yesterday", "in 3 days"; further than two weeks away the date itself. */
export function formatRelativeDay(day: LocalDate, today: LocalDate, locale: Locale): string {
  const distance = Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / 86_400_000);
  if (Math.abs(distance) > 14) return formatDay(day, locale);
  return new Intl.RelativeTimeFormat(intlLocale[locale], { numeric: 'auto' }).format(distance, 'day');
}
