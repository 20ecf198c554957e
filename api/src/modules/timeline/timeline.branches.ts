// One page of everything that happened about a member, in one expression. Each source gives its latest rows after the cursor
// from its own index, no more than a page of them; what is told about a row is read only for those that make the page.
import { defineBranch } from '../../graphql/branch.ts';
import { decodeCursor, decodeFeedCursor, encodeCursor } from '../../graphql/connection.ts';
import { signedIn } from '../../graphql/context.ts';
import { UserInputError } from '../../graphql/errors.ts';
import { memberParent } from '../member/member.entity.ts';
import { canSeeHealthTags } from '../tag/tag.policy.ts';
import { careSources } from './care-sources.ts';
import { moneySources } from './money-sources.ts';
import { readPage } from './read-page.ts';
import type { TimelinePage, TimelineRow } from './read-page.ts';
import { staffChanges } from './staff-changes.ts';
import type { TimelineArgs } from './timeline.inputs.ts';
import type { TimelineSource } from './timeline-source.ts';

/** In the order of their rank: of two at the same instant the later one here comes first. */
export const sources: readonly TimelineSource[] = [...careSources, ...moneySources, staffChanges];

interface Placeholders {
  kinds: string;
  limit: string;
  at: string;
  rank: string;
  id: string;
  seesHealthTags: string;
}

const lowest = `'00000000-0000-0000-0000-000000000000'`;
const highest = `'ffffffff-ffff-ffff-ffff-ffffffffffff'`;

function latestOf({ table, at, kind, where }: TimelineSource, rank: number, $: Placeholders): string {
  const conditions = [
    'x.gym_id = m.gym_id and x.member_id = m.id',
    ...(kind ? [`(${$.kinds}::text[] is null or '${kind}' = any(${$.kinds}::text[]))`] : []),
    ...(where ? [where($)] : []),
    // Of the cursor's own instant: what ranks below it, and of its rank what has a lower id.
    `(${at}, x.id) < (coalesce(${$.at}::timestamptz, 'infinity'), case when ${rank} < ${$.rank}::int then ${highest}
       when ${rank} = ${$.rank}::int then ${$.id}::uuid else ${lowest} end::uuid)`,
  ];
  return `(select ${rank} as rank, ${at} as at, x.id from ${table} where ${conditions.join(' and ')}
    order by ${at} desc, x.id desc limit ${$.limit}::int)`;
}

const told = (rank: string): string =>
  `case ${rank} ${sources
    .map(
      ({ table, entry, kind }, index) =>
        `when ${index} then (select json_build_object('kind', ${kind ? `'${kind}'` : 'null'}, ${entry})
        from ${table} where x.gym_id = m.gym_id and x.id = p.id)`,
    )
    .join('\n')} end`;

export const timeline = defineBranch<TimelinePage, TimelineArgs>({
  parent: memberParent,
  field: 'timeline',
  params: (args, context) => [
    args.kinds?.length ? args.kinds : null,
    args.first + 1,
    ...cursorOf(args.after),
    canSeeHealthTags(signedIn(context)),
  ],
  sql: ([kinds = '', limit = '', at = '', rank = '', id = '', seesHealthTags = '']) => {
    const placeholders = { kinds, limit, at, rank, id, seesHealthTags };
    return `select coalesce(json_agg(json_build_object('at', p.at, 'rank', p.rank, 'id', p.id, 'entry', ${told('p.rank')})
        order by p.at desc, p.rank desc, p.id desc), '[]'::json)
      from (select * from (${sources.map((source, index) => latestOf(source, index, placeholders)).join('\nunion all\n')}) latest
        order by at desc, rank desc, id desc limit ${limit}::int) p`;
  },
  read: (rows: TimelineRow[], context, args) =>
    readPage(rows, args, { viewer: signedIn(context), now: context.clock.now() }, (rank) => sources[rank]?.name ?? ''),
});

/** The instant and the id of the last entry, and the rank of its source, which a cursor names. */
function cursorOf(after: string | null | undefined): [at: string, rank: number, id: string] | [null, null, null] {
  const keys = decodeCursor(after, 3);
  if (!keys) return [null, null, null];
  const [at, id] = decodeFeedCursor(encodeCursor(keys.slice(0, 2)));
  const rank = sources.findIndex(({ name }) => name === keys[2]);
  if (at === null || rank < 0) throw new UserInputError('after', 'INVALID_CURSOR', 'This cursor is not one of ours.');
  return [at, rank, id];
}
