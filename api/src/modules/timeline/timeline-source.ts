// One kind of happening: where its rows are, by which index the latest are found, and how one is told. All SQL is over the
// member's row (m) and gym (g).
import { employeeJson } from '../staff/employee.entity.ts';
import type { TimelineKind } from './timeline.type.ts';

export interface TimelineSource {
  /** Stable: cursors and ids are made of it. */
  name: string;
  /** Null: the source narrows by `where`, with `kinds` as the placeholder of those asked for. */
  kind: TimelineKind | null;
  /** A table and its alias x. */
  table: string;
  /** When it happened, as the index orders it. */
  at: string;
  where?: (values: { kinds: string; seesHealthTags: string }) => string;
  /** The fields of an entry that are its own, as arguments of json_build_object, over the row x. */
  entry: string;
}

export const actor = (id: string): string =>
  `'actor', (select ${employeeJson('e')} from employee e where e.gym_id = x.gym_id and e.id = ${id})`;

export const money = (cents: string): string =>
  `'amount', json_build_object('amountCents', ${cents}, 'currency', x.currency)`;
