// A calendar month as the gym's clock counts it, from any day of it.
import { UserInputError } from '../../graphql/errors.ts';
import { addMonths, firstOfMonth } from '../gym/calendar-day.ts';
import { instantOf } from '../gym/gym-day.ts';

export interface MonthSpan {
  startsOn: string;
  from: Date;
  until: Date;
}

export function monthOf(day: string, timeZone: string, monthCount = 1): MonthSpan {
  // Beyond these there is no revenue, and calendars end.
  if (day < '1990' || day > '2190') throw new UserInputError('month', 'OUT_OF_RANGE', 'Choose a month of our time.');
  const startsOn = firstOfMonth(day);
  return {
    startsOn,
    from: instantOf(startsOn, '00:00', timeZone),
    until: instantOf(addMonths(startsOn, monthCount), '00:00', timeZone),
  };
}
