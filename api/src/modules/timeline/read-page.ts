// Makes a page of the timeline out of the rows that were read.
import { encodeCursor } from '../../graphql/connection.ts';
import { readChange } from './read-change.ts';
import { revertOf } from './revert-of.ts';
import type { Asking } from './revert-of.ts';
import type { EntryJson } from './entry-json.ts';
import type { TimelineArgs } from './timeline.inputs.ts';
import type { TimelineConnection, TimelineEntry } from './timeline.type.ts';

export interface TimelineRow {
  at: string;
  rank: number;
  id: string;
  entry: EntryJson;
}

export interface TimelinePage {
  connection: TimelineConnection;
  /** The tags about health that it names. */
  healthTagIds: string[];
}

export function readPage(
  rows: TimelineRow[],
  { first, after }: TimelineArgs,
  asking: Asking,
  nameOf: (rank: number) => string,
): TimelinePage {
  const shown = rows.slice(0, first);
  const cursorOf = (row: TimelineRow | undefined) => (row ? encodeCursor([row.at, row.id, nameOf(row.rank)]) : null);
  const edges = shown.map((row) => ({
    cursor: encodeCursor([row.at, row.id, nameOf(row.rank)]),
    node: readEntry(row, nameOf(row.rank), asking),
  }));
  return {
    connection: {
      edges,
      nodes: edges.map(({ node }) => node),
      pageInfo: {
        hasNextPage: rows.length > first,
        hasPreviousPage: after != null,
        startCursor: cursorOf(shown[0]),
        endCursor: cursorOf(shown.at(-1)),
      },
    },
    healthTagIds: [
      ...new Set(shown.flatMap(({ entry }) => (entry.isHealthData && entry.subjectId ? [entry.subjectId] : []))),
    ],
  };
}

function readEntry({ at, id, entry }: TimelineRow, name: string, asking: Asking): TimelineEntry {
  const told = { ...entry, ...readChange(entry) };
  return {
    id: `${name}:${id}`,
    kind: told.kind,
    event: told.event,
    happenedAt: at,
    actor: entry.actor ?? null,
    subjectId: entry.subjectId ?? null,
    title: entry.title ?? null,
    detail: entry.detail ?? null,
    reason: entry.reason ?? null,
    startsAt: entry.startsAt ?? null,
    day: told.day ?? null,
    amount: entry.amount ?? null,
    isTakenBack: entry.isTakenBack ?? false,
    changes: told.changes ?? [],
    revert: revertOf({ ...told, happenedAt: at }, asking),
  } as TimelineEntry;
}
