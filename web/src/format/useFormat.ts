// The formatters bound to the language of the page and the time zone of the gym.
import { createContext, use, useMemo } from 'react';
import { useLocale } from '../i18n/locale';
import { formatBytes } from './bytes';
import {
  dayOf,
  formatDateTime,
  formatDay,
  formatInstantDay,
  formatRelativeDay,
  formatTime,
  timeOf,
  type DayStyle,
} from './days';
import { formatMoney, intlLocale, type Money } from './money';

/** The gym's time zone, once it is known who is signed in. */
export const TimeZoneContext = createContext('UTC');

export function useFormat() {
  const { locale } = useLocale();
  const timeZone = use(TimeZoneContext);
  return useMemo(() => {
    const today = () => dayOf(new Date(), timeZone);
    return {
      money: (money: Money) => formatMoney(money, locale),
      number: (value: number, fractionDigits = 0) =>
        new Intl.NumberFormat(intlLocale[locale], { maximumFractionDigits: fractionDigits }).format(value),
      bytes: (value: number) => formatBytes(value, locale),
      /** yyyy-mm-dd */
      day: (day: string, style?: DayStyle) => formatDay(day, locale, style),
      /** yyyy-mm-dd, near days in words */
      relativeDay: (day: string) => formatRelativeDay(day, today(), locale),
      /** The day of an instant, in the gym's time zone */
      dayOf: (instant: string, style?: DayStyle) => formatInstantDay(instant, locale, timeZone, style),
      relativeDayOf: (instant: string) => formatRelativeDay(dayOf(instant, timeZone), today(), locale),
      time: (instant: string) => formatTime(instant, locale, timeZone),
      dateTime: (instant: string, style?: DayStyle) => formatDateTime(instant, locale, timeZone, style),
      /** The day and the time (HH:MM) on the gym's clock, as fields of a form hold them. */
      localDay: (instant: string) => dayOf(instant, timeZone),
      localTime: (instant: string) => timeOf(instant, timeZone),
      today,
      /** HH:MM */
      now: () => timeOf(new Date().toISOString(), timeZone),
    };
  }, [locale, timeZone]);
}
