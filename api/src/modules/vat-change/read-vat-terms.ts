// What a change of a VAT rate may be: another rate, from a day that is still to come.
import { rateBpOf } from '../../graphql/number-input.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { UserInputError } from '../../graphql/errors.ts';
import { addMonths } from '../gym/calendar-day.ts';
import { dayOf } from '../gym/gym-day.ts';
import type { VatChangeTermsInput } from './vat-change.inputs.ts';

export interface VatChangeTerms {
  fromBp: number;
  toBp: number;
  startsOn: string;
}

const MOST_MONTHS = 24;

export function readVatTerms(context: Context, input: VatChangeTermsInput): VatChangeTerms {
  const fromBp = rateBpOf('fromRatePercent', input.fromRatePercent);
  const toBp = rateBpOf('toRatePercent', input.toRatePercent);
  if (fromBp === toBp) throw new UserInputError('toRatePercent', 'SAME_RATE', 'This is the rate that it has.');
  const today = dayOf(context.clock.now(), signedIn(context).timeZone);
  // Lines of today may be written already.
  if (input.startsOn <= today) throw new UserInputError('startsOn', 'NOT_IN_FUTURE', 'Choose a day after today.');
  if (input.startsOn > addMonths(today, MOST_MONTHS))
    throw new UserInputError('startsOn', 'TOO_FAR_AHEAD', 'This is too far ahead.');
  return { fromBp, toBp, startsOn: input.startsOn };
}
