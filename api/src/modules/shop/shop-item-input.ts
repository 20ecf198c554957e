// What a shop item may be called and cost; used by every verb that sets them.
import { rateBpOf, wholeOf } from '../../graphql/number-input.ts';
import { lineOf, textOf } from '../../graphql/text-input.ts';

/** So that 999 of the dearest still fit a purchase line. */
const maxItemPriceCents = 2_000_000;

export const itemNameOf = (name: string): string => lineOf('name', name, 80);

export const descriptionOf = (description: string | null | undefined): string | null =>
  (description ?? '').trim() === '' ? null : textOf('description', description, 500);

export const itemPriceOf = (cents: number): number => wholeOf('priceCents', cents, 0, maxItemPriceCents);

export const vatRateOf = (percent: number): number => rateBpOf('vatRatePercent', percent);
