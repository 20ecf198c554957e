// What the revenue page shows, as it stands in the address: shareable, and there again after going back. Pure.
import type { PurchaseKind, RevenuePart } from '../../graphql/schema.generated';

export interface RevenueState {
  /** The first day of the month. */
  month: string;
  part: RevenuePart | null;
  kind: PurchaseKind | null;
  vatRatePercent: number | null;
  page: number;
}

export const parts: readonly RevenuePart[] = ['PAID', 'UNPAID', 'REFUNDED', 'CORRECTION'];
export const kinds: readonly PurchaseKind[] = ['SUBSCRIPTION', 'SINGLE_SESSION', 'SHOP'];
export const pageSize = 25;

export function readRevenueState(search: URLSearchParams, today: string): RevenueState {
  const month = /^(?:19|20|21)\d\d-(?:0[1-9]|1[0-2])$/.exec(search.get('month') ?? '')?.[0] ?? today.slice(0, 7);
  const rate = search.get('vat') ?? '';
  return {
    month: `${month}-01`,
    part: parts.find((part) => part.toLowerCase() === search.get('part')) ?? null,
    kind: kinds.find((kind) => toUrl(kind) === search.get('kind')) ?? null,
    vatRatePercent: /^\d{1,3}(\.\d{1,2})?$/.test(rate) ? Number(rate) : null,
    page: Math.max(1, Math.trunc(Number(search.get('page'))) || 1),
  };
}

/** Only what differs from the plain page of the month of today is written. */
export function writeRevenueState(state: RevenueState, today: string): URLSearchParams {
  const search = new URLSearchParams();
  if (!today.startsWith(state.month.slice(0, 7))) search.set('month', state.month.slice(0, 7));
  if (state.part) search.set('part', state.part.toLowerCase());
  if (state.kind) search.set('kind', toUrl(state.kind));
  if (state.vatRatePercent !== null) search.set('vat', String(state.vatRatePercent));
  if (state.page > 1) search.set('page', String(state.page));
  return search;
}

/** The first day of the month so many further. */
export function shiftMonth(month: string, months: number): string {
  const date = new Date(`${month}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 10);
}

/** How long a bar is, of the longest: 0 to 100. What is below zero has none. */
export function lengthOf(cents: number, longest: number): number {
  return longest <= 0 ? 0 : (Math.max(0, cents) / longest) * 100;
}

const toUrl = (name: string) => name.toLowerCase().replaceAll('_', '-');
