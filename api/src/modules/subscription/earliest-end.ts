// The earliest last day of a subscription that is cancelled. Dutch law (Civil Code 6:236 j and 6:237 k): after the first
// term a contract runs on indefinitely and can be ended at any time with at most one month's notice.
import { addMonths, laterOf } from '../gym/calendar-day.ts';
import type { BillingTerms } from './billing-period.ts';
import type { EarliestEnd } from './subscription-terms.type.ts';

export interface EndTerms extends Pick<BillingTerms, 'billing' | 'startsOn' | 'endsOn'> {
  firstTermEndsOn: string | null;
}

/** A year ends by itself, and so does what was bought once when it has an end: no notice is due, and no later end. */
export function earliestEnd(terms: EndTerms, cancelledOn: string): EarliestEnd {
  const { billing, startsOn, endsOn, firstTermEndsOn } = terms;
  if (billing === 'YEARLY' && endsOn) return { endsOn, firstTermEndsOn, noticeEndsOn: null, cancelledOn };
  const noticeEndsOn = billing === 'MONTHLY' ? addMonths(cancelledOn, 1) : null;
  const lawful = [startsOn, firstTermEndsOn, noticeEndsOn].reduce<string>(
    (last, it) => laterOf(last, it ?? last),
    cancelledOn,
  );
  const isOverBefore = endsOn !== null && endsOn < lawful;
  return { endsOn: isOverBefore ? endsOn : lawful, firstTermEndsOn, noticeEndsOn, cancelledOn };
}
