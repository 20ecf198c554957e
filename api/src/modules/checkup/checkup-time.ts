import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { UserInputError } from '../../graphql/errors.ts';
import { instantOf } from '../gym/gym-day.ts';

/** The instant of a day and HH:MM on the gym's clock; it must lie ahead. */
export function checkupTimeOf(context: Context, { on, at }: { on: string; at: string }): Date {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(at)) throw new UserInputError('at', 'INVALID_TIME', 'A time looks like 14:30.');
  const startsAt = instantOf(on, at, signedIn(context).timeZone);
  if (startsAt <= context.clock.now())
    throw new UserInputError('on', 'NOT_IN_FUTURE', 'Choose a moment in the future.');
  return startsAt;
}
