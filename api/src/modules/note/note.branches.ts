// What notes add to a member, as SQL over the member's row (m).
import { jsonList } from '../../database/json-sql.ts';
import { defineBranch } from '../../graphql/branch.ts';
import { connectionFrom, decodeFeedCursor } from '../../graphql/connection.ts';
import type { ConnectionInput } from '../../graphql/connection.ts';
import { memberParent } from '../member/member.entity.ts';
import { noteFrom, noteJson } from './note.entity.ts';
import type { Note, NoteConnection } from './note.entity.ts';

const ofMember = 'n.gym_id = m.gym_id and n.member_id = m.id and n.retracted_at is null';

export const latestNote = defineBranch<Note | null>({
  parent: memberParent,
  field: 'latestNote',
  sql: () => `select ${noteJson} ${noteFrom} where ${ofMember} order by n.created_at desc, n.id desc limit 1`,
});

export const notes = defineBranch<NoteConnection, ConnectionInput>({
  parent: memberParent,
  field: 'notes',
  params: (args) => [args.first + 1, ...decodeFeedCursor(args.after)],
  sql: ([limit, createdAt, id], asked) => `select json_build_object(
    'rows', ${jsonList(`select ${noteJson} as j ${noteFrom} where ${ofMember}
      and (${createdAt}::timestamptz is null or (n.created_at, n.id) < (${createdAt}::timestamptz, ${id}::uuid))
      order by n.created_at desc, n.id desc limit ${limit}`)},
    'totalCount', ${asked('totalCount') ? `(select count(*) from note n where ${ofMember})` : '0'})`,
  read: (json: { rows: (Note & { createdAt: unknown })[]; totalCount: number }, _, args) =>
    connectionFrom(json.rows, args, json.totalCount, (note) => [String(note.createdAt), note.id]),
});
