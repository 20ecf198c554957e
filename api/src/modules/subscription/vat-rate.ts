// The VAT rate of a contract on a day: as it was agreed, changed by what the law changed since. Pure.
import { jsonList } from '../../database/json-sql.ts';

/** A rate of subscriptions that is another one from a day on. */
export interface VatChange {
  startsOn: string;
  fromBp: number;
  toBp: number;
  /** An instant: contracts made after it have the new rate from what was on offer. Null: not yet. */
  appliedAt: string | null;
}

/** What a contract says of its VAT. */
export interface VatTerms {
  vatRateBp: number;
  /** An instant; absent of one that is being made now. */
  agreedAt?: string | undefined;
}

/** SQL: the changes of the gym of a row, the first day first. */
export const vatChangesOf = (gymId: string): string =>
  jsonList(`select json_build_object('startsOn', v.starts_on, 'fromBp', v.from_rate_bp, 'toBp', v.to_rate_bp, 'appliedAt', v.applied_at) as j
    from vat_change v where v.gym_id = ${gymId} and v.withdrawn_at is null order by v.starts_on, v.id`);

/** Of a period, its first day decides. `changes`: the first day first; at most one of a rate begins on a day. */
export function vatRateOn({ vatRateBp, agreedAt }: VatTerms, day: string, changes: readonly VatChange[]): number {
  let [rate, changedOn] = [vatRateBp, ''];
  for (const change of changes) {
    if (change.startsOn > day || !isAbout(change, agreedAt)) continue;
    // Two rates that change on one day do not change one into the other.
    if (change.fromBp !== rate || change.startsOn === changedOn) continue;
    [rate, changedOn] = [change.toBp, change.startsOn];
  }
  return rate;
}

const isAbout = ({ appliedAt }: VatChange, agreedAt: string | undefined): boolean =>
  appliedAt === null || (agreedAt !== undefined && Date.parse(agreedAt) < Date.parse(appliedAt));
