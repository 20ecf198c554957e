// Lists as Stripe pages them: newest first, `starting_after`, `ending_before`, `limit`, `has_more`, and a range of `created`.
import { badParameter, missing } from './api-error.ts';
import type { Params } from './params.ts';

interface Listed {
  id: string;
  created?: number;
}

export interface List<T> {
  object: 'list';
  data: T[];
  has_more: boolean;
  url: string;
}

export const listOf = <T>(data: T[], url: string, hasMore = false): List<T> => ({
  object: 'list',
  data,
  has_more: hasMore,
  url,
});

/** `items`: oldest first, filtered already. */
export function page<T extends Listed>(params: Params, items: T[], url: string, isNewestFirst = true): List<T> {
  const limit = params.integer('limit') ?? 10;
  if (limit < 1 || limit > 100)
    throw badParameter('This value must be between 1 and 100 (inclusive).', 'parameter_invalid_integer', 'limit');
  const isWanted = createdRange(params);
  const ordered = (isNewestFirst ? items.toReversed() : items).filter(isWanted);
  const after = params.text('starting_after');
  const before = params.text('ending_before');
  if (after !== null) {
    const from = placeOf(ordered, after, 'starting_after') + 1;
    return listOf(ordered.slice(from, from + limit), url, ordered.length > from + limit);
  }
  if (before !== null) {
    const to = placeOf(ordered, before, 'ending_before');
    return listOf(ordered.slice(Math.max(0, to - limit), to), url, to > limit);
  }
  return listOf(ordered.slice(0, limit), url, ordered.length > limit);
}

function placeOf(items: Listed[], id: string, param: string): number {
  const place = items.findIndex((item) => item.id === id);
  if (place < 0) throw missing('object', id, param, false);
  return place;
}

function createdRange(params: Params): (item: Listed) => boolean {
  if (!params.has('created')) return () => true;
  const exact = params.isText('created') ? params.integer('created') : null;
  if (exact !== null) return ({ created = 0 }) => created === exact;
  const range = params.needChild('created');
  const [gt, gte, lt, lte] = [range.integer('gt'), range.integer('gte'), range.integer('lt'), range.integer('lte')];
  return ({ created = 0 }) =>
    (gt === null || created > gt) &&
    (gte === null || created >= gte) &&
    (lt === null || created < lt) &&
    (lte === null || created <= lte);
}
