// Works out what taking a change back does: which contract runs as before, and what has to be charged for days that were
// left out when their period was charged in the meantime. Pure.
import { vatWithin } from '../../database/money.ts';
import { addDays } from '../gym/calendar-day.ts';
import { periodOf } from './billing-period.ts';
import { costOf } from './proration.ts';
import type { PlannedLine } from './plan-subscription-change.ts';
import type { ChargedLine, Terms } from './subscription-situation.ts';
import { vatRateOn } from './vat-rate.ts';
import type { VatChange } from './vat-rate.ts';

/** The line for the rest of the current period of a contract that got its former end back; null when nothing is missing. */
export function supplementOf(
  contract: Terms & { id: string },
  lines: readonly ChargedLine[],
  today: string,
  changes: readonly VatChange[],
): PlannedLine | null {
  if (contract.billing === 'ONCE' || contract.startsOn > today) return null;
  const { startsOn, endsOn } = periodOf(contract, today);
  const charged = lines.filter(
    (line) => line.subscriptionId === contract.id && (line.periodEndsOn ?? startsOn) >= startsOn,
  );
  // A period without a line is the daily job's.
  const chargedUntil = charged
    .map(({ periodEndsOn }) => periodEndsOn ?? endsOn ?? today)
    .sort()
    .at(-1);
  if (chargedUntil === undefined || endsOn === null || chargedUntil >= endsOn) return null;
  const periodStartsOn = addDays(chargedUntil, 1);
  const totalCents = costOf(contract, periodStartsOn, endsOn);
  if (totalCents === 0) return null;
  const vatRateBp = vatRateOn(contract, periodStartsOn, changes);
  return {
    subscriptionId: contract.id,
    typeName: contract.typeName,
    periodStartsOn,
    periodEndsOn: endsOn,
    totalCents,
    vatCents: vatWithin(totalCents, vatRateBp),
    vatRateBp,
    correctsId: null,
  };
}
