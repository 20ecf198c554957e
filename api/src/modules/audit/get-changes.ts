import { isUuid } from '../../database/uuid.ts';
import { decodeFeedCursor, encodeCursor } from '../../graphql/connection.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { canSeeHealthTags } from '../tag/tag.policy.ts';
import type { ChangesArgs } from './audit.inputs.ts';
import { changesSql } from './changes-sql.ts';
import { readChange } from './read-change.ts';
import type { ChangeRow } from './read-change.ts';
import type { RecordedChangeConnection } from './recorded-change.type.ts';
import { recorded, shownColumns } from './recorded-columns.ts';
import type { RecordedTable } from './recorded-columns.ts';

export async function getChanges(context: Context, args: ChangesArgs): Promise<RecordedChangeConnection> {
  const { employeeId, memberId } = args;
  const ids = [employeeId, memberId].filter((id) => id != null);
  const cursor = decodeFeedCursor(args.after);
  // Whoever has no such id has changed nothing.
  const rows = ids.every(isUuid)
    ? await context.db.rows<{ change: ChangeRow }>(
        changesSql({ byEmployee: employeeId != null, aboutMember: memberId != null }),
        [
          JSON.stringify(columnsOf(args.subjects)),
          args.first + 1,
          ...cursor,
          args.from ?? null,
          args.until ?? null,
          canSeeHealthTags(signedIn(context)),
          ...ids,
        ],
      )
    : [];
  return pageOf(
    rows.map(({ change }) => change),
    args,
  );
}

function columnsOf(subjects: readonly string[] | null | undefined): Partial<Record<RecordedTable, string[]>> {
  const asked = subjects?.length ? new Set(subjects.map((subject) => subject.toLowerCase())) : null;
  const tables = (Object.keys(recorded) as RecordedTable[]).filter((table) => !asked || asked.has(table));
  return Object.fromEntries(tables.map((table) => [table, shownColumns(table).map(({ name }) => name)]));
}

function pageOf(rows: readonly ChangeRow[], { first, after }: ChangesArgs): RecordedChangeConnection {
  const cursorOf = ({ at, id }: ChangeRow): string => encodeCursor([at, id]);
  const shown = rows.slice(0, first);
  const edges = shown.map((row) => ({ cursor: cursorOf(row), node: readChange(row) }));
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage: after != null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
