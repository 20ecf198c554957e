// What messages add to a member, as SQL over the member's row (m).
import { jsonList } from '../../database/json-sql.ts';
import { defineBranch } from '../../graphql/branch.ts';
import { connectionFrom, decodeFeedCursor } from '../../graphql/connection.ts';
import type { ConnectionInput } from '../../graphql/connection.ts';
import { memberParent } from '../member/member.entity.ts';
import { memberMessageJson } from './member-message.type.ts';
import type { MemberMessage, MemberMessageConnection } from './member-message.type.ts';

const ofMember = 'from member_message t where t.gym_id = m.gym_id and t.member_id = m.id';

export const memberMessages = defineBranch<MemberMessageConnection, ConnectionInput>({
  parent: memberParent,
  field: 'messages',
  params: (args) => [args.first + 1, ...decodeFeedCursor(args.after)],
  sql: ([limit, createdAt, id], asked) => `select json_build_object(
    'rows', ${jsonList(`select ${memberMessageJson} as j ${ofMember}
      and (${createdAt}::timestamptz is null or (t.created_at, t.id) < (${createdAt}::timestamptz, ${id}::uuid))
      order by t.created_at desc, t.id desc limit ${limit}`)},
    'totalCount', ${asked('totalCount') ? `(select count(*) ${ofMember})` : '0'})`,
  read: (json: { rows: MemberMessage[]; totalCount: number }, _, args) =>
    connectionFrom(json.rows, args, json.totalCount, (message) => [message.createdAt, message.id]),
});

export const unreadMessageCount = defineBranch<number>({
  parent: memberParent,
  field: 'unreadMessageCount',
  sql: () => `select to_json(count(*)) ${ofMember} and t.read_at is null`,
});
