// What of a subscription is worked out rather than read: the next charge, the earliest end and the credits left.
import { laterOf } from '../gym/calendar-day.ts';
import { creditsLeft } from './credits-left.ts';
import type { GymLocale } from './describe-charge.ts';
import { earliestEnd } from './earliest-end.ts';
import { upcomingCharges } from './plan-subscription-change.ts';
import { showCharge } from './show-preview.ts';
import type { Subscription } from './subscription.type.ts';
import { vatRateOn } from './vat-rate.ts';
import type { VatChange, VatTerms } from './vat-rate.ts';

/** A subscription with what its figures are worked out from, as far as they were asked for. */
interface Row extends Subscription, VatTerms {
  charged?: string[];
}

export interface SubscriptionRows {
  rows: Row[];
  gym: { today: string; chargesFrom: string | null; currency: string; locale: GymLocale; vatChanges: VatChange[] };
  wallets?: { limits: Record<string, number>; uses: string[][] } | null;
}

/** A plain list has nothing to work out. */
export function readSubscriptions(json: Subscription[] | SubscriptionRows): Subscription[] {
  if (Array.isArray(json)) return json;
  const { rows, gym, wallets } = json;
  const left = wallets && creditsLeft(new Map(Object.entries(wallets.limits)), wallets.uses);
  for (const row of rows) {
    row.creditsLeft = row.billing === 'ONCE' ? (left?.get(row.id) ?? null) : null;
    row.earliestEnd = row.status === 'ENDED' ? null : earliestEnd(row, gym.today);
    row.vatRatePercent = vatRateOn(row, laterOf(gym.today, row.startsOn), gym.vatChanges) / 100;
    row.nextCharge = row.charged ? nextChargeOf(row, row.charged, gym) : null;
  }
  return rows;
}

function nextChargeOf(row: Row, charged: string[], gym: SubscriptionRows['gym']): Subscription['nextCharge'] {
  const terms = { ...row, typeName: row.type.name, priceCents: row.price.amountCents };
  const [next] = upcomingCharges(terms, new Set(charged), gym);
  return next ? showCharge(gym, { ...next, terms }) : null;
}
